package io.postbreeze.media.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which posts use a file, in post-api's place; silent when it is told to be. */
@ApplicationScoped
public class FakePosts implements MediaUses {
    private final Map<String, List<Use>> uses = new ConcurrentHashMap<>();
    private volatile boolean silent;

    @Override
    public Uni<List<Use>> of(String workspaceId, String mediaId) {
        return silent
                ? Uni.createFrom().failure(new IllegalStateException("post-api is away"))
                : Uni.createFrom().item(uses.getOrDefault(mediaId, List.of()));
    }

    void use(String mediaId, String... postIds) {
        uses.put(
                mediaId,
                List.of(postIds).stream().map(id -> new Use(id, "SCHEDULED")).toList());
    }

    void useNoMore(String mediaId) {
        uses.remove(mediaId);
    }

    void beSilent(boolean now) {
        silent = now;
    }
}
