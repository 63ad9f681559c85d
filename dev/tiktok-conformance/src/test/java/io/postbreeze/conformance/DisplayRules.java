package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;

/** Section 4: profiles and lists of videos. */
final class DisplayRules {
    private static final String LIST = "/v2/video/list/?fields=";
    private static final String QUERY = "/v2/video/query/?fields=id";

    private DisplayRules() {}

    static void write(Book book) {
        fields(
                book,
                "user.info.basic",
                "open_id",
                "union_id",
                "avatar_url",
                "avatar_url_100",
                "avatar_large_url",
                "display_name");
        fields(book, "user.info.profile", "bio_description", "profile_deep_link", "is_verified", "username");
        fields(book, "user.info.stats", "follower_count", "following_count", "likes_count", "video_count");
        book.anywhere(
                "4.1",
                "fields are required",
                stage -> stage.api.get("/v2/user/info/", stage.token()).is(400, "invalid_params"));
        book.rule(
                "4.1",
                "the other word for a missing scope",
                stage -> {
                    stage.settings("missingScopeWord", "scope_permission_missed");
                    String token = stage.token(stage.person().openId(), "user.info.basic");
                    stage.api.get("/v2/user/info/?fields=username", token).is(400, "scope_permission_missed");
                },
                "scope_permission_missed");
        videos(book);
    }

    private static void fields(Book book, String scope, String... names) {
        for (String name : names) {
            book.rule("4.1", name + " comes with " + scope + " and no other scope", stage -> {
                String path = "/v2/user/info/?fields=" + name;
                String openId = stage.person().openId();
                assertThat(stage.api
                                .get(path, stage.token(openId, scope))
                                .ok()
                                .data()
                                .getJsonObject("user")
                                .fieldNames())
                        .containsExactly(name);
                stage.api.get(path, stage.token(openId, "video.list")).is(401, "scope_not_authorized");
            });
        }
    }

    private static void videos(Book book) {
        book.rule("4.2", "only public posts, newest first, page by page", stage -> {
            for (String level : List.of(Stage.PUBLIC, "SELF_ONLY", Stage.PUBLIC, Stage.PUBLIC)) {
                stage.settled(Posting.upload(stage, stage.person(), level));
                stage.later(java.time.Duration.ofSeconds(2));
            }
            JsonObject body = new JsonObject().put("max_count", 2);
            JsonObject first = stage.api
                    .post(LIST + "id,create_time", stage.token(), body)
                    .ok()
                    .data();
            assertThat(first.getJsonArray("videos")).hasSize(2);
            assertThat(first.getBoolean("has_more")).isTrue();
            body.put("cursor", first.getLong("cursor"));
            JsonObject second = stage.api
                    .post(LIST + "id,create_time", stage.token(), body)
                    .ok()
                    .data();
            assertThat(second.getJsonArray("videos")).hasSize(1);
            assertThat(second.getBoolean("has_more")).isFalse();
        });
        for (int count : List.of(0, 21, -1)) {
            book.anywhere(
                    "4.2",
                    "a page of " + count + " is refused",
                    stage -> stage.api
                            .post(LIST + "id", stage.token(), new JsonObject().put("max_count", count))
                            .is(400, "invalid_params"));
        }
        book.anywhere(
                "4.2",
                "a page of 20 passes",
                stage -> stage.api
                        .post(LIST + "id", stage.token(), new JsonObject().put("max_count", 20))
                        .ok());
        queries(book);
    }

    private static void queries(Book book) {
        for (String field : List.of("watch_time", "reach", "profile_views")) {
            book.anywhere(
                    "4.4",
                    "there is no field " + field,
                    stage -> stage.api
                            .post(LIST + field, stage.token(), new JsonObject())
                            .is(400, "invalid_params"));
        }
        for (int ids : List.of(1, 20, 21)) {
            book.anywhere("4.3", ids + " ids in one query", stage -> {
                JsonArray list = new JsonArray(Collections.nCopies(ids, "1"));
                JsonObject body = new JsonObject().put("filters", new JsonObject().put("video_ids", list));
                stage.api.post(QUERY, stage.token(), body).is(ids > 20 ? 400 : 200, ids > 20 ? "invalid_params" : "ok");
            });
        }
        book.rule("4.3", "another creator's video is left out", stage -> {
            String id = Posting.upload(stage, stage.person(), Stage.PUBLIC);
            stage.settled(id);
            String post = String.valueOf(stage.entry(id).getString("postId"));
            JsonObject body =
                    new JsonObject().put("filters", new JsonObject().put("video_ids", new JsonArray().add(post)));
            assertThat(stage.api.post(QUERY, stage.token(), body).ok().data().getJsonArray("videos"))
                    .hasSize(1);
            String other = stage.creator(new JsonObject()).token();
            assertThat(stage.api.post(QUERY, other, body).ok().data().getJsonArray("videos"))
                    .isEmpty();
        });
    }
}
