package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.postbreeze.outbox.Outbox;
import io.postbreeze.postapi.account.AccountStatus;
import io.postbreeze.postapi.account.SocialAccount;
import io.postbreeze.postapi.account.SocialAccounts;
import io.postbreeze.postapi.post.validation.AccountFacts;
import io.postbreeze.postapi.post.validation.Broken;
import io.postbreeze.postapi.post.validation.MediaFacts;
import io.postbreeze.postapi.post.validation.PostRequest;
import io.postbreeze.postapi.post.validation.PostRules;
import io.postbreeze.postapi.post.validation.RequestReader;
import io.postbreeze.postapi.post.validation.TargetRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Turns a request into a post, or into every reason why not. Post, targets and event are one transaction. */
@ApplicationScoped
class CreatePost {
    private final SocialAccounts accounts;
    private final MediaLookup media;
    private final Outbox outbox;
    private final Clock clock;
    private final PostApiMetrics metrics;

    CreatePost(SocialAccounts accounts, MediaLookup media, Outbox outbox, Clock clock, PostApiMetrics metrics) {
        this.accounts = accounts;
        this.media = media;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The post that a body asks for; fails with an {@link ApiException} naming every broken rule.
     *
     * @param also what else is to be stored in the post's transaction
     */
    Uni<PostView> create(Map<?, ?> body, List<String> workspaceIds, String keyId, Also also) {
        RequestReader.Reading reading = RequestReader.read(body);
        refuse(PostRules.checkForm(reading, clock.instant()));
        PostRequest request = Objects.requireNonNull(reading.request());
        List<String> ids =
                request.targets().stream().map(TargetRequest::accountId).toList();
        return Panache.withSession(() -> accounts.usable(ids, workspaceIds))
                .chain(found -> check(request, workspace(ids, found, workspaceIds), found)
                        .chain(workspace -> store(NewPost.of(request, workspace, keyId, now()), also)));
    }

    /** The post's workspace is that of its first account; accounts of another one do not exist for it. */
    private static String workspace(List<String> ids, List<SocialAccount> found, List<String> workspaceIds) {
        return ids.stream()
                .flatMap(id -> found.stream().filter(account -> account.id.equals(id)))
                .map(account -> account.workspaceId)
                .findFirst()
                .orElse(workspaceIds.getFirst());
    }

    private Uni<String> check(PostRequest request, String workspaceId, List<SocialAccount> found) {
        Map<String, AccountFacts> facts = found.stream()
                .filter(account -> account.workspaceId.equals(workspaceId))
                .collect(Collectors.toMap(account -> account.id, CreatePost::facts));
        return media.facts(workspaceId, request.mediaToLookAt())
                .invoke(files -> refuse(rules(request, facts, files)))
                .replaceWith(workspaceId);
    }

    private List<Broken> rules(PostRequest request, Map<String, AccountFacts> facts, Map<String, MediaFacts> files) {
        return PostRules.check(request, facts, files, clock.instant());
    }

    private static AccountFacts facts(SocialAccount account) {
        return new AccountFacts(
                account.platform.name(),
                account.status == AccountStatus.ACTIVE,
                account.offeredPrivacyLevels(),
                account.longestVideoSeconds());
    }

    /** As exact as the database keeps it, so that the answer to a create says what every later answer says. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Uni<PostView> store(NewPost created, Also also) {
        PostView view = PostView.of(created.post(), created.targets());
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> persist(session, created).chain(() -> also.store(session, view))))
                .invoke(outbox::wake)
                .invoke(() -> metrics.created(created.event() != null))
                .replaceWith(view);
    }

    private Uni<Void> persist(Mutiny.Session session, NewPost created) {
        Object[] rows = Stream.concat(Stream.of(created.post()), created.targets().stream())
                .toArray();
        return session.persistAll(rows)
                .chain(session::flush)
                .chain(() -> created.event() == null
                        ? Uni.createFrom().voidItem()
                        : outbox.append(session, List.of(created.event())));
    }

    private void refuse(List<Broken> broken) {
        if (broken.isEmpty()) {
            return;
        }
        broken.forEach(metrics::refused);
        Broken first = broken.getFirst();
        throw new ApiException(
                first.rule().status(),
                first.rule().name(),
                first.message(),
                broken.stream()
                        .map(one -> new Violation(one.path(), one.rule().name(), one.message()))
                        .toList());
    }

    /** Something that is stored with a post or not at all. */
    interface Also {
        /** Stores it; a failure takes the post back too. */
        Uni<Void> store(Mutiny.Session session, PostView view);
    }
}
