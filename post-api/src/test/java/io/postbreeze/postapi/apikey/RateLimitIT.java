package io.postbreeze.postapi.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.postbreeze.api.ApiKey;
import io.postbreeze.api.Secrets;
import io.postbreeze.postapi.Api;
import io.postbreeze.postapi.Tenant;
import io.postbreeze.testkit.ManualClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RateLimitIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool pool;

    private final ManualClock clock = ManualClock.at("2026-11-23T09:00:00.250Z");
    private Tenant tenant;
    private StoredApiKeys one;
    private StoredApiKeys other;

    @BeforeEach
    void twoReplicas() {
        tenant = Tenant.fresh(pool);
        one = new StoredApiKeys(pool, clock, new Limits(60, Duration.ofMinutes(1), 1_000, Duration.ofMinutes(15)));
        other = new StoredApiKeys(pool, clock, new Limits(60, Duration.ofMinutes(1), 1_000, Duration.ofMinutes(15)));
    }

    @Test
    void ofManyAtOnceOnTwoReplicasExactlySixtyPass() {
        List<Uni<Boolean>> together = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            together.add(passes(one));
            together.add(passes(other));
        }

        List<Boolean> passed = Uni.join().all(together).andFailFast().await().atMost(PATIENCE);

        assertThat(passed.stream().filter(yes -> yes)).hasSize(60);
    }

    @Test
    void noMinuteEverHoldsMoreThanSixtyAndNoRoomIsKeptBackForLong() {
        Random random = new Random(7);
        List<Instant> passed = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(20_000) : random.nextInt(300)));
            Instant now = clock.instant();
            boolean yes = passes(random.nextBoolean() ? one : other).await().atMost(PATIENCE);
            long inMinute = since(passed, now.minusSeconds(60));
            if (yes) {
                assertThat(inMinute).as("before request %d", i).isLessThan(60);
                passed.add(now);
            } else {
                assertThat(Math.max(
                                since(passed, now.minusSeconds(62)) - 59, since(passed, now.minusSeconds(916)) - 999))
                        .as("why request %d was refused", i)
                        .isPositive();
            }
        }
        assertThat(passed).hasSizeBetween(700, 1_499);
    }

    @Test
    void theLongWindowEndsWhatTheShortOneWouldAllow() {
        StoredApiKeys narrow =
                new StoredApiKeys(pool, clock, new Limits(60, Duration.ofMinutes(1), 100, Duration.ofMinutes(15)));

        assertThat(passing(narrow, 70)).isEqualTo(60);
        clock.advance(Duration.ofMinutes(2));
        assertThat(passing(narrow, 70)).isEqualTo(40);
        clock.advance(Duration.ofMinutes(13));
        assertThat(passing(narrow, 1)).isZero();
        clock.advance(Duration.ofSeconds(16));
        assertThat(passing(narrow, 70)).isEqualTo(60);
    }

    private long passing(StoredApiKeys replica, int requests) {
        long passed = 0;
        for (int i = 0; i < requests; i++) {
            passed += passes(replica).await().atMost(PATIENCE) ? 1 : 0;
        }
        return passed;
    }

    @Test
    void refusalsDoNotLengthenTheWait() {
        for (int i = 0; i < 60; i++) {
            assertThat(passes(one).await().atMost(PATIENCE)).isTrue();
        }
        for (int i = 0; i < 100; i++) {
            assertThat(passes(other).await().atMost(PATIENCE)).isFalse();
        }
        clock.advance(Duration.ofSeconds(61));

        ApiKey key = ask(one).await().atMost(PATIENCE);

        assertThat(Objects.requireNonNull(key.rateLimit()).remaining()).isEqualTo(59);
    }

    @Test
    void otherWindowsStartCountingAfresh() {
        for (int i = 0; i < 61; i++) {
            passes(one).await().atMost(PATIENCE);
        }
        StoredApiKeys slower =
                new StoredApiKeys(pool, clock, new Limits(5, Duration.ofMinutes(2), 50, Duration.ofHours(1)));

        ApiKey key = ask(slower).await().atMost(PATIENCE);

        assertThat(Objects.requireNonNull(key.rateLimit()).remaining()).isEqualTo(4);
        assertThat(key.rateLimit().policy()).isEqualTo("5;w=120, 50;w=3600");
    }

    @Test
    void everyAnswerTellsTheLimitsAndTheOneTooManyWhenToComeBack() {
        pool.query("update api_keys set burst_limit = 2 where id = '" + tenant.keyId() + "'")
                .executeAndAwait();

        tenant.caller()
                .get("/api/v1/workspaces")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "2;w=60, 1000;w=900")
                .header("RateLimit-Limit", "2")
                .header("RateLimit-Remaining", "1")
                .header("Retry-After", nullValue());
        tenant.caller().get("/api/v1/posts/post_none").then().statusCode(404).header("RateLimit-Remaining", "0");
        ValidatableResponse refused = tenant.caller().get("/api/v1/workspaces").then();

        refused.statusCode(429)
                .body("code", equalTo("RATE_LIMITED"))
                .body("message", containsString("2;w=60"))
                .header("RateLimit-Remaining", "0");
        assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 61);
        assertThat(Integer.parseInt(refused.extract().header("RateLimit-Reset")))
                .isBetween(1, 61);
    }

    @Test
    void requestsToOurOtherServicesCountToo() {
        pool.query("update api_keys set burst_limit = 2 where id = '" + tenant.keyId() + "'")
                .executeAndAwait();
        String question = "{\"sha256\":\"" + Secrets.sha256(tenant.key()) + "\"}";

        Api.service()
                .body(question)
                .post("/internal/v1/api-keys/authenticate")
                .then()
                .statusCode(200)
                .body("rateLimit.remaining", equalTo(1))
                .body("workspaceIds[0]", equalTo(tenant.workspaceId()));
        tenant.caller().get("/api/v1/workspaces").then().statusCode(200);
        Api.service()
                .body(question)
                .post("/internal/v1/api-keys/authenticate")
                .then()
                .statusCode(200)
                .body("rateLimit.retryAfterSeconds", org.hamcrest.Matchers.greaterThan(0));
    }

    @Test
    void anExemptKeyIsNeitherCountedNorTold() {
        tenant.unlimited(pool);

        for (int i = 0; i < 70; i++) {
            tenant.caller().get("/api/v1/workspaces").then().statusCode(200).header("RateLimit-Limit", nullValue());
        }
    }

    private static long since(List<Instant> passed, Instant start) {
        return passed.stream().filter(time -> time.isAfter(start)).count();
    }

    private Uni<Boolean> passes(StoredApiKeys replica) {
        return ask(replica).map(key -> !Objects.requireNonNull(key.rateLimit()).refused());
    }

    private Uni<ApiKey> ask(StoredApiKeys replica) {
        return Uni.createFrom()
                .deferred(() -> replica.authenticate(Secrets.sha256(tenant.key())))
                .map(found -> found.orElseThrow());
    }

    private record Limits(int burstRequests, Duration burstWindow, int sustainedRequests, Duration sustainedWindow)
            implements RateLimitConfig {}
}
