package io.postbreeze.postapi.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.postbreeze.api.Secrets;
import io.postbreeze.postapi.idempotency.Claim;
import io.postbreeze.postapi.idempotency.IdempotencyKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Creates a post once, however often the request comes with the same {@code Idempotency-Key}. */
@ApplicationScoped
class CreateOnce {
    private final CreatePost create;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    CreateOnce(CreatePost create, IdempotencyKeys keys, ObjectMapper json) {
        this.create = create;
        this.keys = keys;
        this.json = json;
    }

    /** The answer, the same to the letter each time. */
    Uni<Answer> create(Map<?, ?> body, List<String> workspaceIds, String apiKeyId, String idempotencyKey) {
        return keys.claim(apiKeyId, idempotencyKey, Secrets.sha256(sorted(body)))
                .chain(claim -> switch (claim) {
                    case Claim.Done done -> Uni.createFrom().item(new Answer(done.answer(), true));
                    case Claim.Mine mine -> work(body, workspaceIds, mine);
                });
    }

    private Uni<Answer> work(Map<?, ?> body, List<String> workspaceIds, Claim.Mine mine) {
        return Uni.createFrom()
                .deferred(() -> create.create(
                        body,
                        workspaceIds,
                        mine.apiKeyId(),
                        (session, view) -> keys.keep(session, mine, written(view))))
                .map(view -> new Answer(written(view), false))
                .onFailure()
                .call(() -> keys.release(mine).onFailure().recoverWithNull());
    }

    private String written(PostView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A post is writable", e);
        }
    }

    /** The same for bodies that differ only in the order of their fields. */
    private String sorted(Map<?, ?> body) {
        try {
            return json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read is writable", e);
        }
    }

    /**
     * An answer.
     *
     * @param body the post as JSON
     * @param replayed whether it is an earlier answer again
     */
    record Answer(String body, boolean replayed) {}
}
