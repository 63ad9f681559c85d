package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Secrets;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.idempotency.IdempotencyKeys;
import io.postbreeze.postapi.post.validation.PostWarnings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Creates many posts, each on its own: one that is refused keeps no other from being created. */
@ApplicationScoped
class BulkPosts {
    /** Most posts in one request. */
    static final int MOST = 500;

    private static final Logger LOGGER = Logger.getLogger(BulkPosts.class);
    private static final int AT_ONCE = 8;
    private static final int CREATED = 201;

    private final CreatePost create;
    private final CreateOnce createOnce;
    private final CheckPost check;
    private final OwnContext contexts;

    BulkPosts(CreatePost create, CreateOnce createOnce, CheckPost check, OwnContext contexts) {
        this.create = create;
        this.createOnce = createOnce;
        this.check = check;
        this.contexts = contexts;
    }

    /**
     * Creates posts.
     *
     * @param bodies one per post; what is no object is refused in its place
     * @param order who asks, and how
     * @return a verdict for each body, in their order; fails with 400 when there are none or too many
     */
    Uni<List<BulkVerdict>> create(List<?> bodies, Order order) {
        if (bodies.isEmpty() || bodies.size() > MOST) {
            String message = "Send 1 to " + MOST + " posts; these are " + bodies.size() + ".";
            throw new ApiException(
                    400, "FIELD_INVALID", message, List.of(new Violation("posts", "FIELD_INVALID", message)));
        }
        if (order.idempotencyKey() != null) {
            IdempotencyKeys.requireUsable(order.idempotencyKey());
        }
        return Multi.createFrom()
                .iterable(IntStream.range(0, bodies.size()).boxed().toList())
                .onItem()
                .transformToUni(index -> contexts.run(() -> verdict(index, bodies.get(index), order)))
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(verdicts -> verdicts.stream()
                        .sorted(Comparator.comparingInt(BulkVerdict::index))
                        .toList());
    }

    private Uni<BulkVerdict> verdict(int index, Object body, Order order) {
        if (!(body instanceof Map<?, ?> post)) {
            String message = "This must be an object.";
            BulkRefusal refusal = new BulkRefusal(
                    "FIELD_INVALID", message, List.of(new Violation("posts[" + index + "]", "FIELD_INVALID", message)));
            return Uni.createFrom().item(new BulkVerdict(index, 400, null, List.of(), refusal));
        }
        return Uni.createFrom()
                .deferred(() -> one(index, post, order))
                .onFailure()
                .recoverWithItem(failure -> refused(index, failure));
    }

    private Uni<BulkVerdict> one(int index, Map<?, ?> post, Order order) {
        if (order.isDryRun()) {
            return check.lookAt(post, order.workspaceIds())
                    .map(checked -> new BulkVerdict(index, CREATED, null, checked.warnings(), null));
        }
        if (order.idempotencyKey() == null) {
            return create.create(post, order.workspaceIds(), order.keyId()).map(view -> created(index, view));
        }
        // Each post has a key of its own, so that a request that died half-way can be sent again whole.
        String key = "bulk:" + Secrets.sha256(order.idempotencyKey()) + ":" + index;
        return createOnce
                .create(post, order.workspaceIds(), order.keyId(), key)
                .map(answer -> created(index, StoredJson.view(answer.body())));
    }

    private static BulkVerdict created(int index, PostView view) {
        return new BulkVerdict(index, CREATED, view, List.of(), null);
    }

    private static BulkVerdict refused(int index, Throwable failure) {
        if (failure instanceof ApiException known) {
            return new BulkVerdict(
                    index,
                    known.status(),
                    null,
                    List.of(),
                    new BulkRefusal(known.code(), known.explanation(), known.details()));
        }
        LOGGER.errorf(failure, "Post %d of a bulk request could not be created", index);
        return new BulkVerdict(
                index,
                500,
                null,
                List.of(),
                new BulkRefusal("INTERNAL_ERROR", "Something went wrong on our side.", List.of()));
    }

    /**
     * Who asks, and how.
     *
     * @param workspaceIds the caller's workspaces
     * @param keyId the caller's key
     * @param idempotencyKey the caller's key for the whole request, null without one
     * @param isDryRun whether nothing is to be stored
     */
    record Order(
            List<String> workspaceIds,
            String keyId,
            @Nullable String idempotencyKey,
            boolean isDryRun) {}

    /**
     * What became of one post.
     *
     * @param index its place in the request
     * @param statusCode what a single create would have answered with
     * @param post the post, null when it was refused or was not to be stored
     * @param warnings what a dry run has to say of a post that would be created
     * @param error why it was refused, null when it was not
     */
    record BulkVerdict(
            int index,
            int statusCode,
            @Nullable PostView post,
            List<PostWarnings.Warning> warnings,
            @Nullable BulkRefusal error) {}

    /** Why a post was refused; paths are within the post. */
    record BulkRefusal(String code, String message, List<Violation> details) {}
}
