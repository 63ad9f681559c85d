package io.postbreeze.postapi.account;

import io.postbreeze.api.ApiException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts in the database; every method needs an open session. */
@ApplicationScoped
public class SocialAccounts implements PanacheRepositoryBase<SocialAccount, String> {

    /**
     * The connected accounts of some workspaces, newest first.
     *
     * @param statuses those in one of these
     * @param afterId where the page before ended, null for the first page
     */
    Uni<List<SocialAccount>> connected(
            Collection<String> workspaceIds, Collection<AccountStatus> statuses, @Nullable String afterId, int most) {
        String newest = "workspaceId in ?1 and status in ?2";
        return (afterId == null
                        ? find(newest + " order by id desc", workspaceIds, statuses)
                        : find(newest + " and id < ?3 order by id desc", workspaceIds, statuses, afterId))
                .page(0, most)
                .list();
    }

    /** Those of the named accounts that are connected to a caller's workspaces. */
    public Uni<List<SocialAccount>> usable(Collection<String> ids, Collection<String> workspaceIds) {
        return list("id in ?1 and workspaceId in ?2 and status <> ?3", ids, workspaceIds, AccountStatus.DISCONNECTED);
    }

    /**
     * One account, locked until the transaction ends; fails with 404 when it is not connected to a caller's workspace.
     */
    Uni<SocialAccount> usableForChange(String id, Collection<String> workspaceIds) {
        return find("id = ?1 and workspaceId in ?2 and status <> ?3", id, workspaceIds, AccountStatus.DISCONNECTED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<SocialAccount>firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ApiException.notFound("social account"));
    }

    /** The connected accounts of a creator, in whatever workspace, locked until the transaction ends. */
    public Uni<List<SocialAccount>> ofOpenId(String openId) {
        return find("openId = ?1 and status in ?2", openId, List.of(AccountStatus.ACTIVE, AccountStatus.TOKEN_EXPIRED))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<SocialAccount> ofCreator(String workspaceId, Platform platform, String openId) {
        return find(
                        "workspaceId = ?1 and platform = ?2 and openId = ?3 and status <> ?4",
                        workspaceId,
                        platform,
                        openId,
                        AccountStatus.DISCONNECTED)
                .firstResult();
    }

    /** Those that were not tried for longest come first, so that accounts that fail do not hold up the others. */
    Uni<List<String>> expiringBefore(Instant instant, int most) {
        return find(
                        "status = ?1 and tokenExpiresAt < ?2 order by lastRefreshAttemptAt nulls first, id",
                        AccountStatus.ACTIVE,
                        instant)
                .page(0, most)
                .list()
                .map(found -> found.stream().map(account -> account.id).toList());
    }

    /** Takes the right to refresh, unless another replica has it; the fence grows with each taking. */
    Uni<Boolean> leaseRefresh(String id, long seenFence, Instant now, Instant until) {
        return update(
                        "refreshLeaseUntil = ?1, refreshFence = refreshFence + 1, lastRefreshAttemptAt = ?2"
                                + " where id = ?3 and refreshFence = ?4"
                                + " and (refreshLeaseUntil is null or refreshLeaseUntil < ?2)",
                        until,
                        now,
                        id,
                        seenFence)
                .map(rows -> rows == 1);
    }
}
