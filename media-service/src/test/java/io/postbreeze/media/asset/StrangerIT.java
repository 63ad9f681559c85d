package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else's key, and no key, see at every endpoint; one that this test cannot feed fails it. */
@QuarkusTest
class StrangerIT {
    private static final List<Endpoint> ALL = Endpoint.of("io.postbreeze.media");
    private static final Map<String, String> BODIES = Map.of(
            "POST /api/v1/media/presign",
            "{\"filename\":\"a.mp4\",\"contentType\":\"video/mp4\"}",
            "POST /api/v1/media/presign-multipart",
            "{\"filename\":\"a.mp4\",\"contentType\":\"video/mp4\",\"bytes\":9}",
            "POST /api/v1/media/{}/parts",
            "{\"partNumbers\":[1]}",
            "POST /api/v1/media/{}/complete",
            "",
            "PATCH /api/v1/media/{}",
            "{\"altText\":\"x\"}",
            "POST /api/v1/media/domain-check",
            "{\"url\":\"https://example.com/a.jpg\",\"workspaceId\":\"" + FakeApiKeys.OUR_WORKSPACE + "\"}",
            "POST /api/v1/media/domains",
            "{\"value\":\"example.com\",\"workspaceId\":\"" + FakeApiKeys.OUR_WORKSPACE + "\"}",
            "POST /api/v1/media/from-url",
            "{\"url\":\"https://example.com/a.mp4\",\"workspaceId\":\"" + FakeApiKeys.OUR_WORKSPACE + "\"}");

    private static RequestSpecification stranger() {
        return given().header("Authorization", "Bearer " + FakeApiKeys.THEIRS);
    }

    private static String ours() {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType("application/json")
                .body(Objects.requireNonNull(BODIES.get("POST /api/v1/media/presign")))
                .post("/api/v1/media/presign")
                .then()
                .statusCode(200)
                .extract()
                .path("mediaAsset.id");
    }

    private static Response call(RequestSpecification caller, Endpoint endpoint, String id) {
        caller.queryParam("workspaceId", FakeApiKeys.OUR_WORKSPACE);
        return caller.contentType("application/json")
                .body(BODIES.getOrDefault(endpoint.toString(), ""))
                .request(endpoint.method(), endpoint.pathWith(place -> id));
    }

    @Test
    void theWalkKnowsEveryEndpoint() {
        assertThat(ALL).hasSizeGreaterThan(2).noneMatch(Endpoint::isPublic);
        assertThat(ALL)
                .filteredOn(endpoint -> endpoint.path().startsWith("/api/"))
                .allMatch(endpoint -> BODIES.containsKey(endpoint.toString())
                        || List.of("GET", "DELETE").contains(endpoint.method()))
                .allMatch(endpoint -> endpoint.path()
                                .replaceFirst("^/api/v1/media/(domains/)?\\{}", "")
                                .indexOf('{')
                        < 0);
    }

    @TestFactory
    Stream<DynamicTest> nothingIsAnsweredWithoutAKey() {
        return ALL.stream()
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> call(given(), endpoint, "med_x").then().statusCode(401)));
    }

    @TestFactory
    Stream<DynamicTest> aStrangerSeesNothingAndAKeyDoesNotOpenWhatIsInternal() {
        String id = ours();
        return ALL.stream()
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> call(stranger(), endpoint, id)
                                .then()
                                .statusCode(endpoint.path().startsWith("/api/") ? 404 : 401)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/media/%00", "/api/v1/media/med_%00", "/api/v1/media/%C0%80"})
    void noCharacterInAnIdIsAFault(String path) {
        stranger().urlEncodingEnabled(false).get(path).then().statusCode(404);
    }
}
