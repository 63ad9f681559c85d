package io.postbreeze.postapi.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.postbreeze.api.Secrets;
import io.postbreeze.postapi.Api;
import io.postbreeze.postapi.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ApiKeyIT {
    @Inject
    Pool pool;

    private Tenant tenant;
    private String keys;

    @BeforeEach
    void somebody() {
        tenant = Tenant.fresh(pool).unlimited(pool);
        keys = "/api/v1/workspaces/" + tenant.workspaceId() + "/api-keys";
    }

    private ValidatableResponse create(String body) {
        return tenant.caller().body(body).post(keys).then();
    }

    private String workspace(String name) {
        return tenant.caller()
                .body("{\"name\":\"%s\"}".formatted(name))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> reached(String key) {
        return Tenant.caller(key)
                .get("/api/v1/workspaces")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    @Test
    void aKeyIsShownOnceAndStoredNowhere() {
        ValidatableResponse made = create("{\"name\":\"CI\"}");

        String key = made.statusCode(201)
                .header("Cache-Control", "no-store")
                .body("id", matchesPattern("key_[0-9A-Z]{26}"))
                .body("key", matchesPattern("pb_live_[A-Za-z0-9]{32}"))
                .body("access", equalTo("FULL"))
                .body("rateLimit.burst", equalTo(60))
                .body("rateLimit.sustained", equalTo(1000))
                .body("lastUsedAt", nullValue())
                .extract()
                .path("key");
        assertThat(reached(key)).containsExactly(tenant.workspaceId());
        ValidatableResponse list = tenant.caller().get(keys).then().statusCode(200);
        list.body("prefix[1]", equalTo(key.substring(8, 16)))
                .body("name[1]", equalTo("CI"))
                .body("lastUsedAt[1]", notNullValue())
                .body("revokedAt[1]", nullValue());
        assertThat(list.extract().asString()).doesNotContain(key.substring(8), Secrets.sha256(key), "\"key\"");
        String stored = String.valueOf(pool.query("select string_agg(k::text, '') from api_keys k")
                .executeAndAwait()
                .iterator()
                .next()
                .getValue(0));
        assertThat(stored).contains(Secrets.sha256(key)).doesNotContain(key.substring(17));
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceAndForGood() {
        ValidatableResponse made = create("{\"name\":\"short\"}");
        String key = made.extract().path("key");
        String id = made.extract().path("id");
        reached(key);

        tenant.caller().delete(keys + "/" + id).then().statusCode(204);

        Tenant.caller(key).get("/api/v1/workspaces").then().statusCode(401).body("code", equalTo("API_KEY_INVALID"));
        Api.service()
                .body("{\"sha256\":\"" + Secrets.sha256(key) + "\"}")
                .post("/internal/v1/api-keys/authenticate")
                .then()
                .statusCode(404);
        String revokedAt = tenant.caller().get(keys).then().extract().path("revokedAt[1]");
        tenant.caller().delete(keys + "/" + id).then().statusCode(204);
        tenant.caller().get(keys).then().body("revokedAt[1]", equalTo(revokedAt));
        tenant.caller().delete(keys + "/key_none").then().statusCode(404);
    }

    @Test
    void fullAccessReachesLaterWorkspacesAndAScopedKeyOnlyItsOwn() {
        String second = workspace("Second");
        String full = create("{\"name\":\"all\"}").extract().path("key");
        String scoped =
                create("{\"name\":\"one\",\"access\":\"SCOPED\"}").extract().path("key");
        String both = create(
                        "{\"name\":\"two\",\"workspaceIds\":[\"%s\",\"%s\"]}".formatted(tenant.workspaceId(), second))
                .statusCode(201)
                .body("access", equalTo("SCOPED"))
                .extract()
                .path("key");
        String third = workspace("Third");

        assertThat(reached(full)).containsExactly(tenant.workspaceId(), second, third);
        assertThat(reached(scoped)).containsExactly(tenant.workspaceId());
        assertThat(reached(both)).containsExactly(tenant.workspaceId(), second);
        Tenant.caller(scoped).get("/api/v1/workspaces/" + second).then().statusCode(404);
    }

    @Test
    void aScopedKeyMakesNeitherKeysNorWorkspaces() {
        String scoped =
                create("{\"name\":\"one\",\"access\":\"SCOPED\"}").extract().path("key");

        Tenant.caller(scoped).get(keys).then().statusCode(403).body("code", equalTo("FULL_ACCESS_REQUIRED"));
        Tenant.caller(scoped).body("{\"name\":\"x\"}").post(keys).then().statusCode(403);
        Tenant.caller(scoped).delete(keys + "/" + tenant.keyId()).then().statusCode(403);
        Tenant.caller(scoped)
                .body("{\"name\":\"x\"}")
                .post("/api/v1/workspaces")
                .then()
                .statusCode(403)
                .body("code", equalTo("FULL_ACCESS_REQUIRED"));
        reached(tenant.key());
    }

    @Test
    void aKeyCannotGiveMoreThanItHas() {
        String limited = create("{\"name\":\"few\",\"rateLimit\":{\"burst\":5,\"sustained\":2000}}")
                .statusCode(201)
                .body("rateLimit.burst", equalTo(5))
                .body("rateLimit.sustained", equalTo(2000))
                .extract()
                .path("key");

        Tenant.caller(limited)
                .body("{\"name\":\"more\"}")
                .post(keys)
                .then()
                .statusCode(422)
                .header("RateLimit-Policy", "5;w=60, 2000;w=900")
                .body("code", equalTo("RATE_LIMIT_ABOVE_OWN"))
                .body("details[0].path", equalTo("rateLimit.burst"));
        Tenant.caller(limited)
                .body("{\"name\":\"same\",\"rateLimit\":{\"burst\":5}}")
                .post(keys)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | FIELD_REQUIRED | name",
                "{\"name\":\"x\",\"access\":\"SOME\"} | 400 | FIELD_INVALID | access",
                "{\"name\":\"x\",\"workspaces\":[]} | 400 | UNKNOWN_FIELD | workspaces",
                "{\"name\":\"x\",\"workspaceIds\":[]} | 400 | FIELD_INVALID | workspaceIds",
                "{\"name\":\"x\",\"workspaceIds\":[7]} | 400 | FIELD_INVALID | workspaceIds[0]",
                "{\"name\":\"x\",\"workspaceIds\":[\"ws_x\"]} | 400 | FIELD_INVALID | workspaceIds",
                "{\"name\":\"x\",\"workspaceIds\":[\"HOME\",\"ws_x\"]} | 422 | WORKSPACE_NOT_FOUND | workspaceIds[1]",
                "{\"name\":\"x\",\"access\":\"FULL\",\"workspaceIds\":[\"HOME\"]} | 400 | FIELD_INVALID | workspaceIds",
                "{\"name\":\"x\",\"rateLimit\":{\"burst\":0}} | 400 | FIELD_INVALID | rateLimit.burst",
                "{\"name\":\"x\",\"rateLimit\":{\"burst\":1.5}} | 400 | FIELD_INVALID | rateLimit.burst",
                "{\"name\":\"x\",\"rateLimit\":{\"bursts\":1}} | 400 | UNKNOWN_FIELD | rateLimit.bursts",
                "{\"name\":\"x\",\"rateLimitExempt\":true} | 400 | UNKNOWN_FIELD | rateLimitExempt",
            })
    void aBodyThatIsWrongIsToldWhere(String body, int status, String code, String path) {
        create(body.replace("HOME", tenant.workspaceId()))
                .statusCode(status)
                .body("code", equalTo(code))
                .body("details[0].path", equalTo(path));
    }

    @Test
    void nobodyHasKeysWithoutEnd() {
        pool.query("insert into api_keys (id, workspace_id, sha256, shown_prefix, created_at)"
                        + " select 'key_' || n || '%1$s', '%1$s', n || '%1$s', 'x', now() from generate_series(1, 99) n"
                                .formatted(tenant.workspaceId()))
                .executeAndAwait();
        String second = workspace("Second");

        tenant.caller()
                .body("{\"name\":\"one more\"}")
                .post("/api/v1/workspaces/" + second + "/api-keys")
                .then()
                .statusCode(409)
                .body("code", equalTo("TOO_MANY_API_KEYS"));
        tenant.caller().delete(keys + "/key_7" + tenant.workspaceId()).then().statusCode(204);
        create("{\"name\":\"one more\"}").statusCode(201);
    }

    @Test
    void anotherOwnersKeysAreNotThere() {
        Tenant other = Tenant.fresh(pool).unlimited(pool);

        other.caller().get(keys).then().statusCode(404);
        other.caller().delete(keys + "/" + tenant.keyId()).then().statusCode(404);
        other.caller()
                .delete("/api/v1/workspaces/" + other.workspaceId() + "/api-keys/" + tenant.keyId())
                .then()
                .statusCode(404);
        reached(tenant.key());
    }
}
