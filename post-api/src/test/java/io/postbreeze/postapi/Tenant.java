package io.postbreeze.postapi;

import static io.restassured.RestAssured.given;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Secrets;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Somebody else: an owner with one workspace and one key, straight from the database, so that nobody's requests are
 * counted for it.
 *
 * @param workspaceId the workspace
 * @param keyId its key's id
 * @param key its key, with full access
 */
public record Tenant(String workspaceId, String keyId, String key) {
    /** A new one. */
    public static Tenant fresh(Pool pool) {
        String workspace = PrefixedIds.next("ws");
        String id = PrefixedIds.next("key");
        String key = "pb_live_" + "Tenant" + id.substring("key_".length());
        pool.preparedQuery("insert into workspaces (id, name, slug, created_at, updated_at)"
                        + " values ($1, 'Tenant', lower($1), now(), now())")
                .executeAndAwait(Tuple.of(workspace));
        pool.preparedQuery("insert into api_keys (id, workspace_id, sha256, shown_prefix, created_at)"
                        + " values ($1, $2, $3, 'TenantXX', now())")
                .executeAndAwait(Tuple.of(id, workspace, Secrets.sha256(key)));
        return new Tenant(workspace, id, key);
    }

    /** A request of theirs. */
    public RequestSpecification caller() {
        return caller(key);
    }

    /** A request with a key. */
    public static RequestSpecification caller(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /** Makes them exempt from request limits. */
    public Tenant unlimited(Pool pool) {
        pool.preparedQuery("update api_keys set rate_limit_exempt = true where id = $1")
                .executeAndAwait(Tuple.of(keyId));
        return this;
    }
}
