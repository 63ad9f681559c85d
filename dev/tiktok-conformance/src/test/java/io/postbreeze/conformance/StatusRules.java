package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** Sections 2.6 and 2.7: where a post stands, why it failed, and giving it up. */
final class StatusRules {
    private static final String ID = "publicaly_available_post_id";

    private StatusRules() {}

    static void write(Book book) {
        ids(book);
        course(book);
        reasons(book);
        postIds(book);
        inbox(book);
    }

    private static JsonObject named(String publishId) {
        return new JsonObject().put("publish_id", publishId);
    }

    private static void ids(Book book) {
        for (String path : List.of(Api.STATUS, Api.CANCEL)) {
            book.anywhere(
                    "2.6",
                    path + " of an id that never was",
                    stage -> stage.api
                            .post(path, stage.token(), named("v_pub_file~v2-1.1"))
                            .is(400, "invalid_publish_id"),
                    "invalid_publish_id");
            book.anywhere(
                    "2.6",
                    path + " without an id",
                    stage -> assertThat(stage.api
                                    .post(path, stage.token(), new JsonObject())
                                    .status())
                            .isEqualTo(400));
            book.rule(
                    "2.6",
                    path + " of another creator's id",
                    stage -> {
                        String id = Posting.upload(stage, stage.person(), "SELF_ONLY");
                        String other = stage.creator(new JsonObject()).token();
                        stage.api.post(path, other, named(id)).is(400, "token_not_authorized_for_specified_publish_id");
                    },
                    "token_not_authorized_for_specified_publish_id");
        }
    }

    private static void course(Book book) {
        book.rule("2.6", "an upload under way, then done", stage -> {
            stage.settings("processingMs", 60_000);
            String id = Posting.upload(stage, stage.person(), "SELF_ONLY");
            assertThat(stage.status(stage.person(), id).getString("status")).isEqualTo("PROCESSING_UPLOAD");
            stage.later(Duration.ofSeconds(61));
            stage.settled(id);
            assertThat(stage.status(stage.person(), id).getString("status")).isEqualTo("PUBLISH_COMPLETE");
        });
        book.rule(
                "2.7",
                "what is under way can be given up",
                stage -> {
                    JsonObject begun = Posting.begin(stage, stage.person(), Bodies.info("SELF_ONLY"), 1_000);
                    stage.api
                            .post(Api.CANCEL, stage.token(), named(begun.getString("publish_id")))
                            .ok();
                    JsonObject status = stage.status(stage.person(), begun.getString("publish_id"));
                    assertThat(status.getString("status")).isEqualTo("FAILED");
                    assertThat(status.getString("fail_reason")).isEqualTo("publish_cancelled");
                },
                "fail:publish_cancelled");
        book.rule(
                "2.7",
                "what is posted cannot be given up",
                stage -> {
                    String id = Posting.upload(stage, stage.person(), "SELF_ONLY");
                    stage.settled(id);
                    stage.api.post(Api.CANCEL, stage.token(), named(id)).is(400, "publish_not_cancellable");
                },
                "publish_not_cancellable");
        book.rule("2.7", "nothing can be given up twice", stage -> {
            JsonObject begun = Posting.begin(stage, stage.person(), Bodies.info("SELF_ONLY"), 1_000);
            JsonObject id = named(begun.getString("publish_id"));
            stage.api.post(Api.CANCEL, stage.token(), id).ok();
            stage.api.post(Api.CANCEL, stage.token(), id).is(400, "publish_not_cancellable");
        });
        book.rule("2.5", "an upload that is not finished in its hour fails", stage -> {
            JsonObject begun = Posting.begin(stage, stage.person(), Bodies.info("SELF_ONLY"), 1_000);
            stage.later(Duration.ofMinutes(61));
            assertThat(stage.entry(begun.getString("publish_id")).getString("status"))
                    .isEqualTo("FAILED");
        });
    }

