package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** Section 3: events. */
final class WebhookRules {
    private static final String VECTOR =
            "{\"client_key\":\"ck_test\",\"event\":\"post.publish.complete\",\"create_time\":1633174587,"
                    + "\"user_openid\":\"-000test\",\"content\":\"{\\\"publish_id\\\":\\\"v_pub_file~v2-1.1\\\","
                    + "\\\"publish_type\\\":\\\"DIRECT_PUBLISH\\\"}\"}";

    private WebhookRules() {}

    static void write(Book book) {
        book.rule("3", "our own signature is the reference's vector, and an event's is ours", stage -> {
            assertThat(signature("sandbox-secret", "1633174587", VECTOR))
                    .isEqualTo("62e369204e6eeca72176b38372a05c9c2bf5675616db571ead01bc1aa3721323");
            try (Web web = listening(stage)) {
                Posting.upload(stage, stage.person(), "SELF_ONLY");
                Web.Event event = await(web, "post.publish.complete");
                String[] parts = event.signature().split("[=,]");
                assertThat(parts[3]).isEqualTo(signature(Login.SECRET, parts[1], event.body()));
                assertThat(event.envelope().getString("client_key")).isEqualTo(Login.KEY);
                assertThat(event.content().getString("publish_type")).isEqualTo("DIRECT_PUBLISH");
            }
        });
        book.rule("3", "a public post is told, with its id as a text", stage -> {
            try (Web web = listening(stage)) {
                Posting.upload(stage, stage.person(), Stage.PUBLIC);
                assertThat(await(web, "post.publish.publicly_available")
                                .content()
                                .getValue("post_id"))
                        .isInstanceOf(String.class);
            }
        });
        book.rule("3", "a failure is told with its reason", stage -> {
            try (Web web = listening(stage)) {
                Posting.upload(stage, stage.person(), "SELF_ONLY", new byte[1_000]);
                assertThat(await(web, "post.publish.failed").content().getString("reason"))
                        .isEqualTo("file_format_check_failed");
            }
        });
        book.rule("3", "an inbox item is told as a share", stage -> {
            try (Web web = listening(stage)) {
                Posting.share(stage, stage.person());
                assertThat(await(web, "post.publish.inbox_delivered").content().getString("publish_type"))
                        .isEqualTo("INBOX_SHARE");
            }
        });
        departures(book);
    }

    private static void departures(Book book) {
        for (int reason : List.of(1, 2, 3, 4)) {
            book.rule("3", "authorization.removed for reason " + reason, stage -> {
                try (Web web = listening(stage)) {
                    JsonObject body = new JsonObject().put("reason", reason);
                    stage.admin("POST", "/creators/" + stage.person().openId() + "/disconnect", body, 204);
                    assertThat(await(web, "authorization.removed").content().getInteger("reason"))
                            .isEqualTo(reason);
                }
            });
        }
        book.rule("1.4", "a revocation by the developer is reason 5", stage -> {
            try (Web web = listening(stage)) {
                new Login(stage).revoke(stage.token());
                assertThat(await(web, "authorization.removed").content().getInteger("reason"))
                        .isEqualTo(5);
            }
        });
        delivery(book);
    }

    private static void delivery(Book book) {
        book.rule("3", "an event may come again", stage -> {
            stage.settings("webhookRepeats", 2);
            try (Web web = listening(stage)) {
                Posting.upload(stage, stage.person(), "SELF_ONLY");
                Awaitility.await().until(() -> web.events.size() >= 3);
            }
        });
        book.rule("3", "what is not answered with 200 comes again", stage -> {
            try (Web web = listening(stage)) {
                web.callbackStatus = 500;
                Posting.upload(stage, stage.person(), "SELF_ONLY");
                await(web, "post.publish.complete");
                web.callbackStatus = 200;
                Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> {
                    stage.later(Duration.ofHours(1));
                    return web.events.size() >= 2;
                });
            }
        });
        book.rule("3", "after 72 hours without a 200 an event is dropped", stage -> {
            try (Web web = listening(stage)) {
                web.callbackStatus = 500;
                Posting.upload(stage, stage.person(), "SELF_ONLY");
                await(web, "post.publish.complete");
                Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> {
                    stage.later(Duration.ofHours(25));
                    return stage.list("/webhooks").stream()
                            .map(JsonObject.class::cast)
                            .filter(each -> stage.person().openId().equals(each.getString("openId")))
                            .anyMatch(each -> "DROPPED".equals(each.getString("state")));
                });
            }
        });
    }

    private static Web listening(Stage stage) throws java.io.IOException {
        Web web = new Web(stage);
        web.watched = stage.person().openId();
        stage.settings("webhookUrl", web.address() + "/hook");
        return web;
    }

    private static Web.Event await(Web web, String name) {
        Awaitility.await()
                .until(() -> web.events.stream().anyMatch(event -> event.name().equals(name)));
        return web.events.stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String signature(String secret, String at, String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8)));
    }
}
