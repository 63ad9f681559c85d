package io.postbreeze.sandbox.fault;

import io.postbreeze.sandbox.http.BadCommand;
import io.postbreeze.sandbox.http.Fields;
import io.postbreeze.sandbox.state.Fate;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a fault from JSON, strictly: what nobody knows is refused by name. */
final class FaultReader {
    private static final Set<String> FAIL_REASONS = Set.of(
            "file_format_check_failed",
            "duration_check_failed",
            "frame_rate_check_failed",
            "picture_size_check_failed",
            "internal",
            "video_pull_failed",
            "photo_pull_failed",
            "publish_cancelled",
            "auth_removed",
            "spam_risk_too_many_posts",
            "spam_risk_user_banned_from_posting",
            "spam_risk_text",
            "spam_risk");
    private static final long MOST = 1L << 53;
    private static final long HOUR_MS = 3_600_000;

    private FaultReader() {}

    /**
     * A fault.
     *
     * @param openIdOf the id behind a handle
     * @throws BadCommand naming the field that makes no sense
     */
    static Armed read(String id, JsonObject said, UnaryOperator<String> openIdOf) {
        Fields fields = Fields.of(said);
        Effect effect = effect(fields);
        Match match = match(fields, effect, openIdOf);
        fields.nothingElse();
        return new Armed(id, match, effect, said);
    }

    private static Match match(Fields fields, Effect effect, UnaryOperator<String> openIdOf) {
        String endpoint = fields.text("endpoint", Match.ANY);
        if (!endpoint.equals(Match.ANY) && !endpoint.startsWith("/")) {
            throw new BadCommand("endpoint", "must be a path such as /v2/post/publish/video/init/ or /video/, or *");
        }
        if (effect instanceof Effect.Doom && !endpoint.equals(Match.ANY) && !Match.INITS.contains(endpoint)) {
            throw new BadCommand("endpoint", "must be one of the inits for what happens to a post");
        }
        @Nullable String openId = fields.text("openId");
        return new Match(
                endpoint,
                openId == null ? null : openIdOf.apply(openId),
                fields.number("chunk", MOST),
                Math.max(1, fields.number("nth", 1, MOST)),
                fields.number("times", 1, MOST),
                probability(fields),
                fields.number("seed", 0, Long.MAX_VALUE));
    }

    private static double probability(Fields fields) {
        double probability = switch (fields.value("probability")) {
            case null -> 1;
            case Number number -> number.doubleValue();
            default -> -1;
        };
        if (!(probability >= 0 && probability <= 1)) {
            throw new BadCommand("probability", "must be a number from 0 to 1");
        }
        return probability;
    }

    private static Effect effect(Fields fields) {
        return switch (fields.required("action")) {
            case "delay" -> delay(fields);
            case "status" -> status(fields);
            case "rate-limit" ->
                new Effect.Status(
                        429,
                        "rate_limit_exceeded",
                        "The API rate limit was exceeded. Try again later.",
                        retryAfter(fields));
            case "reset-before-read" -> new Effect.ResetBeforeRead();
            case "reset-after-bytes" -> new Effect.ResetAfterBytes(fields.number("bytes", 1, MOST));
            case "drop-reply" -> new Effect.DropReply();
            case "truncate-reply" -> new Effect.TruncateReply();
            case "malformed-json" -> new Effect.MalformedJson();
            case "slow-drip" -> new Effect.SlowDrip(Math.max(1, fields.number("dripMs", 50, HOUR_MS)));
            case "wrong-content-range" -> new Effect.WrongContentRange(fields.number("bytes", 1, MOST));
            case "expire-upload" -> new Effect.ExpireUpload();
            case "revoke-token" -> new Effect.RevokeToken();
            case "stuck" -> new Effect.Doom(Fate.Kind.STUCK, null);
            case "flap" -> new Effect.Doom(Fate.Kind.FLAP, null);
            case "fail" -> new Effect.Doom(Fate.Kind.FAIL, failReason(fields));
            case "big-ids" -> new Effect.Doom(Fate.Kind.BIG_IDS, null);
            default ->
                throw new BadCommand(
                        "action",
                        "must be delay, status, rate-limit, reset-before-read, reset-after-bytes, drop-reply,"
                                + " truncate-reply, malformed-json, slow-drip, wrong-content-range, expire-upload,"
                                + " revoke-token, stuck, flap, fail or big-ids");
        };
    }

    private static Effect delay(Fields fields) {
        long fixed = fields.number("delayMs", 1_000, HOUR_MS);
        long least = fields.number("minDelayMs", fixed, HOUR_MS);
        long most = fields.number("maxDelayMs", Math.max(least, fixed), HOUR_MS);
        if (most < least) {
            throw new BadCommand("maxDelayMs", "must not be less than minDelayMs");
        }
        return new Effect.Delay(least, most);
    }

    private static Effect status(Fields fields) {
        int status = (int) fields.number("status", 503, 599);
        if (status < 200) {
            throw new BadCommand("status", "must be an HTTP status from 200 to 599");
        }
        return new Effect.Status(
                status,
                fields.text("code", "internal_error"),
                fields.text("message", "Injected by the sandbox"),
                retryAfter(fields));
    }

    private static @Nullable String retryAfter(Fields fields) {
        @Nullable Long seconds = fields.number("retryAfter", HOUR_MS);
        return seconds == null ? null : seconds.toString();
    }

    private static String failReason(Fields fields) {
        String reason = Objects.requireNonNull(fields.required("failReason"));
        if (!FAIL_REASONS.contains(reason)) {
            throw new BadCommand(
                    "failReason",
                    "must be one of "
                            + String.join(", ", FAIL_REASONS.stream().sorted().toList()));
        }
        return reason;
    }
}
