package io.postbreeze.postapi.account;

import io.postbreeze.events.AccountConnected;
import io.postbreeze.events.AccountDisconnected;
import io.postbreeze.events.AccountEvent;
import io.postbreeze.events.AccountTokenExpired;
import io.postbreeze.outbox.Outbox;
import io.postbreeze.postapi.webhook.Webhooks;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells of accounts, to our services and to customers' endpoints, in the transaction of what happened. */
@ApplicationScoped
public class AccountAnnouncements {
    private final Outbox outbox;
    private final Webhooks webhooks;

    AccountAnnouncements(Outbox outbox, Webhooks webhooks) {
        this.outbox = outbox;
        this.webhooks = webhooks;
    }

    /** Tells of an event in the open transaction. */
    public Uni<Void> tell(AccountEvent event) {
        return Panache.getSession()
                .chain(session -> outbox.append(session, List.of(event))
                        .chain(() -> webhooks.announce(
                                session, event.workspaceId(), name(event), event.accountId(), event)));
    }

    /** Call after the commit: what was told leaves at once. */
    public void wake() {
        outbox.wake();
        webhooks.wake();
    }

    private static String name(AccountEvent event) {
        return switch (event) {
            case AccountConnected connected -> "account.connected";
            case AccountDisconnected disconnected -> "account.disconnected";
            case AccountTokenExpired expired -> "account.token_expired";
        };
    }
}
