package io.postbreeze.postapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperationsIT {

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void theServiceTellsThatItIsWell(String question) {
        given().get("/q/health/" + question).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void everyMeterIsCountedUnderItsDocumentedName() {
        String account = Api.connect("sandbox_creator");
        Api.caller()
                .body(Api.flatBody(account, Neighbours.VIDEO))
                .post("/api/v1/posts")
                .then()
                .statusCode(201);
        Api.caller().body("{}").post("/api/v1/posts").then().statusCode(400);

        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics)
                .contains("postbreeze_posts_created_total{kind=\"scheduled\"}")
                .contains("postbreeze_posts_refused_total{code=\"MUST_SPECIFY_EXACTLY_ONE\"}");
    }

    @Test
    void theContractIsPublished() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/posts"))
                .body("paths", hasKey("/api/v1/social-accounts/connect"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1/posts/%00",
                "/api/v1/posts/post_%27%3B--/timeline",
                "/api/v1/social-accounts/%00",
                "/api/v1/social-accounts/soc_01K9Z5T2K9Q3RB6N6JZP3RYV0M",
            })
    void whatIsNotThereIsAnsweredInTheEnvelope(String path) {
        Api.caller()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"))
                .body("requestId", matchesPattern("req_[0-9A-Z]{26}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"platforms\":[{}]}",
                "{\"platforms\":[null]}",
                "{\"platforms\":{\"a\":[]}}",
                "{\"targets\":[[[[[]]]]]}",
                "{\"targets\":[{\"socialAccountId\":\"\\u0000\",\"platformOptions\":{}}]}",
                "{\"caption\":\"\\ud800\",\"targets\":[{\"socialAccountId\":\"x\"}]}",
                "{\"scheduledFor\":\"-999999999-01-01T00:00:00Z\",\"platforms\":[{\"accountId\":\"x\"}]}",
                "{\"scheduledFor\":1e999,\"publishNow\":\"yes\",\"platforms\":[{\"accountId\":\"x\"}]}",
                "{\"mediaIds\":[{},[],1,true,null],\"platforms\":[{\"accountId\":\"x\"}]}",
                "{\"platforms\":[],\"platforms\":[]}",
                "{\"platforms\":[]} and more",
            })
    void strangeBodiesAreRefusedAndNeverAFault(String body) {
        int status = Api.caller()
                .body(body)
                .post("/api/v1/posts")
                .then()
                .body("requestId", matchesPattern("req_[0-9A-Z]{26}"))
                .extract()
                .statusCode();

        assertThat(status).isIn(400, 422);
    }
}
