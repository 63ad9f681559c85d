package io.postbreeze.postapi.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Accounts in the database; every method needs an open session. */
@ApplicationScoped
public class SocialAccounts implements PanacheRepositoryBase<SocialAccount, String> {

    /** The connected accounts of some workspaces, newest first. */
    public Uni<List<SocialAccount>> connected(Collection<String> workspaceIds) {
        return list(
                "workspaceId in ?1 and status <> ?2 order by connectedAt desc, id desc",
                workspaceIds,
                AccountStatus.DISCONNECTED);
    }

    /** Those of the named accounts that are connected to a caller's workspaces. */
    public Uni<List<SocialAccount>> usable(Collection<String> ids, Collection<String> workspaceIds) {
        return list("id in ?1 and workspaceId in ?2 and status <> ?3", ids, workspaceIds, AccountStatus.DISCONNECTED);
    }

    Uni<SocialAccount> ofCreator(String workspaceId, Platform platform, String openId) {
        return find("workspaceId = ?1 and platform = ?2 and openId = ?3", workspaceId, platform, openId)
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
