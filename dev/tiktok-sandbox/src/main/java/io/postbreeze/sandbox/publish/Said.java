package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.PostInfo;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an init says about its post. */
final class Said {
    private static final String BAD_INFO = "The request post info is empty or incorrect";
    private static final int MOST_CAPTION_UNITS = 2_200;
    private static final int MOST_TITLE_UNITS = 90;
    private static final int MOST_DESCRIPTION_UNITS = 4_000;
    private static final Set<String> PRIVACY_LEVELS =
            Set.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "FOLLOWER_OF_CREATOR", "SELF_ONLY");

    private Said() {}

    /**
     * A video's {@code post_info}. A setting of the account wins over what is asked for; asking for less is no error.
     */
    static PostInfo video(Creator creator, JsonObject info) {
        return new PostInfo(
                text(info, "title", MOST_CAPTION_UNITS),
                null,
                privacy(info),
                off(creator, info, "comment"),
                off(creator, info, "duet"),
                off(creator, info, "stitch"),
                false,
                JsonBody.flag(info, "brand_content_toggle"),
                JsonBody.flag(info, "brand_organic_toggle"),
                JsonBody.flag(info, "is_aigc"),
                cover(info),
                null);
    }

    /** A carousel's {@code post_info}; that it is made by AI is said one level above. */
    static PostInfo photos(Creator creator, JsonObject info, boolean aiGenerated, long cover) {
        return new PostInfo(
                text(info, "description", MOST_DESCRIPTION_UNITS),
                text(info, "title", MOST_TITLE_UNITS),
                privacy(info),
                off(creator, info, "comment"),
                true,
                true,
                JsonBody.flag(info, "auto_add_music"),
                JsonBody.flag(info, "brand_content_toggle"),
                JsonBody.flag(info, "brand_organic_toggle"),
                aiGenerated,
                null,
                cover);
    }

    /** The words of a carousel that is left in the inbox; all else is the creator's to say there. */
    static PostInfo draft(JsonObject info, long cover) {
        return PostInfo.unsaid(
                text(info, "description", MOST_DESCRIPTION_UNITS), text(info, "title", MOST_TITLE_UNITS), cover);
    }

    private static boolean off(Creator creator, JsonObject info, String interaction) {
        return JsonBody.flag(info, "disable_" + interaction) || creator.forbids(interaction);
    }

    private static String text(JsonObject info, String name, int mostUnits) {
        String text = Objects.requireNonNullElse(JsonBody.text(info, name), "");
        if (text.length() > mostUnits) {
            throw Refusal.invalidParams(BAD_INFO);
        }
        return text;
    }

    /** A word nobody knows is malformed; a known one may still not be this creator's to use, like none at all. */
    private static String privacy(JsonObject info) {
        String privacy = Objects.requireNonNullElse(JsonBody.text(info, "privacy_level"), "");
        if (!privacy.isEmpty() && !PRIVACY_LEVELS.contains(privacy)) {
            throw Refusal.invalidParams(BAD_INFO);
        }
        return privacy;
    }

    /** What is no 32-bit number, or makes no sense, means the first frame, as no word about it does. */
    private static @Nullable Long cover(JsonObject info) {
        return info.getValue("video_cover_timestamp_ms") instanceof Integer ms && ms >= 0 ? Long.valueOf(ms) : null;
    }
}
