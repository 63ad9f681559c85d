package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** Section 2.5, PULL_FROM_URL: whose address it is, and what is found there. */
final class PullRules {
    private static final String UNVERIFIED = "url_ownership_unverified";

    private PullRules() {}

    static void write(Book book) {
        book.rule("2.5", "a video is pulled from an owned domain", stage -> {
            try (Web web = new Web(stage).owned(stage)) {
                String id = begin(stage, web.url("ok.mp4")).ok().data().getString("publish_id");
                assertThat(id).startsWith("v_pub_url~");
                stage.settled(id);
                JsonObject status = stage.status(stage.person(), id);
                assertThat(status.getString("status")).isEqualTo("PUBLISH_COMPLETE");
                assertThat(status.getLong("downloaded_bytes")).isPositive();
            }
        });
        fetching(book);
        ownership(book);
    }

    private static Answer begin(Stage stage, String url) {
        return stage.api.post(Api.INIT, stage.token(), Bodies.video(Bodies.info("SELF_ONLY"), Bodies.pull(url)));
    }

    private static void fetching(Book book) {
        for (String path : List.of("moved.mp4", "missing.mp4", "broken.mp4", "short.mp4", "stall.mp4")) {
            book.rule(
                    "2.5",
                    "a pull of " + path + " fails",
                    stage -> fails(stage, path, "video_pull_failed"),
                    "fail:video_pull_failed");
        }
        book.rule("9 rule 5", "a pull that finds a web page in place of a video fails", stage -> {
            try (Web web = new Web(stage).owned(stage)) {
                String id = begin(stage, web.url("text.mp4")).ok().data().getString("publish_id");
                stage.reached(id, "FAILED");
                assertThat(stage.status(stage.person(), id).getString("fail_reason"))
                        .isIn("video_pull_failed", "file_format_check_failed");
            }
        });
        book.rule("2.6", "a pull under way is PROCESSING_DOWNLOAD, and can be given up", stage -> {
            try (Web web = new Web(stage).owned(stage)) {
                String id = begin(stage, web.url("stall.mp4")).ok().data().getString("publish_id");
                assertThat(stage.status(stage.person(), id).getString("status")).isEqualTo("PROCESSING_DOWNLOAD");
                stage.api
                        .post(Api.CANCEL, stage.token(), new JsonObject().put("publish_id", id))
                        .ok();
                assertThat(stage.status(stage.person(), id).getString("fail_reason"))
                        .isEqualTo("publish_cancelled");
            }
        });
    }

    private static void fails(Stage stage, String path, String reason) throws java.io.IOException {
        if (path.startsWith("stall")) {
            stage.settings("pullTimeoutMs", 300);
        }
        try (Web web = new Web(stage).owned(stage)) {
            String id = begin(stage, web.url(path)).ok().data().getString("publish_id");
            stage.reached(id, "FAILED");
            assertThat(stage.status(stage.person(), id).getString("fail_reason"))
                    .isEqualTo(reason);
        }
    }

    private static void ownership(Book book) {
        owned(book, "a domain covers itself", "DOMAIN", "a1.test", "https://a1.test/v.mp4", true);
        owned(book, "a domain covers what is under it", "DOMAIN", "a2.test", "https://x.y.a2.test/v.mp4", true);
        owned(book, "a domain does not cover its parent", "DOMAIN", "sub.a3.test", "https://a3.test/v.mp4", false);
        owned(book, "a domain does not cover a name that ends alike", "DOMAIN", "a4.test", "https://xa4.test/v", false);
        owned(book, "a domain is no part of a longer name", "DOMAIN", "a5.test", "https://a5.test.evil.test/v", false);
        owned(book, "a user name is no host", "DOMAIN", "a6.test", "https://a6.test@evil.test/v", false);
        owned(book, "letters of a host may be large", "DOMAIN", "a7.test", "https://A7.TEST/v.mp4", true);
        owned(book, "http is refused", "DOMAIN", "a8.test", "http://a8.test/v.mp4", false);
        owned(book, "a prefix covers what begins with it", "PREFIX", "https://b1.test/u/", "https://b1.test/u/v", true);
        owned(book, "a prefix covers no neighbour", "PREFIX", "https://b2.test/u/", "https://b2.test/v", false);
        owned(book, "a prefix covers no sub-domain", "PREFIX", "https://b3.test/u/", "https://x.b3.test/u/v", false);
        owned(book, "a prefix is told by its case", "PREFIX", "https://b4.test/u/", "https://b4.test/U/v", false);
        owned(book, "a prefix ends with its slash", "PREFIX", "https://b5.test/u/", "https://b5.test/users", false);
        for (String url : List.of(
                "https://127.0.0.1/v.mp4",
                "https://[::1]/v.mp4",
                "https://2130706433/v.mp4",
                "ftp://c.test/v.mp4",
                "https://nobody.example/v.mp4")) {
            book.anywhere("2.5", "not pulled: " + url, stage -> {
                Answer answer = begin(stage, url);
                assertThat(answer.status() + " " + answer.code()).isIn("403 " + UNVERIFIED, "400 invalid_params");
            });
        }
        book.anywhere(
                "2.5",
                "the message of an address that is not owned names the rules",
                stage -> assertThat(begin(stage, "https://nobody.example/v.mp4")
                                .is(403, UNVERIFIED)
                                .message())
                        .contains("media-transfer-guide"),
                UNVERIFIED);
    }

    private static void owned(Book book, String title, String kind, String value, String url, boolean passes) {
        book.rule("2.5", title, stage -> {
            Web.own(stage, kind, value);
            Answer answer = begin(stage, url);
            if (passes) {
                answer.ok();
            } else {
                assertThat(answer.status() + " " + answer.code()).isIn("403 " + UNVERIFIED, "400 invalid_params");
            }
        });
    }
}
