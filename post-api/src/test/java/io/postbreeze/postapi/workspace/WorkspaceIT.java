package io.postbreeze.postapi.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.postapi.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WorkspaceIT {
    @Inject
    Pool pool;

    private Tenant tenant;
    private final String unique = PrefixedIds.next("ws").substring(3).toLowerCase(Locale.ROOT);

    @BeforeEach
    void somebody() {
        tenant = Tenant.fresh(pool).unlimited(pool);
    }

    private ValidatableResponse create(String body) {
        return tenant.caller().body(body).post("/api/v1/workspaces").then();
    }

    @Test
    void aWorkspaceNeedsANameOnlyAndIsReachedByTheKeyThatMadeIt() {
        ValidatableResponse made = create("{\"name\":\" Café %s \"}".formatted(unique));

        String id = made.statusCode(201)
                .body("id", matchesPattern("ws_[0-9A-Z]{26}"))
                .body("name", equalTo("Café " + unique))
                .body("slug", equalTo("cafe-" + unique))
                .body("timezone", equalTo("UTC"))
                .body("timeFormat", equalTo("H24"))
                .extract()
                .path("id");
        String shown = tenant.caller()
                .get("/api/v1/workspaces/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(shown).isEqualTo(made.extract().asString());
        List<String> ids =
                tenant.caller().get("/api/v1/workspaces").then().extract().path("id");
        assertThat(ids).containsExactly(tenant.workspaceId(), id);
    }

    @Test
    void everythingCanBeSaid() {
        create("{\"name\":\"x\",\"slug\":\"s-%s\",\"timezone\":\"Europe/Berlin\",\"timeFormat\":\"H12\"}"
                        .formatted(unique))
                .statusCode(201)
                .body("slug", equalTo("s-" + unique))
                .body("timezone", equalTo("Europe/Berlin"))
                .body("timeFormat", equalTo("H12"));
    }

    @Test
    void aSlugThatWasAskedForIsUniqueAndOneThatWasNotGivesWay() {
        create("{\"name\":\"x\",\"slug\":\"%s\"}".formatted(unique)).statusCode(201);

        create("{\"name\":\"x\",\"slug\":\"%s\"}".formatted(unique))
                .statusCode(409)
                .body("code", equalTo("SLUG_TAKEN"))
                .body("details[0].path", equalTo("slug"));
        create("{\"name\":\"%s\"}".formatted(unique))
                .statusCode(201)
                .body("slug", matchesPattern(unique + "-[0-9a-z]{6}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | FIELD_REQUIRED | name | required",
                "{\"name\":\" \"} | FIELD_INVALID | name | 1 to 80",
                "{\"name\":7} | FIELD_INVALID | name | text",
                "{\"name\":\"a\\u0000\"} | FIELD_INVALID | name | NUL",
                "{\"name\":\"x\",\"slug\":\"A b\"} | FIELD_INVALID | slug | lower-case",
                "{\"name\":\"x\",\"timezone\":\"Europe/Berlni\"} | FIELD_INVALID | timezone | Europe/Berlin",
                "{\"name\":\"x\",\"timezone\":\"+02:00\"} | FIELD_INVALID | timezone | IANA",
                "{\"name\":\"x\",\"timeFormat\":\"h24\"} | FIELD_INVALID | timeFormat | H12",
                "{\"name\":\"x\",\"timeZone\":\"UTC\"} | UNKNOWN_FIELD | timeZone | Did you mean timezone?",
                "{\"name\":\"x\",\"owner\":\"me\"} | UNKNOWN_FIELD | owner | no field",
            })
    void aBodyThatIsWrongIsToldWhereAndWhy(String body, String code, String path, String hint) {
        create(body)
                .statusCode(400)
                .body("code", equalTo(code))
                .body("details[0].path", equalTo(path))
                .body("details[0].message", containsString(hint));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        create("{\"slug\":\"-\",\"timezone\":\"Moon\",\"nme\":\"x\"}")
                .statusCode(400)
                .body("details.path", equalTo(List.of("nme", "name", "slug", "timezone")));
        create("").statusCode(400).body("code", equalTo("MALFORMED_JSON"));
        create("[]").statusCode(400).body("code", equalTo("MALFORMED_JSON"));
    }

    @Test
    void nobodyElsesWorkspaceIsThere() {
        Tenant other = Tenant.fresh(pool);

        tenant.caller().get("/api/v1/workspaces/" + other.workspaceId()).then().statusCode(404);
        tenant.caller().get("/api/v1/workspaces/ws_none").then().statusCode(404);
    }
}
