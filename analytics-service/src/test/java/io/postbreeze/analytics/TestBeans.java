package io.postbreeze.analytics;

import io.postbreeze.api.ApiKey;
import io.postbreeze.api.ApiKeyAuthenticator;
import io.postbreeze.api.Secrets;
import io.postbreeze.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What the tests put in place of the world: keys of two workspaces, and a clock that they move. */
@ApplicationScoped
public class TestBeans implements ApiKeyAuthenticator {
    public static final String WORKSPACE = "ws_01JD0000000000000000000001";
    public static final String KEY = "pb_live_0123456789abcdefghijABCDEFGHIJ01";
    public static final String OTHER_KEY = "pb_live_0123456789abcdefghijABCDEFGHIJ02";
    private static final String OTHER_WORKSPACE = "ws_01JD0000000000000000000002";

    @Produces
    @Singleton
    ManualClock clock() {
        return ManualClock.at("2026-11-23T09:00:00Z");
    }

    @Override
    public Uni<Optional<ApiKey>> authenticate(String sha256) {
        Optional<ApiKey> key = Optional.empty();
        if (sha256.equals(Secrets.sha256(KEY))) {
            key = Optional.of(new ApiKey("key_1", List.of(WORKSPACE), false));
        } else if (sha256.equals(Secrets.sha256(OTHER_KEY))) {
            key = Optional.of(new ApiKey("key_2", List.of(OTHER_WORKSPACE), false));
        }
        return Uni.createFrom().item(key);
    }
}