    private static void reasons(Book book) {
        for (String reason : Documented.FAIL_REASONS) {
            book.rule(
                    "2.6",
                    "a post that failed by " + reason + " is HTTP 200, ok and FAILED",
                    stage -> {
                        Person who = stage.person();
                        stage.fault(new JsonObject()
                                .put("action", "fail")
                                .put("openId", who.openId())
                                .put("failReason", reason));
                        String id = Posting.upload(stage, who, "SELF_ONLY");
                        stage.reached(id, "FAILED");
                        assertThat(stage.status(who, id).getString("fail_reason"))
                                .isEqualTo(reason);
                    },
                    "fail:" + reason);
        }
        book.rule("2.6", "bytes that are no video", stage -> {
            String id = Posting.upload(stage, stage.person(), "SELF_ONLY", new byte[1_000]);
            stage.reached(id, "FAILED");
            assertThat(stage.status(stage.person(), id).getString("fail_reason"))
                    .isEqualTo("file_format_check_failed");
        });
        book.rule("2.6", "a video longer than the creator may post", stage -> {
            Person who = stage.creator(new JsonObject().put("maxDurationSeconds", 10));
            String id = Posting.upload(stage, who, "SELF_ONLY");
            stage.reached(id, "FAILED");
            assertThat(stage.status(who, id).getString("fail_reason")).isEqualTo("duration_check_failed");
        });
        book.rule("2.6", "a creator who disconnects in mid-post", stage -> {
            Person who = stage.person();
            String id =
                    Posting.begin(stage, who, Bodies.info("SELF_ONLY"), 1_000).getString("publish_id");
            stage.admin("POST", "/creators/" + who.openId() + "/disconnect", new JsonObject(), 204);
            String again = stage.token(who.openId(), Stage.ALL);
            JsonObject status =
                    stage.api.post(Api.STATUS, again, named(id)).ok().data();
            assertThat(status.getString("fail_reason")).isEqualTo("auth_removed");
            stage.api.post(Api.STATUS, who.token(), named(id)).is(401, "access_token_invalid");
        });
    }

    private static void postIds(Book book) {
        book.rule("2.6", "a public post has whole numbers as ids once it is moderated", stage -> {
            stage.settings("moderationMs", 60_000);
            String id = Posting.upload(stage, stage.person(), Stage.PUBLIC);
            stage.settled(id);
            assertThat(stage.status(stage.person(), id).getJsonArray(ID, new JsonArray()))
                    .isEmpty();
            stage.later(Duration.ofSeconds(61));
            assertThat(stage.status(stage.person(), id).getJsonArray(ID).getValue(0))
                    .isInstanceOf(Long.class);
        });
        book.rule("2.6", "a post for oneself has no id, ever", stage -> {
            String id = Posting.upload(stage, stage.person(), "SELF_ONLY");
            stage.settled(id);
            stage.later(Duration.ofMinutes(90));
            assertThat(stage.status(stage.person(), id).getJsonArray(ID, new JsonArray()))
                    .isEmpty();
        });
        for (String mode : List.of("LATE", "NEVER")) {
            book.rule("2.6", "the id of a public post comes " + mode, stage -> {
                stage.settings("postId", mode);
                String id = Posting.upload(stage, stage.person(), Stage.PUBLIC);
                stage.settled(id);
                assertThat(stage.status(stage.person(), id).getJsonArray(ID, new JsonArray()))
                        .isEmpty();
                stage.later(Duration.ofMinutes(2));
                assertThat(stage.status(stage.person(), id).getJsonArray(ID, new JsonArray()))
                        .hasSize(mode.equals("LATE") ? 1 : 0);
            });
        }
        book.rule("2.2", "what the account forbids is off, though it was asked for", stage -> {
            JsonArray off = new JsonArray().add("comment").add("duet").add("stitch");
            Person who = stage.creator(new JsonObject().put("interactionsDisabled", off));
            String id = Posting.upload(stage, who, "SELF_ONLY");
            JsonObject entry = stage.settled(id);
            for (String flag : List.of("commentDisabled", "duetDisabled", "stitchDisabled")) {
                assertThat(entry.getBoolean(flag)).as(flag).isTrue();
            }
        });
    }

    private static void inbox(Book book) {
        book.rule("2.6", "an inbox video waits for its creator, who posts it", stage -> {
            String id = Posting.share(stage, stage.person());
            stage.settled(id);
            assertThat(stage.status(stage.person(), id).getString("status")).isEqualTo("SEND_TO_USER_INBOX");
            stage.admin("POST", "/publishes/" + id + "/complete", new JsonObject(), 200);
            assertThat(stage.status(stage.person(), id).getString("status")).isEqualTo("PUBLISH_COMPLETE");
        });
        book.rule("2.6", "an inbox draft may become several posts", stage -> {
            String id = Posting.share(stage, stage.person());
            stage.settled(id);
            stage.admin("POST", "/publishes/" + id + "/complete", new JsonObject().put("posts", 3), 200);
            stage.later(Duration.ofSeconds(1));
            assertThat(stage.status(stage.person(), id).getJsonArray(ID)).hasSize(3);
        });
    }
}
