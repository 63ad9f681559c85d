package io.postbreeze.media.asset;

import io.postbreeze.api.ApiKey;
import io.postbreeze.api.ApiKeyAuthenticator;
import io.postbreeze.api.Secrets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows three keys, in post-api's place. */
@ApplicationScoped
public class FakeApiKeys implements ApiKeyAuthenticator {
    public static final String OURS = "pb_live_" + "a".repeat(32);
    public static final String THEIRS = "pb_live_" + "b".repeat(32);
    public static final String BOTH = "pb_live_" + "c".repeat(32);
    public static final String OUR_WORKSPACE = "ws_01HZ0000000000000000000001";
    public static final String THEIR_WORKSPACE = "ws_01HZ0000000000000000000002";

    private static final Map<String, ApiKey> KEYS = Map.of(
            Secrets.sha256(OURS), new ApiKey("key_1", List.of(OUR_WORKSPACE), false),
            Secrets.sha256(THEIRS), new ApiKey("key_2", List.of(THEIR_WORKSPACE), false),
            Secrets.sha256(BOTH), new ApiKey("key_3", List.of(OUR_WORKSPACE, THEIR_WORKSPACE), false));

    @Override
    public Uni<Optional<ApiKey>> authenticate(String sha256) {
        return Uni.createFrom().item(Optional.ofNullable(KEYS.get(sha256)));
    }
}
