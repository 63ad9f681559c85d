package io.postbreeze.postapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.postbreeze.postapi.Api;
import io.postbreeze.postapi.Neighbours;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class WebhookApiIT {
    private static final String URL = "https://93.184.215.14/hook";

    @Inject
    Pool pool;

    @AfterEach
    void forget() {
        pool.query("update webhook_endpoints set workspace_id = '" + Hooks.workspace() + "'")
                .executeAndAwait();
        Hooks.deleteAll();
    }

    @Test
    void theSecretIsToldOnceAndHeaderValuesNever() {
        String body = """
                {"url":"%s","events":["post.failed","post.published"],"description":"Ours",
                 "headers":{"Authorization":"Bearer top-secret"}}""".formatted(URL);

        JsonPath created = Api.caller()
                .body(body)
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .body("secret", matchesPattern("whsec_[A-Za-z0-9_-]{43}"))
                .body("events", equalTo(List.of("post.published", "post.failed")))
                .body("headerNames", equalTo(List.of("Authorization")))
                .body("status", equalTo("ACTIVE"))
                .extract()
                .jsonPath();

        String shown = Api.caller()
                .get("/api/v1/webhooks/" + created.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(shown).contains("\"Ours\"").doesNotContain("whsec_").doesNotContain("top-secret");
        assertThat(Api.caller().get("/api/v1/webhooks").asString()).doesNotContain("whsec_");
        String stored = pool.query("select e::text as all from webhook_endpoints e")
                .executeAndAwait()
                .iterator()
                .next()
                .getString("all");
        assertThat(stored).doesNotContain("whsec_").doesNotContain("top-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|WEBHOOK_URL_REQUIRED|url",
                "{\"url\":7,\"events\":[\"post.failed\"]}|WEBHOOK_URL_INVALID|url",
                "{\"url\":\"ftp://a.example/\",\"events\":[\"post.failed\"]}|WEBHOOK_URL_INVALID|url",
                "{\"url\":\"https://u:p@a.example/\",\"events\":[\"post.failed\"]}|WEBHOOK_URL_INVALID|url",
                "{\"url\":\"https://10.0.0.1/\",\"events\":[\"post.failed\"]}|WEBHOOK_URL_INVALID|url",
                "{\"url\":\"https://169.254.169.254/\",\"events\":[\"post.failed\"]}|WEBHOOK_URL_INVALID|url",
                "{\"url\":\"https://[fd00::1]/\",\"events\":[\"post.failed\"]}|WEBHOOK_URL_INVALID|url",
                "{\"url\":\"https://0x7f.1/\",\"events\":[\"post.failed\"]}|WEBHOOK_URL_INVALID|url",
                "{\"url\":\"https://a.example/\"}|WEBHOOK_EVENTS_REQUIRED|events",
                "{\"url\":\"https://a.example/\",\"events\":[]}|WEBHOOK_EVENTS_REQUIRED|events",
                "{\"url\":\"https://a.example/\",\"events\":{}}|WEBHOOK_EVENTS_REQUIRED|events",
                "{\"url\":\"https://a.example/\",\"events\":[\"ping\"]}|WEBHOOK_EVENT_UNKNOWN|events[0]",
                "{\"url\":\"https://a.example/\",\"events\":[\"post.failed\",null]}|WEBHOOK_EVENT_UNKNOWN|events[1]",
                "{\"url\":\"https://a.example/\",\"events\":[\"post.failed\"],\"headers\":{\"Host\":\"x\"}}"
                        + "|WEBHOOK_HEADER_INVALID|headers.Host",
                "{\"url\":\"https://a.example/\",\"events\":[\"post.failed\"],\"headers\":{\"X-A\":\"a\\r\\nb\"}}"
                        + "|WEBHOOK_HEADER_INVALID|headers.X-A",
                "{\"url\":\"https://a.example/\",\"events\":[\"post.failed\"],\"headers\":[]}|WEBHOOK_HEADER_INVALID|headers",
                "{\"url\":\"https://a.example/\",\"events\":[\"post.failed\"],\"description\":\"\\u0000\"}"
                        + "|WEBHOOK_DESCRIPTION_INVALID|description",
                "{\"url\":\"https://a.example/\",\"events\":[\"post.failed\"],\"evnets\":[]}|UNKNOWN_FIELD|evnets",
            })
    void whatIsWrongIsNamedWithItsPlace(String body, String code, String path) {
        Api.caller()
                .body(body)
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("details.path", hasItem(path));
    }

    @Test
    void aNameWithoutAnAddressIsTakenForItMayGetOne() {
        Hooks.create("https://no-such-host.invalid/hook", "post.failed");
    }

    @Test
    void aChangeTouchesWhatItNames() {
        String id = Hooks.create(URL, "post.failed").getString("id");

        Api.caller()
                .body("{\"description\":\"new\",\"headers\":{\"X-Team\":\"a\"}}")
                .patch("/api/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("url", equalTo(URL))
                .body("events", equalTo(List.of("post.failed")))
                .body("description", equalTo("new"))
                .body("headerNames", equalTo(List.of("X-Team")));
        Api.caller()
                .body("{\"description\":null,\"events\":[\"post.published\"]}")
                .patch("/api/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("description", nullValue())
                .body("events", equalTo(List.of("post.published")))
                .body("headerNames", equalTo(List.of("X-Team")));
        Api.caller()
                .body("{\"url\":\"https://127.0.0.2:9/\",\"workspaceId\":\"ws_x\"}")
                .patch("/api/v1/webhooks/" + id)
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FIELD"));
    }

    @Test
    void anotherWorkspacesEndpointIsNotThere() {
        String id = Hooks.create(URL, "post.failed").getString("id");
        String delivery = "dlv_01K9Z5T2K9Q3RB6N6JZP3RYV0V";
        pool.query("insert into workspaces (id, name, slug, created_at, updated_at) values"
                        + " ('ws_other', 'Other', 'other', now(), now()) on conflict do nothing")
                .executeAndAwait();
        pool.preparedQuery("update webhook_endpoints set workspace_id = 'ws_other' where id = $1")
                .executeAndAwait(Tuple.of(id));
        String path = "/api/v1/webhooks/" + id;

        Api.caller().get(path).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        Api.caller().body("{}").patch(path).then().statusCode(404);
        Api.caller().delete(path).then().statusCode(404);
        Api.caller().get(path + "/deliveries").then().statusCode(404);
        for (String action : List.of("rotate-secret", "test", "resume", "deliveries/" + delivery + "/replay")) {
            Api.caller().post(path + "/" + action).then().statusCode(404);
        }
        Api.caller().get("/api/v1/webhooks").then().body("id", not(hasItem(id)));
        Api.caller().get("/api/v1/webhooks?workspaceId=ws_other").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wh_nonsense", "%00", "post_01K9Z5T2K9Q3RB6N6JZP3RYV0V", "wh_01K9Z5T2K9Q3RB6N6JZP3RYV0V"})
    void whatIsNoEndpointIsNotThere(String id) {
        Api.caller()
                .urlEncodingEnabled(false)
                .get("/api/v1/webhooks/" + id)
                .then()
                .statusCode(404);
        Api.caller()
                .urlEncodingEnabled(false)
                .delete("/api/v1/webhooks/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aWorkspaceHasItsShareOfEndpointsAndNotMore() {
        IntStream.range(0, 20).forEach(number -> Hooks.create(URL, "post.failed"));

        Api.caller()
                .body("{\"url\":\"" + URL + "\",\"events\":[\"post.failed\"]}")
                .post("/api/v1/webhooks")
                .then()
                .statusCode(409)
                .body("code", equalTo("WEBHOOK_LIMIT_REACHED"));
    }

    @Test
    void theLogComesInPagesNewestFirst() {
        try (Receiver receiver = Receiver.open()) {
            String id = Hooks.create(receiver.url(), "post.failed").getString("id");
            List<String> sent = IntStream.range(0, 5)
                    .mapToObj(number -> Hooks.post(id, "test", 202).getString("id"))
                    .toList();

            Set<String> seen = new HashSet<>();
            String page = "/api/v1/webhooks/" + id + "/deliveries?limit=2";
            int pages = 0;
            while (page != null) {
                var answer = Api.caller()
                        .urlEncodingEnabled(false)
                        .get(page)
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(answer.jsonPath().getList("id", String.class));
                String link = answer.header("Link");
                page = link == null ? null : link.substring(1, link.indexOf('>'));
                pages++;
            }

            assertThat(pages).isEqualTo(3);
            assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
            Api.caller()
                    .get("/api/v1/webhooks/" + id + "/deliveries?limit=0")
                    .then()
                    .statusCode(400);
            Api.caller()
                    .get("/api/v1/webhooks/" + id + "/deliveries?cursor=x")
                    .then()
                    .statusCode(400)
                    .body("details[0].path", equalTo("cursor"));
        }
    }

    @Test
    void everyUnknownEventIsToldAtOnce() {
        Api.caller()
                .body("{\"url\":\"" + URL + "\",\"events\":[\"a\",\"b\"],\"x\":1}")
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("details.path", hasItems("x", "events[0]", "events[1]"))
                .body("details[1].message", containsString("post.published"));
        Api.caller()
                .body("{\"url\":\"" + URL + "\",\"evnets\":[]}")
                .post("/api/v1/webhooks")
                .then()
                .body("details[0].message", containsString("Did you mean events?"));
    }
}
