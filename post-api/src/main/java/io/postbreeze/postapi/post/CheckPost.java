package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.account.AccountStatus;
import io.postbreeze.postapi.account.SocialAccount;
import io.postbreeze.postapi.account.SocialAccounts;
import io.postbreeze.postapi.account.TikTokAppConfig;
import io.postbreeze.postapi.post.validation.AccountFacts;
import io.postbreeze.postapi.post.validation.Broken;
import io.postbreeze.postapi.post.validation.MediaFacts;
import io.postbreeze.postapi.post.validation.PostRequest;
import io.postbreeze.postapi.post.validation.PostRule;
import io.postbreeze.postapi.post.validation.PostRules;
import io.postbreeze.postapi.post.validation.PostWarnings;
import io.postbreeze.postapi.post.validation.RequestReader;
import io.postbreeze.postapi.post.validation.TargetRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Holds a body against every rule, with what is known of its accounts and files; stores no post. */
@ApplicationScoped
class CheckPost {
    private final SocialAccounts accounts;
    private final MediaLookup media;
    private final MediaItems items;
    private final TikTokAppConfig app;
    private final Clock clock;
    private final PostApiMetrics metrics;

    CheckPost(
            SocialAccounts accounts,
            MediaLookup media,
            MediaItems items,
            TikTokAppConfig app,
            Clock clock,
            PostApiMetrics metrics) {
        this.accounts = accounts;
        this.media = media;
        this.items = items;
        this.app = app;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The request that a body means, with the files it names by address in the library; fails with an
     * {@link ApiException} naming every broken rule.
     */
    Uni<Checked> check(Map<?, ?> body, List<String> workspaceIds) {
        return check(body, workspaceIds, items::fetch, true);
    }

    /** The same without fetching anything. */
    Uni<Checked> lookAt(Map<?, ?> body, List<String> workspaceIds) {
        return check(
                body,
                workspaceIds,
                (request, workspaceId) -> Uni.createFrom().item(new MediaItems.Outcome(request, List.of())),
                false);
    }

    private Uni<Checked> check(Map<?, ?> body, List<String> workspaceIds, Fetching fetching, boolean repairs) {
        RequestReader.Reading reading = RequestReader.read(body);
        refuse(PostRules.checkForm(reading, clock.instant()));
        PostRequest request = Objects.requireNonNull(reading.request());
        List<String> ids =
                request.targets().stream().map(TargetRequest::accountId).toList();
        return Panache.withSession(() -> accounts.usable(ids, workspaceIds))
                .chain(found -> check(request, workspace(ids, found, workspaceIds), found, fetching, repairs));
    }

    /** The post's workspace is that of its first account; accounts of another one do not exist for it. */
    private static String workspace(List<String> ids, List<SocialAccount> found, List<String> workspaceIds) {
        return ids.stream()
                .flatMap(id -> found.stream().filter(account -> account.id.equals(id)))
                .map(account -> account.workspaceId)
                .findFirst()
                .orElse(workspaceIds.getFirst());
    }

    private Uni<Checked> check(
            PostRequest request, String workspaceId, List<SocialAccount> found, Fetching fetching, boolean repairs) {
        Map<String, AccountFacts> facts = found.stream()
                .filter(account -> account.workspaceId.equals(workspaceId))
                .collect(Collectors.toMap(account -> account.id, this::facts));
        if (!request.mediaItems().isEmpty()) {
            refuse(PostRules.checkWithoutMedia(request, facts, clock.instant()));
        }
        return fetching.fetch(request, workspaceId)
                .invoke(outcome -> refuse(outcome.broken()))
                .map(MediaItems.Outcome::request)
                .chain(whole -> media.facts(workspaceId, whole.mediaToLookAt(), repairs && asksForRepair(whole))
                        .invoke(files -> refuse(rules(request, whole, facts, files)))
                        .map(files -> new Checked(whole, workspaceId, PostWarnings.of(whole, facts, files))));
    }

    private static boolean asksForRepair(PostRequest request) {
        return request.targets().stream().anyMatch(target -> target.options().autoRepair());
    }

    private List<Broken> rules(
            PostRequest sent, PostRequest whole, Map<String, AccountFacts> facts, Map<String, MediaFacts> files) {
        int fetched = sent.mediaItems().size() - whole.mediaItems().size();
        return PostRules.check(whole, facts, files, clock.instant()).stream()
                .map(told -> MediaItems.asSent(told, fetched))
                .toList();
    }

    private AccountFacts facts(SocialAccount account) {
        return new AccountFacts(
                account.platform.name(),
                account.status == AccountStatus.ACTIVE,
                account.offeredPrivacyLevels(),
                account.longestVideoSeconds(),
                account.grantedScopes(),
                account.consentEndsAt(),
                app.audited());
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
                broken.stream().map(CheckPost::violation).toList());
    }

    private static Violation violation(Broken one) {
        PostRule rule = one.rule();
        return new Violation(one.path(), rule.name(), one.message(), rule.fix(), rule.anchor());
    }

    /** What is done about files that are named by address. */
    private interface Fetching {
        Uni<MediaItems.Outcome> fetch(PostRequest request, String workspaceId);
    }

    /**
     * A request that breaks no rule.
     *
     * @param request the request
     * @param workspaceId the workspace that the post belongs to
     * @param warnings what its user should know
     */
    record Checked(PostRequest request, String workspaceId, List<PostWarnings.Warning> warnings) {}
}
