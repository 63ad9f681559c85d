package io.postbreeze.postapi.tiktokevents;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Secrets;
import io.postbreeze.events.AccountDisconnected;
import io.postbreeze.events.PublicationNoticed;
import io.postbreeze.outbox.Outbox;
import io.postbreeze.postapi.account.AccountAnnouncements;
import io.postbreeze.postapi.account.AccountStatus;
import io.postbreeze.postapi.account.SocialAccount;
import io.postbreeze.postapi.account.SocialAccounts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps every message once, and turns those that we know into events, in one transaction. */
@ApplicationScoped
class TikTokMessages {
    private static final Logger LOGGER = Logger.getLogger(TikTokMessages.class);

    private static final String KEEP = """
            insert into tiktok_messages (id, body_sha256, event, open_id, body, received_at)
            values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (body_sha256) do nothing""";

    private final SocialAccounts accounts;
    private final AccountAnnouncements announcements;
    private final Outbox outbox;
    private final Clock clock;

    TikTokMessages(SocialAccounts accounts, AccountAnnouncements announcements, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.announcements = announcements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes a message in; one that came before changes nothing. */
    Uni<Void> accept(TikTokMessage message, byte[] body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Panache.withTransaction(() -> keep(message, body, now)
                        .chain(isNew ->
                                isNew ? effect(message, now) : Uni.createFrom().voidItem()))
                .invoke(announcements::wake);
    }

    private static Uni<Boolean> keep(TikTokMessage message, byte[] body, Instant now) {
        String text = new String(body, StandardCharsets.UTF_8).replace("\0", "");
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter(1, PrefixedIds.next("ttm"))
                        .setParameter(2, Secrets.sha256(new String(body, StandardCharsets.ISO_8859_1)))
                        .setParameter(3, message.event())
                        .setParameter(4, message.openId() == null ? "" : message.openId())
                        .setParameter(5, text)
                        .setParameter(6, now)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private Uni<Void> effect(TikTokMessage message, Instant now) {
        if (message.openId() == null) {
            return Uni.createFrom().voidItem();
        }
        return accounts.ofOpenId(message.openId())
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(account -> effect(account, message, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> effect(SocialAccount account, TikTokMessage message, Instant now) {
        if (message.isRemovedAuthorization()) {
            account.status = AccountStatus.REVOKED;
            LOGGER.infof("The creator took account %s away at TikTok, reason %s", account.id, message.reason());
            return announcements.tell(
                    new AccountDisconnected(account.id, account.workspaceId, account.platform.name(), true, now));
        }
        if (message.publishId() == null) {
            return Uni.createFrom().voidItem();
        }
        PublicationNoticed noticed = new PublicationNoticed(
                account.id,
                account.workspaceId,
                message.event(),
                message.publishId(),
                message.postId(),
                message.reason(),
                now);
        return Panache.getSession().chain(session -> outbox.append(session, List.of(noticed)));
    }
}
