package io.postbreeze.postapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyIT {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Pool pool;

    private String body;

    @BeforeEach
    void connect() {
        body = Api.flatBody(Api.connect("sandbox_creator"), Neighbours.VIDEO);
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSameAndMakesNoSecondPost() {
        String first = send(key, body).statusCode(201).extract().asString();
        long posts = posts();

        ValidatableResponse again = send(key, body.replace("\n", " "));

        again.statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.extract().asString()).isEqualTo(first);
        assertThat(posts()).isEqualTo(posts);
    }

    @Test
    void aHundredAtOnceMakeOnePost() throws Exception {
        long before = posts();
        Callable<ValidatableResponse> call = () -> send(key, body);
        List<ValidatableResponse> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(25)) {
            answers = threads
                    .invokeAll(IntStream.range(0, 100).mapToObj(i -> call).toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        assertThat(posts()).isEqualTo(before + 1);
        assertThat(answers)
                .extracting(answer -> answer.extract().statusCode())
                .contains(201)
                .isSubsetOf(201, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.extract().statusCode() == 201)
                        .map(answer -> answer.extract().asString())
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        send(key, body).statusCode(201);

        send(key, body.replace("launch", "lunch")).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void errorsAreNotRemembered() {
        String broken = body.replace("PUBLIC_TO_EVERYONE", "");

        send(key, broken).statusCode(422).body("code", equalTo("TT_PRIVACY_REQUIRED"));
        send(key, body).statusCode(201).header("Idempotency-Replayed", "false");
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondIsToldToWaitAndADeadOneIsTakenOver() {
        send(key, body).statusCode(201);
        String where = " where idempotency_key = '" + key + "'";
        pool.query("update idempotency_keys set answer = null" + where).executeAndAwait();
        send(key, body).statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_IN_FLIGHT"));

        pool.query("update idempotency_keys set locked_until = now()" + where).executeAndAwait();
        send(key, body).statusCode(201).header("Idempotency-Replayed", "false");
    }

    @Test
    void afterAWeekAKeyIsNew() {
        String first = send(key, body).extract().path("id");
        pool.query("update idempotency_keys set expires_at = now() where idempotency_key = '" + key + "'")
                .executeAndAwait();

        assertThat(send(key, body).statusCode(201).extract().<String>path("id")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "ünïcode"})
    void aKeyOfTheWrongFormIsRefused(String wrong) {
        send(wrong, body).statusCode(400).body("code", equalTo("IDEMPOTENCY_KEY_INVALID"));
    }

    private static ValidatableResponse send(String key, String body) {
        return Api.caller()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/posts")
                .then();
    }

    private long posts() {
        return pool.query("select count(*) from posts")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}
