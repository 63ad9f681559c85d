package io.postbreeze.postapi.webhook;

import io.postbreeze.postapi.Api;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** Calls of a user who has webhooks. */
public final class Hooks {
    private Hooks() {}

    /** Adds an endpoint; the whole answer, with its secret. */
    public static JsonPath create(String url, String... events) {
        return Api.caller()
                .body(Map.of("url", url, "events", List.of(events)))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** An endpoint as it is now. */
    public static JsonPath get(String id) {
        return Api.caller()
                .get("/api/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Its log, newest first. */
    public static JsonPath deliveries(String id) {
        return Api.caller()
                .get("/api/v1/webhooks/" + id + "/deliveries?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Does something to it. */
    public static JsonPath post(String id, String action, int status) {
        return Api.caller()
                .post("/api/v1/webhooks/" + id + "/" + action)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    /** Takes every endpoint away, so that no other test feeds it. */
    public static void deleteAll() {
        List<String> ids =
                Api.caller().get("/api/v1/webhooks").then().extract().jsonPath().getList("id");
        ids.forEach(id -> Api.caller().delete("/api/v1/webhooks/" + id).then().statusCode(204));
    }

    /** The workspace of the tests' key. */
    public static String workspace() {
        return Api.caller().get("/api/v1/workspaces").then().extract().path("[0].id");
    }
}
