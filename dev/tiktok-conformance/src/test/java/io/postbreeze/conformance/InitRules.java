package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Sections 2.1 to 2.3: who may post what, and how it is said. */
final class InitRules {
    private static final String BAD_INFO = "The request post info is empty or incorrect";
    private static final List<String> LEVELS =
            List.of("PUBLIC_TO_EVERYONE", "FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY");

    private InitRules() {}

    static void write(Book book) {
        creatorInfo(book);
        privacy(book);
        words(book);
        sources(book);
        inbox(book);
    }

    private static void creatorInfo(Book book) {
        book.anywhere(
                "2.1",
                "every documented field is there",
                stage -> assertThat(stage.api
                                .post(Api.CREATOR, stage.token(), new JsonObject())
                                .ok()
                                .data()
                                .fieldNames())
                        .contains(
                                "creator_avatar_url",
                                "creator_username",
                                "creator_nickname",
                                "privacy_level_options",
                                "comment_disabled",
                                "duet_disabled",
                                "stitch_disabled",
                                "max_video_post_duration_sec"));
        options(book, false, List.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"));
        options(book, true, List.of("FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"));
        for (String name : List.of("comment", "duet", "stitch")) {
            book.rule("2.1", "a creator who switched " + name + " off", stage -> {
                JsonObject data =
                        creator(stage, new JsonObject().put("interactionsDisabled", new JsonArray().add(name)));
                for (String each : List.of("comment", "duet", "stitch")) {
                    assertThat(data.getBoolean(each + "_disabled")).as(each).isEqualTo(each.equals(name));
                }
            });
        }
        book.rule("2.1", "a private account has no duet and no stitch", stage -> {
            JsonObject data = creator(stage, new JsonObject().put("private", true));
            assertThat(data.getBoolean("duet_disabled")).isTrue();
            assertThat(data.getBoolean("stitch_disabled")).isTrue();
            assertThat(data.getBoolean("comment_disabled")).isFalse();
        });
        for (int seconds : List.of(180, 300, 600)) {
            book.rule(
                    "2.1",
                    "a creator with " + seconds + " seconds",
                    stage -> assertThat(creator(stage, new JsonObject().put("maxDurationSeconds", seconds))
                                    .getInteger("max_video_post_duration_sec"))
                            .isEqualTo(seconds));
        }
    }

    private static JsonObject creator(Stage stage, JsonObject options) {
        return stage.api
                .post(Api.CREATOR, stage.creator(options).token(), new JsonObject())
                .ok()
                .data();
    }

    private static void options(Book book, boolean isPrivate, List<String> expected) {
        String kind = isPrivate ? "private" : "public";
        book.rule(
                "2.1",
                "the levels a " + kind + " account may choose",
                stage -> assertThat(creator(stage, new JsonObject().put("private", isPrivate))
                                .getJsonArray("privacy_level_options")
                                .getList())
                        .isEqualTo(expected));
        for (String level : LEVELS) {
            boolean isOffered = expected.contains(level);
            String title = level + " on a " + kind + " account is " + (isOffered ? "accepted" : "refused");
            book.rule("2.2", title, stage -> {
                Person who = stage.creator(new JsonObject().put("private", isPrivate));
                Answer answer = stage.api.post(Api.INIT, who.token(), Bodies.video(level));
                if (isOffered) {
                    answer.ok();
                } else {
                    answer.is(403, "privacy_level_option_mismatch");
                    assertThat(answer.message()).contains("content-sharing-guidelines");
                }
            });
        }
    }

    private static void privacy(Book book) {
        book.anywhere(
                "2.2",
                "a level that is not said is refused",
                stage -> {
                    JsonObject info = Bodies.info("SELF_ONLY");
                    info.remove("privacy_level");
                    stage.api
                            .post(Api.INIT, stage.token(), Bodies.video(info, Bodies.upload(1_000, 1_000, 1)))
                            .is(403, "privacy_level_option_mismatch");
                },
                "privacy_level_option_mismatch");
        for (String word : List.of("PUBLIC", "self_only", "FRIENDS")) {
            book.anywhere(
                    "2.2",
                    "a level that is no such word: " + word,
                    stage -> stage.api
                            .post(Api.INIT, stage.token(), Bodies.video(word))
                            .is(400, "invalid_params")
                            .says(BAD_INFO));
        }
        book.rule("6", "branded content for oneself alone is accepted by default, refused on request", stage -> {
            JsonObject body = Bodies.video(
                    Bodies.info("SELF_ONLY").put("brand_content_toggle", true), Bodies.upload(1_000, 1_000, 1));
            stage.api.post(Api.INIT, stage.token(), body).ok();
            stage.settings("brandedPrivateRefused", true);
            stage.api.post(Api.INIT, stage.token(), body).is(400, "invalid_params");
        });
    }

    private static void words(Book book) {
        title(book, "2200 units pass", "x".repeat(2_200), true);
        title(book, "2201 units do not", "x".repeat(2_201), false);
        title(book, "1100 emoji pass", "😀".repeat(1_100), true);
        title(book, "1101 emoji are 2202 units", "😀".repeat(1_101), false);
        title(book, "none at all", "", true);
        for (String flag : List.of(
                "disable_duet",
                "disable_stitch",
                "disable_comment",
                "brand_content_toggle",
                "brand_organic_toggle",
                "is_aigc")) {
            info(book, flag + " that is a text", flag, "yes", false);
        }
        info(book, "a title that is a number", "title", 7, false);
        info(book, "a level that is a number", "privacy_level", 7, false);
        info(book, "an invalid cover time is the first frame, no error", "video_cover_timestamp_ms", -5, true);
        book.anywhere("2.2", "toggles that are not said are false", stage -> {
            JsonObject info = new JsonObject().put("privacy_level", "SELF_ONLY");
            stage.api
                    .post(Api.INIT, stage.token(), Bodies.video(info, Bodies.upload(1_000, 1_000, 1)))
                    .ok();
        });
        book.anywhere(
                "2.2",
                "a body without post_info is refused",
                stage -> stage.api
                        .post(
                                Api.INIT,
                                stage.token(),
                                new JsonObject().put("source_info", Bodies.upload(1_000, 1_000, 1)))
                        .is(400, "invalid_params")
                        .says(BAD_INFO));
    }

    private static void title(Book book, String what, String title, boolean passes) {
        info(book, "a caption: " + what, "title", title, passes);
    }

    private static void info(Book book, String what, String name, Object value, boolean passes) {
        book.anywhere("2.2", what + (passes ? " (accepted)" : " (refused)"), stage -> {
            JsonObject info = Bodies.info("SELF_ONLY").put(name, value);
            Answer answer = stage.api.post(Api.INIT, stage.token(), Bodies.video(info, Bodies.upload(1_000, 1_000, 1)));
            if (passes) {
                answer.ok();
            } else {
                answer.is(400, "invalid_params").says(BAD_INFO);
            }
        });
    }

    private static void sources(Book book) {
        JsonObject pull = new JsonObject().put("source", "PULL_FROM_URL");
        source(book, "no source word", new JsonObject().put("video_size", 1_000));
        source(book, "an unknown source word", Bodies.upload(1_000, 1_000, 1).put("source", "FTP"));
        source(book, "a pull without an address", pull);
        source(book, "a pull from a number", pull.copy().put("video_url", 7));
        source(book, "an upload without sizes", new JsonObject().put("source", "FILE_UPLOAD"));
        source(book, "an upload whose size is a text", Bodies.upload(1, 1, 1).put("video_size", "big"));
        book.anywhere(
                "2.2",
                "a body without source_info is refused",
                stage -> stage.api
                        .post(Api.INIT, stage.token(), new JsonObject().put("post_info", Bodies.info("SELF_ONLY")))
                        .is(400, "invalid_params")
                        .says("The request source info is empty or incorrect"));
        book.anywhere("2.2", "an init gives an id of at most 64 and an address of at most 256 characters", stage -> {
            JsonObject data = stage.api
                    .post(Api.INIT, stage.token(), Bodies.video("SELF_ONLY"))
                    .ok()
                    .data();
            assertThat(data.getString("publish_id")).hasSizeBetween(1, 64).startsWith("v_pub_file~");
            assertThat(data.getString("upload_url")).hasSizeBetween(1, 256);
        });
    }

    private static void source(Book book, String what, JsonObject source) {
        book.anywhere(
                "2.2",
                what + " is refused",
                stage -> stage.api
                        .post(Api.INIT, stage.token(), Bodies.video(Bodies.info("SELF_ONLY"), source))
                        .is(400, "invalid_params"));
    }

    private static void inbox(Book book) {
        book.rule("2.3", "an inbox upload takes no post_info and gives an address", stage -> {
            JsonObject data = stage.api
                    .post(Api.INBOX, stage.token(), new JsonObject().put("source_info", Bodies.upload(1_000, 1_000, 1)))
                    .ok()
                    .data();
            assertThat(data.getString("publish_id")).startsWith("v_inbox_file~");
            assertThat(data.getString("upload_url")).isNotBlank();
        });
        book.rule(
                "2.3",
                "post_info sent to the inbox has no effect, not even a wrong one",
                stage -> stage.api
                        .post(Api.INBOX, stage.token(), Bodies.video("NONSENSE"))
                        .ok());
        book.rule(
                "2.3",
                "chunk rules hold for the inbox too",
                stage -> stage.api
                        .post(
                                Api.INBOX,
                                stage.token(),
                                new JsonObject().put("source_info", Bodies.upload(1_000, 999, 1)))
                        .is(400, "invalid_params")
                        .says("The chunk size is invalid"));
    }
}
