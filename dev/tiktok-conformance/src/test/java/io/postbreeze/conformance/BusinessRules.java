package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** Section 5: whole numbers for codes, HTTP 200 for everything. */
final class BusinessRules {
    private static final String BASE = "/open_api/v1.3/business/";
    private static final String SCOPES = "user.info.basic,user.insights,video.list,video.insights";

    private BusinessRules() {}

    static void write(Book book) {
        asked(book, "5.1", "an account", "get/?business_id=ME", 0);
        asked(book, "5.2", "its videos", "video/list/?business_id=ME", 0);
        asked(book, "5.1", "no business_id", "get/", 40002);
        asked(book, "5.1", "someone else's account", "get/?business_id=-000sandboxprivate0002", 40001);
        asked(book, "5.1", "an unknown field", "get/?business_id=ME&fields=%5B%22shoe%22%5D", 40002);
        asked(book, "5.1", "fields that are no list", "get/?business_id=ME&fields=display_name", 40002);
        asked(book, "5.1", "a start 61 days back", "get/?business_id=ME&start_date=2020-01-01", 40002);
        asked(book, "5.1", "a date in another spelling", "get/?business_id=ME&start_date=01.11.2026", 40002);
        asked(book, "5.2", "a page of 21", "video/list/?business_id=ME&max_count=21", 40002);
        asked(book, "5.2", "a page of 20", "video/list/?business_id=ME&max_count=20", 0);
        trouble(book);
    }

    private static void trouble(Book book) {
        for (String prefix : List.of("Bearer ", "unknown-")) {
            book.rule(
                    "5",
                    "a token after '" + prefix.strip() + "' is incorrect",
                    stage -> call(stage, "Access-Token", prefix + token(stage), "get/?business_id=ME")
                            .is(200, "40105"),
                    "40105");
        }
        book.rule(
                "5",
                "a token of the other platform is incorrect",
                stage -> call(stage, "Access-Token", stage.token(), "get/?business_id=ME")
                        .is(200, "40105"));
        book.rule(
                "5",
                "the other platform's endpoints refuse a business token",
                stage -> stage.api
                        .get("/v2/user/info/?fields=open_id", token(stage))
                        .is(401, "access_token_invalid"));
        book.rule(
                "5",
                "more than 20 calls in a second",
                stage -> {
                    String token = token(stage);
                    for (int each = 0; each < 60 && !stage.api.seen().contains("40100"); each++) {
                        call(stage, "Access-Token", token, "get/?business_id=ME");
                    }
                },
                "40100");
        for (int code : List.of(20001, 50000, 50001, 51001, 51021, 51039, 51065)) {
            book.rule(
                    "5",
                    "the code " + code + " on command",
                    stage -> {
                        stage.fault(new JsonObject()
                                .put("action", "status")
                                .put("endpoint", BASE + "get/")
                                .put("status", 200)
                                .put("code", String.valueOf(code)));
                        call(stage, "Access-Token", token(stage), "get/?business_id=ME")
                                .is(200, String.valueOf(code));
                    },
                    String.valueOf(code));
        }
    }

    private static void asked(Book book, String section, String what, String path, int code) {
        book.rule(
                section,
                what + " is answered with " + code,
                stage -> {
                    // The app's rate counts all creators.
                    stage.later(java.time.Duration.ofSeconds(61));
                    Answer answer =
                            call(stage, "Access-Token", token(stage), path).is(200, String.valueOf(code));
                    assertThat(answer.body().fieldNames()).contains("code", "message", "request_id", "data");
                },
                String.valueOf(code));
    }

    private static String token(Stage stage) {
        return stage.tokens(stage.person().openId(), SCOPES, "business").getString("accessToken");
    }

    private static Answer call(Stage stage, String header, String value, String path) {
        return stage.api.with(
                header, value, "GET", BASE + path.replace("ME", stage.person().openId()), "");
    }
}
