package io.postbreeze.sandbox.state;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How this TikTok behaves where it may behave in more than one way. The defaults are the strictest reading of the
 * documentation; each may be changed while it runs.
 *
 * @param processingMs from the last byte to the verdict, milliseconds
 * @param moderationMs from the verdict until everyone can see the post, milliseconds
 * @param postId when a public post's number is told: NORMAL with publicity, LATE, or NEVER
 * @param postIdLateMs how much later LATE is, milliseconds
 * @param limits whether calls per minute are limited
 * @param postsPerDay posts of one creator in 24 hours
 * @param pendingShares unfinished inbox items of one creator in 24 hours
 * @param activeUsers creators an unaudited app may post for in 24 hours
 * @param audited whether the app passed the audit; else only private posts of private accounts
 * @param invalidParamsWord {@code invalid_params} as seen live, or {@code invalid_param} as written
 * @param oauthErrorStatus 200 as seen live, or 400 (401 for a wrong client)
 * @param tokenProfile {@code strict2026}: 2 hours, 180 days, a refresh token works once; {@code legacy}: 24 hours, 365
 *     days, the refresh token stays
 * @param chunkReading {@code strict}: what both meanings of a megabyte allow; {@code lenient}: what either allows
 * @param brandedPrivateRefused whether branded content for the creator alone is refused by init
 * @param missingScopeWord what a profile field outside the granted scopes is refused with
 * @param progressHeader whether a chunk's answer tells BYTES stored or the LAST_INDEX
 * @param businessEmptiness insights are empty A: 7 days after the last activity; B: until a video is 7 days old; OFF
 * @param webhookUrl where events go; null for nowhere
 * @param webhookRepeats how often each event is delivered again
 * @param webhookReorder whether events come out of order
 * @param keepBytes bytes of media that are kept on disk; the oldest go first
 * @param appVersionTooOld whether the creator's app is too old for photo drafts
 * @param pullTimeoutMs how long one pull may take, milliseconds
 */
public record Settings(
        long processingMs,
        long moderationMs,
        PostIds postId,
        long postIdLateMs,
        boolean limits,
        int postsPerDay,
        int pendingShares,
        int activeUsers,
        boolean audited,
        String invalidParamsWord,
        int oauthErrorStatus,
        String tokenProfile,
        String chunkReading,
        boolean brandedPrivateRefused,
        String missingScopeWord,
        ProgressHeader progressHeader,
        Emptiness businessEmptiness,
        @Nullable String webhookUrl,
        int webhookRepeats,
        boolean webhookReorder,
        long keepBytes,
        boolean appVersionTooOld,
        long pullTimeoutMs) {

    /** When a public post's number is told. */
    public enum PostIds {
        /** As soon as it is public. */
        NORMAL,
        /** Some time after. */
        LATE,
        /** Not at all. */
        NEVER
    }

    /** What the {@code Content-Range} of a chunk's answer counts. */
    public enum ProgressHeader {
        /** Bytes stored. */
        BYTES,
        /** Index of the last byte stored. */
        LAST_INDEX
    }

    /** When Business insights are empty. */
    public enum Emptiness {
        /** After seven days without activity. */
        A,
        /** Before seven days of age. */
        B,
        /** Never. */
        OFF
    }

    /** The strictest reading, with delays a person can wait for. */
    public static final Settings DEFAULTS = new Settings(
            2_000,
            1_000,
            PostIds.NORMAL,
            60_000,
            true,
            15,
            5,
            5,
            true,
            "invalid_params",
            200,
            "strict2026",
            "strict",
            false,
            "scope_not_authorized",
            ProgressHeader.BYTES,
            Emptiness.A,
            null,
            0,
            false,
            2_000_000_000,
            false,
            3_600_000);

    private static final long YEAR_MS = 366L * 24 * 3_600_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * Refuses what makes no sense.
     *
     * @throws IllegalArgumentException naming the setting and what it may be
     */
    public Settings {
        within("processingMs", processingMs, YEAR_MS);
        within("moderationMs", moderationMs, YEAR_MS);
        within("postIdLateMs", postIdLateMs, YEAR_MS);
        within("pullTimeoutMs", pullTimeoutMs, YEAR_MS);
        within("postsPerDay", postsPerDay, Integer.MAX_VALUE);
        within("pendingShares", pendingShares, Integer.MAX_VALUE);
        within("activeUsers", activeUsers, Integer.MAX_VALUE);
        within("webhookRepeats", webhookRepeats, 100);
        within("keepBytes", keepBytes, Long.MAX_VALUE);
        oneOf("invalidParamsWord", invalidParamsWord, Set.of("invalid_params", "invalid_param"));
        oneOf("oauthErrorStatus", oauthErrorStatus, Set.of(200, 400));
        oneOf("tokenProfile", tokenProfile, Set.of("strict2026", "legacy"));
        oneOf("chunkReading", chunkReading, Set.of("strict", "lenient"));
        oneOf("missingScopeWord", missingScopeWord, Set.of("scope_not_authorized", "scope_permission_missed"));
        if (webhookUrl != null && !webhookUrl.matches("https?://.{1,500}")) {
            throw new IllegalArgumentException("webhookUrl must be an http or https address");
        }
    }

    private static void within(String name, long value, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("%s must be a whole number from 0 to %d".formatted(name, most));
        }
    }

    private static void oneOf(String name, Object value, Set<?> allowed) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException("%s must be one of %s".formatted(name, allowed));
        }
    }

    /**
     * The same, with what a JSON object says changed.
     *
     * @throws IllegalArgumentException naming the setting that is unknown or makes no sense
     */
    public Settings changedBy(String json) {
        try {
            ObjectNode all = JSON.valueToTree(this);
            ObjectNode said = JSON.readValue(json, ObjectNode.class);
            all.setAll(said);
            return JSON.treeToValue(all, Settings.class);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(refusal(e), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a JSON object", e);
        }
    }

    private static String refusal(JsonMappingException e) {
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
        return e.getPath().isEmpty()
                ? "not a JSON object"
                : e.getPath().getFirst().getFieldName() + " is unknown or has a value of the wrong kind";
    }

    /** As a JSON object. */
    public String toJson() {
        return JSON.valueToTree(this).toString();
    }
}
