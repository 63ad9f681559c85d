package io.postbreeze.postapi;

import static io.postbreeze.postapi.Api.caller;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class AccountLifecycleIT {
    private static final String ACCOUNTS = "/api/v1/social-accounts";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ConfigProperty(name = "postbreeze.tiktok.client-key")
    String clientKey;

    @ConfigProperty(name = "postbreeze.tiktok.client-secret")
    String clientSecret;

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    @Test
    void aDisconnectedAccountLosesItsTokensAndItsScheduledPosts() {
        String account = Api.connect("sandbox_newcomer");
        String post = caller().body(Api.flatBody(account, Neighbours.VIDEO))
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        caller().delete(ACCOUNTS + "/" + account).then().statusCode(200).body("status", equalTo("DISCONNECTED"));

        caller().get("/api/v1/posts/" + post).then().body("status", equalTo("CANCELED"));
        caller().get(ACCOUNTS + "/" + account).then().statusCode(404);
        caller().delete(ACCOUNTS + "/" + account).then().statusCode(404);
        caller().get(ACCOUNTS + "?limit=200").then().body("id", not(hasItem(account)));
        assertThat(count("length(access_token_sealed) + length(refresh_token_sealed)", account))
                .isZero();
        assertThat(Api.connect("sandbox_newcomer")).isNotEqualTo(account);
    }

    @Test
    void creatorInfoSaysWhatMayBePostedAndHowOften() {
        String account = Api.connect("sandbox_creator");

        caller().get(ACCOUNTS + "/" + account + "/creator-info")
                .then()
                .statusCode(200)
                .body("privacyOptions", hasItem("SELF_ONLY"))
                .body("maxVideoDurationSec", greaterThan(0))
                .body("remainingPosts", lessThanOrEqualTo(15));
        caller().get(ACCOUNTS + "/soc_00000000000000000000000000/creator-info")
                .then()
                .statusCode(404);
    }

    @Test
    void theListIsPaged() {
        Api.connect("sandbox_creator");
        Api.connect("sandbox_private");

        String next = caller().get(ACCOUNTS + "?limit=1")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1))
                .extract()
                .header("Link");

        assertThat(next).contains("cursor=soc_").endsWith("rel=\"next\"");
        caller().get(ACCOUNTS + "?cursor=x").then().statusCode(400);
        caller().get(ACCOUNTS + "?status=GONE").then().statusCode(400);
    }

    @Test
    void aRemovedAuthorizationRevokesTheAccountOnceHoweverOftenItIsTold() {
        String account = Api.connect("sandbox_private");
        String openId = pool.preparedQuery("select open_id from social_accounts where id = $1")
                .execute(Tuple.of(account))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getString(0);
        String body = message("authorization.removed", openId, "{\\\"reason\\\":1}");

        told(body, signature(body)).statusCode(200);
        told(body, signature(body)).statusCode(200);

        caller().get(ACCOUNTS + "/" + account).then().body("status", equalTo("REVOKED"));
        assertThat(messages("authorization.removed")).isEqualTo(1);
        assertThat(Api.connect("sandbox_private")).as("a reconnect keeps the id").isEqualTo(account);
    }

    @Test
    void anUnknownMessageIsKeptAndAForgedOneIsNot() {
        String unknown = message("video.of.the.future", "nobody", "{}");
        told(unknown, signature(unknown)).statusCode(200);
        assertThat(messages("video.of.the.future")).isEqualTo(1);

        String forged = message("forged.event", "nobody", "{}");
        told(forged, signature(unknown)).statusCode(401).body("code", equalTo("SIGNATURE_INVALID"));
        told(forged, "").statusCode(401);
        String strange = forged.replace(clientKey, "another_app");
        told(strange, signature(strange)).statusCode(400);
        for (String broken : List.of("[]", "nonsense", "{}")) {
            told(broken, signature(broken)).statusCode(400);
        }
        assertThat(messages("forged.event")).isZero();
    }

    private String message(String event, String openId, String content) {
        return "{\"client_key\":\"" + clientKey + "\",\"event\":\"" + event + "\",\"create_time\":1,\"user_openid\":\""
                + openId + "\",\"content\":\"" + content + "\"}";
    }

    private static ValidatableResponse told(String body, String signature) {
        return given().header("TikTok-Signature", signature)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/tiktok/webhook")
                .then();
    }

    private String signature(String body) {
        long now = clock.instant().getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + now + ",s=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long messages(String event) {
        return pool.preparedQuery("select count(*) from tiktok_messages where event = $1")
                .execute(Tuple.of(event))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private long count(String expression, String account) {
        return pool.preparedQuery("select " + expression + " from social_accounts where id = $1")
                .execute(Tuple.of(account))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getInteger(0);
    }
}
