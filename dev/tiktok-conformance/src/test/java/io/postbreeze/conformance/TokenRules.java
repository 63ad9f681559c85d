package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** Section 0 and the head of section 2: token, scope, rate, body, for each endpoint. */
final class TokenRules {
    /** An endpoint: what it needs, how often, and a call that passes. */
    private record Door(String path, String scope, String without, int perMinute, JsonObject body) {}

    private static final String INFO = "/v2/user/info/?fields=open_id";
    private static final String LIST = "/v2/video/list/?fields=id";
    private static final String QUERY = "/v2/video/query/?fields=id";

    private TokenRules() {}

    private static List<Door> doors() {
        JsonObject id = new JsonObject().put("publish_id", "v_pub_file~v2-1.1");
        JsonObject ids = new JsonObject("{\"filters\":{\"video_ids\":[\"1\"]}}");
        JsonObject source = new JsonObject().put("source_info", Bodies.upload(1_000, 1_000, 1));
        JsonObject photos = Bodies.photos(1, "https://nobody.example/1.jpg");
        String noPost = "user.info.basic,video.list";
        return List.of(
                new Door(Api.CREATOR, "video.publish", "video.upload", 20, new JsonObject()),
                new Door(Api.INIT, "video.publish", "video.upload", 6, Bodies.video("SELF_ONLY")),
                new Door(Api.INBOX, "video.upload", "video.publish", 6, source),
                new Door(Api.CONTENT, "video.publish", "video.upload", 6, photos),
                new Door(Api.STATUS, "video.upload", noPost, 30, id),
                new Door(Api.CANCEL, "video.upload", noPost, 0, id),
                new Door(LIST, "video.list", "user.info.basic", 600, new JsonObject()),
                new Door(QUERY, "video.list", "user.info.basic", 600, ids));
    }

    static void write(Book book) {
        doors().forEach(door -> {
            tokens(book, door);
            scopes(book, door);
            if (door.perMinute() > 0) {
                rate(book, door);
            }
        });
        envelope(book);
        modes(book);
    }

    private static void tokens(Book book, Door door) {
        String title = door.path().replaceAll("\\?.*", "");
        book.anywhere(
                "2",
                title + " refuses an unknown token",
                stage -> stage.api
                        .post(door.path(), "act.never-issued", door.body())
                        .is(401, "access_token_invalid"),
                "access_token_invalid");
        book.anywhere(
                "2",
                title + " refuses a call without a token",
                stage -> stage.api
                        .with("", "", "POST", door.path(), door.body().encode())
                        .is(401, "access_token_invalid"));
        book.rule("1.3", title + " refuses a token that has expired", stage -> {
            String token = stage.token();
            stage.later(Duration.ofHours(25));
            stage.api.post(door.path(), token, door.body()).is(401, "access_token_invalid");
        });
    }

    private static void scopes(Book book, Door door) {
        String title = door.path().replaceAll("\\?.*", "");
        book.rule(
                "1.6",
                title + " refuses a token without its scope",
                stage -> {
                    String token = stage.token(stage.person().openId(), door.without());
                    stage.api.post(door.path(), token, door.body()).is(401, "scope_not_authorized");
                },
                "scope_not_authorized");
        book.rule("1.6", title + " is content with " + door.scope() + " alone", stage -> {
            String token = stage.token(stage.person().openId(), door.scope());
            assertThat(stage.api.post(door.path(), token, door.body()).status()).isNotEqualTo(401);
        });
    }

