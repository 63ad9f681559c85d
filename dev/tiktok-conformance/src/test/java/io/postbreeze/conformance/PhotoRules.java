package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;

/** Section 2.4: carousels. */
final class PhotoRules {
    private PhotoRules() {}

    static void write(Book book) {
        counts(book);
        words(book);
        files(book);
        drafts(book);
    }

    private static void counts(Book book) {
        shaped(book, "one photo", body -> photos(body, 1), true);
        shaped(book, "35 photos", body -> photos(body, 35), true);
        shaped(book, "36 photos", body -> photos(body, 36), false);
        shaped(book, "no photo", body -> photos(body, 0), false);
        shaped(book, "the last photo as cover", body -> source(body).put("photo_cover_index", 1), true);
        shaped(book, "a cover behind the last photo", body -> source(body).put("photo_cover_index", 2), false);
        shaped(book, "a cover before the first photo", body -> source(body).put("photo_cover_index", -1), false);
        shaped(book, "no cover", body -> source(body).remove("photo_cover_index"), false);
        shaped(book, "photos by upload", body -> source(body).put("source", "FILE_UPLOAD"), false);
        shaped(book, "photos that are no list", body -> source(body).put("photo_images", "one"), false);
        shaped(
                book,
                "a photo that is a number",
                body -> source(body).put("photo_images", new JsonArray().add(1)),
                false);
        shaped(book, "media_type VIDEO", body -> body.put("media_type", "VIDEO"), false);
        shaped(book, "no media_type", body -> body.remove("media_type"), false);
        shaped(book, "post_mode LATER", body -> body.put("post_mode", "LATER"), false);
        shaped(book, "no post_mode", body -> body.remove("post_mode"), false);
        shaped(book, "no post_info", body -> body.remove("post_info"), false);
        shaped(book, "no source_info", body -> body.remove("source_info"), false);
    }

    private static void words(Book book) {
        shaped(book, "a title of 90", body -> info(body).put("title", "x".repeat(90)), true);
        shaped(book, "a title of 91", body -> info(body).put("title", "x".repeat(91)), false);
        shaped(book, "a title of 45 emoji", body -> info(body).put("title", "😀".repeat(45)), true);
        shaped(book, "a title of 46 emoji", body -> info(body).put("title", "😀".repeat(46)), false);
        shaped(book, "a description of 4000", body -> info(body).put("description", "x".repeat(4_000)), true);
        shaped(book, "a description of 4001", body -> info(body).put("description", "x".repeat(4_001)), false);
        shaped(
                book,
                "no words at all",
                body -> {
                    info(body).remove("title");
                    info(body).remove("description");
                },
                true);
        shaped(
                book,
                "auto_add_music and is_aigc",
                body -> info(body.put("is_aigc", true)).put("auto_add_music", true),
                true);
        shaped(book, "a level that is no word", body -> info(body).put("privacy_level", "PUBLIC"), false);
    }

    private static JsonObject info(JsonObject body) {
        return body.getJsonObject("post_info");
    }

    private static JsonObject source(JsonObject body) {
        return body.getJsonObject("source_info");
    }

    private static void photos(JsonObject body, int count) {
        String url = source(body).getJsonArray("photo_images").getString(0);
        source(body).put("photo_images", new JsonArray(java.util.Collections.nCopies(count, url)));
    }

    private static void shaped(Book book, String title, Consumer<JsonObject> change, boolean passes) {
        book.rule("2.4", title + (passes ? " (accepted)" : " (refused)"), stage -> {
            try (Web web = new Web(stage).owned(stage)) {
                JsonObject body = Bodies.photos(2, web.url("ok.jpg"));
                change.accept(body);
                Answer answer = stage.api.post(Api.CONTENT, stage.token(), body);
                if (passes) {
                    assertThat(answer.ok().data().getString("publish_id")).startsWith("p_pub_url~");
                    stage.settled(answer.data().getString("publish_id"));
                } else {
                    answer.is(400, "invalid_params");
                }
            }
        });
    }

    private static void files(Book book) {
        for (String path : List.of("ok.jpg", "square.jpg", "tall.jpg", "landscape.jpg")) {
            file(book, path, "");
        }
        file(book, "wide.jpg", "picture_size_check_failed");
        file(book, "long.jpg", "picture_size_check_failed");
        file(book, "png.png", "file_format_check_failed");
        file(book, "moved.jpg", "photo_pull_failed");
        file(book, "missing.jpg", "photo_pull_failed");
        file(book, "short.jpg", "photo_pull_failed");
        file(book, "stall.jpg", "photo_pull_failed");
    }

    private static void file(Book book, String path, String reason) {
        boolean passes = reason.isEmpty();
        String title = path + (passes ? " is a good photo" : " fails the whole carousel");
        book.rule(
                "2.5",
                title,
                stage -> {
                    if (path.startsWith("stall")) {
                        stage.settings("pullTimeoutMs", 300);
                    }
                    try (Web web = new Web(stage).owned(stage)) {
                        JsonObject body = Bodies.photos("DIRECT_POST", List.of(web.url("ok.jpg"), web.url(path)));
                        String id = stage.api
                                .post(Api.CONTENT, stage.token(), body)
                                .ok()
                                .data()
                                .getString("publish_id");
                        stage.settled(id);
                        JsonObject status = stage.status(stage.person(), id);
                        assertThat(status.getString("status")).isEqualTo(passes ? "PUBLISH_COMPLETE" : "FAILED");
                        assertThat(status.getString("fail_reason", "")).isEqualTo(reason);
                    }
                },
                passes ? new String[] {"ok"} : new String[] {"fail:" + reason});
    }

    private static void drafts(Book book) {
        book.rule("2.4", "a photo draft goes to the inbox", stage -> {
            try (Web web = new Web(stage).owned(stage)) {
                JsonObject body = Bodies.photos("MEDIA_UPLOAD", List.of(web.url("ok.jpg")));
                String id = stage.api
                        .post(Api.CONTENT, stage.token(), body)
                        .ok()
                        .data()
                        .getString("publish_id");
                stage.settled(id);
                assertThat(stage.status(stage.person(), id).getString("status")).isEqualTo("SEND_TO_USER_INBOX");
            }
        });
        book.rule(
                "2.4",
                "an app that is too old takes no photo draft",
                stage -> {
                    stage.settings("appVersionTooOld", true);
                    try (Web web = new Web(stage).owned(stage)) {
                        JsonObject draft = Bodies.photos("MEDIA_UPLOAD", List.of(web.url("ok.jpg")));
                        stage.api.post(Api.CONTENT, stage.token(), draft).is(400, "app_version_check_failed");
                        stage.api
                                .post(Api.CONTENT, stage.token(), Bodies.photos(1, web.url("ok.jpg")))
                                .ok();
                    }
                },
                "app_version_check_failed");
        book.rule(
                "2.4",
                "photos need an owned address",
                stage -> stage.api
                        .post(Api.CONTENT, stage.token(), Bodies.photos(1, "https://nobody.example/1.jpg"))
                        .is(403, "url_ownership_unverified"));
        book.rule("2.4", "photos for a level that is not offered", stage -> {
            try (Web web = new Web(stage).owned(stage)) {
                JsonObject body = Bodies.photos(1, web.url("ok.jpg"));
                info(body).put("privacy_level", "FOLLOWER_OF_CREATOR");
                stage.api.post(Api.CONTENT, stage.token(), body).is(403, "privacy_level_option_mismatch");
            }
        });
    }
}
