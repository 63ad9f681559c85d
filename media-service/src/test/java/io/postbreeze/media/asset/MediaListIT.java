package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class MediaListIT {
    @Inject
    Pool pool;

    @BeforeEach
    void nothingIsThere() {
        pool.query("delete from media_assets").executeAndAwait();
    }

    @Test
    void filesComePageByPageNewestFirst() {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.addFirst(announced(FakeApiKeys.OURS, "image/png"));
        }

        List<String> seen = new ArrayList<>();
        String next = "/api/v1/media?limit=2";
        while (next != null) {
            ValidatableResponse page = list(FakeApiKeys.OURS, next).statusCode(200);
            seen.addAll(page.extract().jsonPath().getList("id"));
            String link = page.extract().header("Link");
            next = link == null ? null : link.replaceAll("^<([^>]+)>.*", "$1");
        }

        assertThat(seen).isEqualTo(added);
    }

    @Test
    void whatIsAskedForIsShownAndNothingOfOthers() {
        String photo = announced(FakeApiKeys.OURS, "image/png");
        String video = announced(FakeApiKeys.OURS, "video/mp4");
        announced(FakeApiKeys.THEIRS, "video/mp4");

        list(FakeApiKeys.OURS, "/api/v1/media").body("id", equalTo(List.of(video, photo)));
        list(FakeApiKeys.OURS, "/api/v1/media?kind=PHOTO").body("id", equalTo(List.of(photo)));
        list(FakeApiKeys.OURS, "/api/v1/media?status=READY").body("id", equalTo(List.of()));
        list(FakeApiKeys.OURS, "/api/v1/media?status=PENDING&kind=VIDEO").body("id", equalTo(List.of(video)));
        list(FakeApiKeys.OURS, "/api/v1/media?workspaceId=" + FakeApiKeys.THEIR_WORKSPACE)
                .statusCode(404);
        list(FakeApiKeys.BOTH, "/api/v1/media").body("size()", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource({
        "kind=SONG, PARAMETER_INVALID",
        "status=ready, PARAMETER_INVALID",
        "limit=0, PARAMETER_INVALID",
        "limit=201, PARAMETER_INVALID",
        "cursor=med_x, CURSOR_INVALID",
    })
    void aWrongParameterIsNamed(String query, String code) {
        list(FakeApiKeys.OURS, "/api/v1/media?" + query).statusCode(400).body("code", equalTo(code));
    }

    private static ValidatableResponse list(String key, String path) {
        return given().header("Authorization", "Bearer " + key)
                .urlEncodingEnabled(false)
                .get(path)
                .then();
    }

    private static String announced(String key, String contentType) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(Map.of("filename", "file", "contentType", contentType))
                .post("/api/v1/media/presign")
                .then()
                .statusCode(200)
                .extract()
                .path("mediaAsset.id");
    }
}
