package io.postbreeze.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RemoteApiKeyAuthenticatorTest {
    private static final ApiKey UNLIMITED = new ApiKey("key_1", List.of("ws_1"), true);
    private static final ApiKey LIMITED =
            new ApiKey("key_2", List.of("ws_1"), false, false, new RateLimit("60;w=60", 60, 3, 59, 0));

    private final AtomicInteger questions = new AtomicInteger();
    private final ManualClock clock = ManualClock.at("2026-11-23T09:00:00Z");

    private RemoteApiKeyAuthenticator answering(Uni<ApiKey> answer) {
        return new RemoteApiKeyAuthenticator(
                question -> {
                    questions.incrementAndGet();
                    return answer;
                },
                clock);
    }

    private static Optional<ApiKey> ask(RemoteApiKeyAuthenticator keys) {
        return keys.authenticate("hash").await().indefinitely();
    }

    @Test
    void aKeyWithoutLimitsIsRememberedForTwoSeconds() {
        RemoteApiKeyAuthenticator keys = answering(Uni.createFrom().item(UNLIMITED));

        assertThat(ask(keys)).contains(UNLIMITED);
        clock.advance(Duration.ofMillis(1_999));
        assertThat(ask(keys)).contains(UNLIMITED);
        assertThat(questions).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        ask(keys);
        assertThat(questions).hasValue(2);
    }

    @Test
    void aKeyWithLimitsIsAskedForEachTimeBecauseThatCounts() {
        RemoteApiKeyAuthenticator keys = answering(Uni.createFrom().item(LIMITED));

        assertThat(ask(keys)).contains(LIMITED);
        assertThat(ask(keys)).contains(LIMITED);
        assertThat(questions).hasValue(2);
    }

    @Test
    void anUnknownKeyIsNoneAndASilentPostApiIsNoAnswer() {
        assertThat(ask(answering(Uni.createFrom().failure(new NotFoundException()))))
                .isEmpty();
        assertThatThrownBy(() -> ask(answering(Uni.createFrom().failure(new IllegalStateException("down")))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.status()).isEqualTo(503));
    }
}
