package io.postbreeze.postapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.postbreeze.api.Secrets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountIT {
    @Inject
    Pool pool;

    @ConfigProperty(name = "postbreeze.tiktok.api-url")
    String tiktok;

    @Test
    void anAccountIsConnectedThroughTikTokAndShowsNoToken() {
        String account = Api.connect("sandbox_creator");

        ValidatableResponse shown =
                Api.caller().get("/api/v1/social-accounts/" + account).then();

        shown.statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("handle", equalTo("sandbox_creator"))
                .body("scopes", hasItem("video.publish"))
                .body("meta.privacyLevelOptions", hasItem("PUBLIC_TO_EVERYONE"))
                .body("meta.maxVideoPostDurationSec", equalTo(600));
        assertThat(shown.extract().asString()).doesNotContain("act.", "rft.");
        assertThat(Api.connect("sandbox_creator")).isEqualTo(account);
        Api.caller().get("/api/v1/social-accounts").then().body("id", hasItem(account));
    }

    @Test
    void aStateWorksOnce() {
        String page = Api.caller()
                .body("{\"platform\":\"TIKTOK_PERSONAL\"}")
                .post("/api/v1/social-accounts/connect")
                .then()
                .extract()
                .path("state");

        Api.callback("error=access_denied&state=" + page).statusCode(403).body("code", equalTo("OAUTH_REFUSED"));
        Api.callback("code=x&state=" + page).statusCode(400).body("code", equalTo("OAUTH_STATE_INVALID"));
        Api.callback("code=x&state=never-opened").statusCode(400).body("code", equalTo("OAUTH_STATE_INVALID"));
        Api.callback("code=x").statusCode(400);
    }

    @Test
    void aBrowserSeesAPage() {
        io.restassured.RestAssured.given()
                .accept("text/html")
                .get("/api/v1/oauth/tiktok/callback?code=x&state=y")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("Not connected"))
                .body(not(containsString("statusCode")));
    }

    @Test
    void anUnknownPlatformIsNamed() {
        Api.caller()
                .body("{\"platform\":\"MYSPACE\"}")
                .post("/api/v1/social-accounts/connect")
                .then()
                .statusCode(400)
                .body("code", equalTo("PLATFORM_UNKNOWN"));
        Api.caller()
                .body("{}")
                .post("/api/v1/social-accounts/connect")
                .then()
                .statusCode(400)
                .body("code", equalTo("PLATFORM_REQUIRED"));
    }

    @Test
    void tokensGoToOurServicesOnlyAndStayTheSameWhileTheyWork() {
        String account = Api.connect("sandbox_creator");

        String first = hand(account, "{}").statusCode(200).extract().path("accessToken");
        String second = hand(account, "{}").extract().path("accessToken");

        assertThat(first).startsWith("act.").isEqualTo(second);
        Api.caller()
                .post("/internal/v1/accounts/" + account + "/access-token")
                .then()
                .statusCode(401);
        hand("soc_unknown", "{}").statusCode(404);
    }

    @Test
    void twentyWhoWereRefusedAtOnceCauseOneRefresh() throws Exception {
        String account = Api.connect("sandbox_private");
        String dead = hand(account, "{}").extract().path("accessToken");
        String body = "{\"rejectedTokenSha256\":\"" + Secrets.sha256(dead) + "\"}";
        int before = refreshes();

        Set<String> handed =
                atOnce(20, () -> hand(account, body).statusCode(200).extract().<String>path("accessToken"));

        assertThat(handed).hasSize(1).doesNotContain(dead);
        assertThat(refreshes()).isEqualTo(before + 1);
    }

    @Test
    void everyRefreshUsesThePairOfTheOneBefore() {
        String account = Api.connect("sandbox_private");
        String first = hand(account, "{}").extract().path("accessToken");

        String second = hand(account, "{\"rejectedTokenSha256\":\"" + Secrets.sha256(first) + "\"}")
                .statusCode(200)
                .extract()
                .path("accessToken");
        String third = hand(account, "{\"rejectedTokenSha256\":\"" + Secrets.sha256(second) + "\"}")
                .statusCode(200)
                .extract()
                .path("accessToken");

        assertThat(Set.of(first, second, third)).hasSize(3);
    }

    @Test
    void whileAnotherReplicaRenewsATokenThatStillWorksIsHandedOut() {
        String account = Api.connect("sandbox_creator");
        String current = hand(account, "{}").extract().path("accessToken");
        pool.query("update social_accounts set token_expires_at = now() + interval '4 minutes',"
                        + " refresh_lease_until = now() + interval '1 minute' where id = '" + account + "'")
                .executeAndAwait();

        assertThat(hand(account, "{}").statusCode(200).extract().<String>path("accessToken"))
                .isEqualTo(current);
    }

    @Test
    void aDeadRefreshTokenMeansReconnectAndConnectingAgainHeals() {
        String account = Api.connect("sandbox_newcomer");
        String dead = hand(account, "{}").extract().path("accessToken");
        io.restassured.RestAssured.given()
                .formParam("client_key", "sandbox-client-key")
                .formParam("client_secret", "sandbox-client-secret")
                .formParam("token", dead)
                .post(tiktok + "/v2/oauth/revoke/")
                .then()
                .statusCode(200);

        hand(account, "{\"rejectedTokenSha256\":\"" + Secrets.sha256(dead) + "\"}")
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_NEEDS_RECONNECT"));
        Api.caller().get("/api/v1/social-accounts/" + account).then().body("status", equalTo("TOKEN_EXPIRED"));

        assertThat(Api.connect("sandbox_newcomer")).isEqualTo(account);
        hand(account, "{}").statusCode(200);
    }

    @Test
    void aTokenThatEndsSoonIsRenewedAhead() {
        String account = Api.connect("sandbox_creator");
        String old = hand(account, "{}").extract().path("accessToken");
        pool.query("update social_accounts set token_expires_at = now() + interval '4 minutes' where id = '" + account
                        + "'")
                .executeAndAwait();

        assertThat(hand(account, "{}").extract().<String>path("accessToken")).isNotEqualTo(old);
    }

    @Test
    void whileTikTokIsDownADeadTokenIsAnsweredWithTryAgainAndThenWithANewOne() {
        String account = Api.connect("sandbox_creator");
        pool.query("update social_accounts set token_expires_at = now() where id = '" + account + "'")
                .executeAndAwait();
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{\"endpoint\":\"/v2/oauth/token/\",\"times\":50,\"action\":\"status\"}")
                .post(tiktok + "/sandbox/faults")
                .then()
                .statusCode(201);
        try {
            hand(account, "{}").statusCode(503).body("code", equalTo("TIKTOK_UNAVAILABLE"));
        } finally {
            io.restassured.RestAssured.delete(tiktok + "/sandbox/faults");
        }

        hand(account, "{}").statusCode(200);
    }

    @Test
    void tokensAreSealedInTheDatabase() {
        String account = Api.connect("sandbox_creator");
        String token = hand(account, "{}").extract().path("accessToken");
        String row = pool.query("select encode(access_token_sealed, 'escape') || token_key_id from social_accounts"
                        + " where id = '" + account + "'")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);

        assertThat(row).doesNotContain(token).endsWith("k1");
    }

    @Test
    void ourServicesLearnWhoseKeyItIs() {
        Api.service()
                .body("{\"sha256\":\"" + Secrets.sha256(Api.KEY) + "\"}")
                .post("/internal/v1/api-keys/authenticate")
                .then()
                .statusCode(200)
                .body("workspaceIds.size()", equalTo(1));
        Api.service()
                .body("{\"sha256\":\"00\"}")
                .post("/internal/v1/api-keys/authenticate")
                .then()
                .statusCode(404);
        Api.caller().get("/api/v1/workspaces").then().statusCode(200).body("[0].slug", equalTo("default"));
    }

    private int refreshes() {
        Integer count = io.restassured.RestAssured.get(tiktok + "/sandbox/requests/summary")
                .then()
                .extract()
                .path("'POST /v2/oauth/token/ 200 ok'");
        return count == null ? 0 : count;
    }

    private static ValidatableResponse hand(String account, String body) {
        return Api.service()
                .body(body)
                .post("/internal/v1/accounts/" + account + "/access-token")
                .then();
    }

    private static Set<String> atOnce(int times, Callable<String> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<String>> running = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList());
            return running.stream().map(AccountIT::result).collect(Collectors.toSet());
        }
    }

    private static String result(Future<String> done) {
        try {
            return done.get();
        } catch (Exception e) {
            throw new AssertionError("A call failed", e);
        }
    }
}
