package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** Section 9, rule 8 and section 7: trouble on TikTok's side, as a client sees it. */
final class FaultRules {
    private FaultRules() {}

    static void write(Book book) {
        for (String code : List.of("internal_error", "invalid_file_upload")) {
            int status = code.startsWith("internal") ? 500 : 400;
            book.rule(
                    "0",
                    "the generic " + code,
                    stage -> {
                        arm(
                                stage,
                                "status",
                                new JsonObject().put("status", status).put("code", code));
                        stage.api
                                .post(Api.INIT, stage.token(), Bodies.video("SELF_ONLY"))
                                .is(status, code);
                        stage.api
                                .post(Api.INIT, stage.token(), Bodies.video("SELF_ONLY"))
                                .ok();
                    },
                    code);
        }
        book.rule("0", "a 429 out of turn", stage -> {
            arm(stage, "rate-limit", new JsonObject());
            stage.api.post(Api.INIT, stage.token(), Bodies.video("SELF_ONLY")).is(429, "rate_limit_exceeded");
        });
        for (String action : List.of("drop-reply", "truncate-reply", "reset-before-read")) {
            boolean hasEffect = action.endsWith("reply");
            book.rule("7", action + (hasEffect ? " comes after the effect" : " has no effect"), stage -> {
                arm(stage, action, new JsonObject());
                assertThatThrownBy(() -> stage.api.post(Api.INIT, stage.token(), Bodies.video("SELF_ONLY")))
                        .isInstanceOf(Api.BrokenCall.class);
                assertThat(stage.list("/publishes?openId=" + stage.person().openId()))
                        .hasSize(hasEffect ? 1 : 0);
            });
        }
        book.rule("2.6", "ids near the end of 64 bits are numbers still", stage -> {
            arm(stage, "big-ids", new JsonObject());
            String id = Posting.upload(stage, stage.person(), Stage.PUBLIC);
            stage.settled(id);
            assertThat(stage.status(stage.person(), id)
                            .getJsonArray("publicaly_available_post_id")
                            .getLong(0))
                    .isGreaterThan(9_223_372_036_854_000_000L);
        });
    }

    private static void arm(Stage stage, String action, JsonObject fault) {
        stage.fault(fault.put("action", action)
                .put("openId", stage.person().openId())
                .put("endpoint", Api.INIT));
    }
}
