package io.postbreeze.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiKernelIT {

    private static RequestSpecification known() {
        return with(KernelResources.KEY);
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private static void isEnvelope(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/json")
                .header("X-Request-Id", matchesPattern("req_[0-9A-Z]{26}"))
                .body("statusCode", equalTo(status))
                .body("code", equalTo(code))
                .body("requestId", equalTo(answer.extract().header("X-Request-Id")));
    }

    @Test
    void aKnownKeyPassesAndTellsItsWorkspaces() {
        known().get("/api/v1/things").then().statusCode(200).body("workspaces", contains("ws_1"));
    }

    @Test
    void noKeyIsSaidToBeMissing() {
        isEnvelope(given().get("/api/v1/things").then(), 401, "API_KEY_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pb_live_0123456789abcdefghijABCDEFGHIJ99", "nonsense", "pb_live_short"})
    void aWrongKeyIsSaidToBeInvalid(String key) {
        isEnvelope(
                given().header("Authorization", "Bearer " + key)
                        .get("/api/v1/things")
                        .then(),
                401,
                "API_KEY_INVALID");
    }

    @Test
    void aPublicEndpointNeedsNoKey() {
        given().get("/api/v1/things/open").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nope", "{\"size\":", "[1,2"})
    void whatIsNoJsonIsRefused(String body) {
        ValidatableResponse answer = known().body(body).post("/api/v1/things").then();

        isEnvelope(answer, 400, "MALFORMED_JSON");
    }

    @Test
    void aValueOfTheWrongShapeIsNamed() {
        ValidatableResponse answer =
                known().body("{\"size\":{\"a\":1}}").post("/api/v1/things").then();

        isEnvelope(answer, 400, "MALFORMED_JSON");
        answer.body("message", containsString("size"));
    }

    @Test
    void aRefusalCarriesEveryDetail() {
        ValidatableResponse answer = known().get("/api/v1/things/refused").then();

        isEnvelope(answer, 422, "TT_X");
        answer.body("details[0].path", equalTo("a[0].b"));
    }

    @Test
    void anUnexpectedFailureTellsNothingOfItsInside() {
        ValidatableResponse answer = known().get("/api/v1/things/broken").then();

        isEnvelope(answer, 500, "INTERNAL_ERROR");
        answer.body("message", not(containsString("secret")));
    }

    @Test
    void anUnknownPathAndAWrongMethodAreEnvelopesToo() {
        isEnvelope(known().get("/api/v1/nowhere").then(), 404, "NOT_FOUND");
        isEnvelope(known().delete("/api/v1/things").then(), 405, "METHOD_NOT_ALLOWED");
        isEnvelope(
                known().contentType("text/plain")
                        .body("x")
                        .post("/api/v1/things")
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void internalPathsNeedTheServiceToken() {
        isEnvelope(given().get("/internal/v1/things").then(), 401, "SERVICE_TOKEN_INVALID");
        isEnvelope(known().get("/internal/v1/things").then(), 401, "SERVICE_TOKEN_INVALID");
        given().header("Authorization", "Bearer service-token-for-tests-only-0123456789")
                .get("/internal/v1/things")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/things", "/api/v1/things/refused", "/api/v1/things/broken"})
    void everyAnswerToALimitedKeyTellsWhatIsLeft(String path) {
        with(KernelResources.BUSY)
                .get(path)
                .then()
                .header("RateLimit-Policy", "60;w=60, 1000;w=900")
                .header("RateLimit-Limit", "60")
                .header("RateLimit-Remaining", "3")
                .header("RateLimit-Reset", "59")
                .header("Retry-After", nullValue());
        known().get(path).then().header("RateLimit-Limit", nullValue());
    }

    @Test
    void aRequestTooManyIsRefusedAndToldWhenToComeBack() {
        ValidatableResponse answer =
                with(KernelResources.SPENT).get("/api/v1/things").then();

        isEnvelope(answer, 429, "RATE_LIMITED");
        answer.header("Retry-After", "12").header("RateLimit-Remaining", "0");
    }

    @Test
    void aScopedKeyIsToldThatItNeedsFullAccess() {
        known().get("/api/v1/things/full").then().statusCode(200);
        isEnvelope(with(KernelResources.BUSY).get("/api/v1/things/full").then(), 403, "FULL_ACCESS_REQUIRED");
    }

    @Test
    void noNulReachesAnEndpoint() {
        isEnvelope(raw("/api/v1/things/named/a%00b"), 404, "NOT_FOUND");
        isEnvelope(raw("/api/v1/things/named/a?of=%00"), 400, "BAD_REQUEST");
        raw("/api/v1/things/named/a?of=b").statusCode(200).body(equalTo("ab"));
    }

    private static ValidatableResponse raw(String path) {
        return known().urlEncodingEnabled(false).get(path).then();
    }
}
