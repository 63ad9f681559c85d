package io.postbreeze.media.domain;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.postbreeze.media.asset.FakeApiKeys;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DomainIT.PublicOverHttps.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class DomainIT {
    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    @Inject
    Pool database;

    @BeforeEach
    void forget() {
        database.query("delete from verified_properties").executeAndAwait();
    }

    @Test
    void whatIsStatedIsListedBesideTheServersAndCanBeWithdrawn() {
        String id = state("CDN.Example.com")
                .statusCode(201)
                .body("id", matchesPattern("dom_[0-9A-Z]{26}"))
                .body("workspaceId", equalTo(FakeApiKeys.OUR_WORKSPACE))
                .body("kind", equalTo("DOMAIN"))
                .body("value", equalTo("cdn.example.com"))
                .body("source", equalTo("WORKSPACE"))
                .body("createdAt", matchesPattern(".*Z"))
                .extract()
                .path("id");
        state("https://example.com/media/").statusCode(201).body("kind", equalTo("PREFIX"));
        state("cdn.example.com").statusCode(201).body("id", equalTo(id));

        list().body("value", equalTo(List.of("cdn.example.com", "https://example.com/media/", "server.example")))
                .body("source", equalTo(List.of("WORKSPACE", "WORKSPACE", "SERVER")));
        withdraw(FakeApiKeys.THEIRS, id).statusCode(404);
        withdraw(FakeApiKeys.OURS, id).statusCode(204);
        withdraw(FakeApiKeys.OURS, id).statusCode(404);
        list().body("value", not(hasItem("cdn.example.com")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*.example.com", "127.0.0.1", "https://example.com/a", "http://example.com/", "a\u0000.b"})
    void whatTikTokDoesNotVerifyIsRefused(String value) {
        state(value)
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("details.path", equalTo(List.of("value")));
    }

    @Test
    void aWorkspaceHasABoundedNumberOfThem() {
        database.query("insert into verified_properties select '" + FakeApiKeys.OUR_WORKSPACE
                        + "', 'dom_' || n, 'DOMAIN', 'd' || n || '.example', now() from generate_series(1, 100) n")
                .executeAndAwait();

        state("one.more.example").statusCode(409).body("code", equalTo("TOO_MANY_DOMAINS"));
        state("d7.example").statusCode(201).body("id", equalTo("dom_7"));
    }

    @Test
    void photosOnAnUnverifiedBaseAreToldSoUntilItIsStated() throws Exception {
        String photo = stored("photo.png", "image/png");
        String video = stored("ntsc.mp4", "video/mp4");

        resolve(photo).body("media[0].violations.code", hasItem("TT_DOMAIN_UNVERIFIED"));
        resolve(video).body("media[0].violations.code", not(hasItem("TT_DOMAIN_UNVERIFIED")));

        state("https://media.example.net/bucket/").statusCode(201);

        resolve(photo).body("media[0].violations.code", not(hasItem("TT_DOMAIN_UNVERIFIED")));
    }

    private String stored(String sample, String type) throws IOException, InterruptedException {
        byte[] bytes;
        try (var file = Objects.requireNonNull(DomainIT.class.getResourceAsStream("/samples/" + sample))) {
            bytes = file.readAllBytes();
        }
        var presigned = ours().body(Map.of("filename", sample, "contentType", type))
                .post("/api/v1/media/presign")
                .jsonPath();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(presigned.getString("uploadUrl")))
                            .header("Content-Type", type)
                            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        return presigned.getString("mediaAsset.id");
    }

    private ValidatableResponse resolve(String id) {
        return given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(Map.of("workspaceId", FakeApiKeys.OUR_WORKSPACE, "mediaIds", List.of(id)))
                .post("/internal/v1/media/resolve")
                .then()
                .statusCode(200)
                .body("media[0].status", equalTo("READY"));
    }

    private static ValidatableResponse state(String value) {
        return ours().body(Map.of("value", value)).post("/api/v1/media/domains").then();
    }

    private static ValidatableResponse list() {
        return ours().get("/api/v1/media/domains").then().statusCode(200);
    }

    private static ValidatableResponse withdraw(String key, String id) {
        return given().header("Authorization", "Bearer " + key)
                .delete("/api/v1/media/domains/" + id)
                .then();
    }

    private static RequestSpecification ours() {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS).contentType(ContentType.JSON);
    }

    /** A public base that nobody has verified, and something else that the operator has. */
    public static final class PublicOverHttps implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "postbreeze.media.public-url", "https://media.example.net/bucket",
                    "postbreeze.media.domains.verified", "server.example",
                    "postbreeze.media.from-url.allow-loopback", "true");
        }
    }
}