    private static void rate(Book book, Door door) {
        String title = door.path().replaceAll("\\?.*", "");
        String limit = door.perMinute() + " calls a minute";
        book.rule(
                "2",
                title + " answers " + limit + ", refuses the next, and is free again after 60 s",
                stage -> {
                    String token = stage.token();
                    String other = stage.token(stage.person().openId(), Stage.ALL);
                    for (int call = 1; call <= door.perMinute(); call++) {
                        assertThat(stage.api
                                        .post(door.path(), token, door.body())
                                        .status())
                                .as("call " + call)
                                .isNotEqualTo(429);
                    }
                    stage.api.post(door.path(), token, door.body()).is(429, "rate_limit_exceeded");
                    assertThat(stage.api.post(door.path(), other, door.body()).status())
                            .isNotEqualTo(429);
                    stage.later(Duration.ofSeconds(60));
                    assertThat(stage.api.post(door.path(), token, door.body()).status())
                            .isNotEqualTo(429);
                },
                "rate_limit_exceeded");
    }

    private static void envelope(Book book) {
        book.anywhere(
                "0",
                "a success says ok, with a log id in body and header",
                stage -> {
                    Answer answer = stage.api.get(INFO, stage.token()).ok();
                    String id = answer.body().getJsonObject("error").getString("log_id");
                    assertThat(id).isNotBlank();
                    assertThat(answer.header("x-tt-logid")).isEqualTo(id);
                },
                "ok");
        book.anywhere("0", "a refusal has the same envelope", stage -> {
            Answer answer = stage.api.get(INFO, "act.never").is(401, "access_token_invalid");
            assertThat(answer.message()).startsWith("The access token is invalid or not found");
            assertThat(answer.body().getJsonObject("error").getString("log_id")).isNotBlank();
        });
        book.anywhere(
                "0",
                "a token is told by Bearer",
                stage -> stage.api
                        .with("Authorization", stage.token(), "GET", INFO, "")
                        .is(401, "access_token_invalid"));
        for (String body : List.of("{", "[]", "\"text\"", "null")) {
            book.anywhere(
                    "0",
                    "a body of " + body + " is refused",
                    stage -> stage.api.postText(Api.INIT, stage.token(), body).is(400, "invalid_params"),
                    "invalid_params");
        }
        budgets(book);
    }

    private static void budgets(Book book) {
        book.rule(
                "0",
                "the singular spelling on request",
                stage -> {
                    stage.settings("invalidParamsWord", "invalid_param");
                    stage.api.post(Api.INIT, stage.token(), new JsonObject()).is(400, "invalid_param");
                },
                "invalid_param");
        book.rule("2", "budgets of one token are apart per endpoint", stage -> {
            for (int call = 0; call < 7; call++) {
                stage.api.post(Api.INIT, stage.token(), new JsonObject());
            }
            stage.api.post(Api.CREATOR, stage.token(), new JsonObject()).ok();
        });
        book.rule("2", "the minute slides", stage -> {
            for (int call = 0; call < 3; call++) {
                stage.api.post(Api.INIT, stage.token(), new JsonObject());
            }
            stage.later(Duration.ofSeconds(40));
            for (int call = 0; call < 3; call++) {
                stage.api.post(Api.INIT, stage.token(), new JsonObject());
            }
            stage.api.post(Api.INIT, stage.token(), new JsonObject()).is(429, "rate_limit_exceeded");
            stage.later(Duration.ofSeconds(25));
            stage.api.post(Api.INIT, stage.token(), new JsonObject()).is(400, "invalid_params");
        });
    }

    private static void modes(Book book) {
        book.rule("2.4", "a photo draft takes video.upload, not video.publish", stage -> {
            JsonObject draft = Bodies.photos("MEDIA_UPLOAD", List.of("https://nobody.example/1.jpg"));
            stage.api
                    .post(Api.CONTENT, stage.token(stage.person().openId(), "video.publish"), draft)
                    .is(401, "scope_not_authorized");
            stage.api
                    .post(Api.CONTENT, stage.token(stage.person().openId(), "video.upload"), draft)
                    .is(403, "url_ownership_unverified");
        });
        book.rule("2", "user/info answers 600 calls a minute", stage -> {
            for (int call = 0; call < 600; call++) {
                stage.api.get(INFO, stage.token());
            }
            stage.api.get(INFO, stage.token()).is(429, "rate_limit_exceeded");
        });
    }
}
