package io.postbreeze.postapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class MediaItemsIT {
    private static final String VIDEO = "{\"url\":\"https://files.example.com/video.mp4\",\"altText\":\"A duck\"}";
    private static final String SLOW = "{\"url\":\"https://files.example.com/slow.mp4\",\"type\":\"video\"}";
    private static final String PAGE = "{\"url\":\"https://files.example.com/page\"}";

    @ConfigProperty(name = "postbreeze.media.url")
    String media;

    private String account;

    @BeforeEach
    void connect() {
        account = Api.connect("sandbox_creator");
    }

    @Test
    void whatWasFetchedComesFirstWithItsText() {
        send("/api/v1/posts", body("", VIDEO))
                .statusCode(201)
                .body("media.mediaAssetId", equalTo(List.of(Neighbours.VIDEO)))
                .body("media[0].altText", equalTo("A duck"));
    }

    @Test
    void idsOfTheRequestComeAfterAndKeepTheirPaths() {
        send("/api/v1/posts", body("\"" + Neighbours.NOT_UPLOADED + "\"", VIDEO))
                .statusCode(422)
                .body("code", equalTo("MEDIA_NOT_UPLOADED"))
                .body("details.path", equalTo(List.of("mediaIds[0]")));
    }

    @Test
    void everyFileThatCannotBeHadIsNamedAndWhatWasFetchedIsNotLost() {
        send("/api/v1/posts", body("", VIDEO, PAGE, SLOW))
                .statusCode(422)
                .body("code", equalTo("MEDIA_URL_NOT_MEDIA"))
                .body("message", containsString("mediaItems[0] is " + Neighbours.VIDEO))
                .body("details.path", equalTo(List.of("mediaItems[1].url", "mediaItems[2].url")))
                .body("details.code", equalTo(List.of("MEDIA_URL_NOT_MEDIA", "MEDIA_STILL_FETCHING")))
                .body("details[1].message", containsString(Neighbours.NOT_UPLOADED));
    }

    @Test
    void aReasonThatIsNotKnownYetIsOneAllTheSame() {
        send("/api/v1/posts", body("", "{\"url\":\"https://files.example.com/odd\"}"))
                .statusCode(422)
                .body("code", equalTo("MEDIA_REJECTED"))
                .body("message", equalTo("Something new."));
    }

    @Test
    void nothingIsFetchedForARequestThatIsWrongAnyway() {
        int before = ingests();

        send("/api/v1/posts", body("", VIDEO).replace("PUBLIC_TO_EVERYONE", "NOBODY"))
                .statusCode(422)
                .body("code", equalTo("TT_PRIVACY_NOT_ALLOWED"));
        send("/api/v1/posts", body("", VIDEO).replace(account, "soc_01K9Z5T2K9Q3RB6N6JZP3RYV0S"))
                .statusCode(422)
                .body("code", equalTo("ACCOUNT_NOT_FOUND"));

        assertThat(ingests()).isEqualTo(before);
    }

    @Test
    void aDryRunFetchesNothing() {
        int before = ingests();

        send("/api/v1/posts/validate", body("", VIDEO))
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("warnings.code", hasItem("MEDIA_NOT_FETCHED"));

        assertThat(ingests()).isEqualTo(before);
    }

    @Test
    void aRepeatedRequestFetchesOnce() {
        String key = UUID.randomUUID().toString();
        int before = ingests();

        for (int i = 0; i < 3; i++) {
            Api.caller()
                    .header("Idempotency-Key", key)
                    .body(body("", VIDEO))
                    .post("/api/v1/posts")
                    .then()
                    .statusCode(201);
        }

        assertThat(ingests()).isEqualTo(before + 1);
    }

    @Test
    void aNeighbourThatIsAwayIsNoVerdict() {
        send("/api/v1/posts", body("", "{\"url\":\"https://files.example.com/down\"}"))
                .statusCode(503)
                .body("code", equalTo("MEDIA_SERVICE_UNAVAILABLE"));
    }

    private int ingests() {
        return Integer.parseInt(Api.service().get(media + "/ingests").asString());
    }

    private static ValidatableResponse send(String path, String body) {
        return Api.caller().body(body).post(path).then();
    }

    private String body(String mediaIds, String... items) {
        return Api.flatBody(account, "med_x")
                .replace("\"med_x\"", mediaIds)
                .replaceFirst("\\{", "{\"mediaItems\":[" + String.join(",", items) + "],");
    }
}
