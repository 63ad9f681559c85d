package io.postbreeze.postapi.apikey;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Secrets;
import io.postbreeze.postapi.workspace.Slug;
import io.postbreeze.postapi.workspace.TimeFormat;
import io.postbreeze.postapi.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Makes the first workspace and key, so that a fresh installation can be used. */
@ApplicationScoped
class Bootstrap {
    // Replicas that start together must not make two of each.
    private static final String LOCK = "select count(*) from (select pg_advisory_xact_lock(7305809)) as locked";

    private final BootstrapConfig config;
    private final Clock clock;
    private final KeyGenerator generator;

    Bootstrap(BootstrapConfig config, Clock clock, KeyGenerator generator) {
        this.config = config;
        this.clock = clock;
        this.generator = generator;
    }

    void onStart(@Observes StartupEvent started) throws Throwable {
        Optional<String> generated = VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(this::run));
        // Printed, not logged: logs are kept and shipped, and this is a secret.
        generated.ifPresent(key -> System.out.println("First API key, shown this once: " + key));
    }

    private Uni<Optional<String>> run() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .getSingleResult()
                        .chain(() -> firstWorkspace(session))
                        .chain(workspace -> firstKey(session, workspace)));
    }

    private Uni<Workspace> firstWorkspace(Mutiny.Session session) {
        return session.createQuery("from Workspace order by createdAt, id", Workspace.class)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .chain(found -> found == null
                        ? persist(session, newWorkspace())
                        : Uni.createFrom().item(found));
    }

    private Uni<Optional<String>> firstKey(Mutiny.Session session, Workspace workspace) {
        String wanted = config.apiKey().orElse(null);
        // A named key that was revoked stays so; without a name there must be one that opens everything.
        String known =
                wanted == null ? "access = 'FULL' and revokedAt is null" : "sha256 = '" + Secrets.sha256(wanted) + "'";
        return session.createMutationQuery("update StoredApiKey set rateLimitExempt = ?1 where sha256 = ?2")
                .setParameter(1, config.rateLimitExempt())
                .setParameter(2, wanted == null ? "" : Secrets.sha256(wanted))
                .executeUpdate()
                .chain(() -> session.createQuery("select count(*) from StoredApiKey where " + known, Long.class)
                        .getSingleResult())
                .chain(count ->
                        count > 0 ? Uni.createFrom().item(Optional.empty()) : storeKey(session, workspace, wanted));
    }

    private Uni<Optional<String>> storeKey(Mutiny.Session session, Workspace workspace, @Nullable String wanted) {
        String key = wanted == null ? generator.next() : KeyGenerator.checked(wanted);
        return persist(session, row(key, workspace))
                .map(stored -> Optional.of(key).filter(made -> wanted == null));
    }

    private StoredApiKey row(String key, Workspace workspace) {
        StoredApiKey row = new StoredApiKey();
        row.id = PrefixedIds.next("key");
        row.workspaceId = workspace.id;
        row.name = "First key";
        row.access = KeyAccess.FULL;
        row.sha256 = Secrets.sha256(key);
        row.shownPrefix = KeyGenerator.shownPrefix(key);
        row.rateLimitExempt = config.rateLimitExempt();
        row.createdAt = clock.instant();
        return row;
    }

    private Workspace newWorkspace() {
        Workspace workspace = new Workspace();
        workspace.id = PrefixedIds.next("ws");
        workspace.name = config.workspace();
        workspace.slug = Slug.of(config.workspace());
        workspace.timezone = "UTC";
        workspace.timeFormat = TimeFormat.H24;
        workspace.ownerUserId = PrefixedIds.next("usr");
        workspace.createdAt = clock.instant();
        workspace.updatedAt = workspace.createdAt;
        return workspace;
    }

    private static <T> Uni<T> persist(Mutiny.Session session, T row) {
        return session.persist(row).chain(session::flush).replaceWith(row);
    }
}
