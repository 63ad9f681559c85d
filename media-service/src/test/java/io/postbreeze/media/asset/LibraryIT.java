package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.postbreeze.testkit.SampleVideo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class LibraryIT {
    private final Uploads user = new Uploads(FakeApiKeys.OURS);

    @Inject
    FakePosts posts;

    @Inject
    MediaSweep sweep;

    @Inject
    Pool pool;

    @Inject
    S3Client store;

    @ConfigProperty(name = "postbreeze.s3.bucket")
    String bucket;

    @ConfigProperty(name = "postbreeze.service-token")
    String serviceToken;

    @AfterEach
    void postApiAnswersAgain() {
        posts.beSilent(false);
    }

    @Test
    void aFileIsRenamedDescribedLabelledAndFoundByItsLabel() {
        String id = announced();

        user.patch(
                        id,
                        Map.of(
                                "filename",
                                "x/../new name.mp4",
                                "altText",
                                "A launch",
                                "labels",
                                List.of(" May ", "May")))
                .statusCode(200)
                .body("filename", equalTo("x..new name.mp4"))
                .body("altText", equalTo("A launch"))
                .body("labels", equalTo(List.of("May")));
        user.get("?label=May").statusCode(200).body("id", equalTo(List.of(id)));
        user.get("?label=June").statusCode(200).body("id", equalTo(List.of()));

        user.patch(id, Collections.singletonMap("altText", null))
                .statusCode(200)
                .body("altText", nullValue())
                .body("labels", equalTo(List.of("May")));
        user.patch(id, Collections.singletonMap("labels", null)).body("labels", equalTo(List.of()));
        new Uploads(FakeApiKeys.THEIRS).patch(id, Map.of("altText", "x")).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "{}; BAD_REQUEST; ",
                "{\"status\":\"READY\"}; VALIDATION_FAILED; status",
                "{\"filename\":null}; VALIDATION_FAILED; filename",
                "{\"filename\":\"/\"}; VALIDATION_FAILED; filename",
                "{\"altText\":7}; VALIDATION_FAILED; altText",
                "{\"altText\":\"a\\u0000b\"}; VALIDATION_FAILED; altText",
                "{\"labels\":\"May\"}; VALIDATION_FAILED; labels",
                "{\"labels\":[\"\"]}; VALIDATION_FAILED; labels",
                "{\"labels\":[{}]}; VALIDATION_FAILED; labels",
                "{\"labels\":[\"a\\u0000b\"]}; VALIDATION_FAILED; labels",
            })
    void aChangeThatMakesNoSenseIsRefusedAndNamed(String body, String code, String field) {
        String id = announced();

        user.patch(id, body).statusCode(400).body("code", equalTo(code)).body("details[0].path", equalTo(field));
    }

    @Test
    void aFileThatPostsUseStaysAndThePostsAreNamed() {
        String id = announced();
        posts.use(id, "post_1", "post_2");

        user.delete(id)
                .statusCode(409)
                .body("code", equalTo("MEDIA_IN_USE"))
                .body("message", containsString("post_1, post_2"))
                .body("details.message", hasItem("post_2 (SCHEDULED)"));
        user.get(id).statusCode(200);
    }

    @Test
    void nothingIsDeletedWhileNobodyKnowsWhoUsesIt() {
        String id = announced();
        posts.beSilent(true);

        user.delete(id).statusCode(503).body("code", equalTo("MEDIA_USES_UNKNOWN"));
        user.get(id).statusCode(200);
    }

    @Test
    void aDeletedFileIsGoneForItsOwnerAndNotYetForAPostThatHasIt() throws Exception {
        String id = user.upload("clip.mp4", "video/mp4", SampleVideo.bytes());

        user.delete(id).statusCode(204);

        user.get(id).statusCode(404);
        user.get("").body("id", not(hasItem(id)));
        user.delete(id).statusCode(404);
        assertThat(resolved(id, false)).isEqualTo("NOT_FOUND");
        assertThat(resolved(id, true)).isEqualTo("READY");
    }

    @Test
    void theBytesGoAfterTheGraceWithAllThatWasMadeOfThem() throws Throwable {
        String id = ready();
        store.putObject(
                ask -> ask.bucket(bucket).key(folder(id) + "made/x/poster.jpg"), RequestBody.fromString("poster"));
        user.delete(id).statusCode(204);

        due(id, "deleted_at = now() - interval '59 minutes'");
        sweep();
        assertThat(stored(id)).hasSizeGreaterThanOrEqualTo(2);

        // What is being made of it, a poster perhaps, is waited for.
        await().until(() -> {
            due(id, "deleted_at = now() - interval '61 minutes'");
            sweep();
            return !isKnown(id);
        });
        assertThat(stored(id)).isEmpty();
    }

    @Test
    void aFileOfWhichSomethingIsBeingMadeGoesWhenThatIsDone() throws Throwable {
        String id = ready();
        user.delete(id).statusCode(204);
        pool.query(
                        "insert into renditions (workspace_id, media_id, fit, etag, source_key, source_bytes, storage_key, state,"
                                + " wake_at, lease_owner, created_at) values ('" + FakeApiKeys.OUR_WORKSPACE + "', '"
                                + id
                                + "', 'crop', 'e', 'k', 1, 'renditions/x.jpg', 'PENDING', now() + interval '1 hour', 'other',"
                                + " now())")
                .executeAndAwait();

        due(id, "deleted_at = now() - interval '2 hours'");
        sweep();
        assertThat(isKnown(id)).isTrue();
        assertThat(stored(id)).isNotEmpty();

        pool.query("update renditions set lease_owner = null where media_id = '" + id + "'")
                .executeAndAwait();
        await().until(() -> {
            due(id, "updated_at = updated_at");
            sweep();
            return !isKnown(id);
        });
        assertThat(stored(id)).isEmpty();
    }

    @Test
    void aPostThatGotHoldOfAFileWhileItWasDeletedKeepsIt() throws Throwable {
        String id = ready();
        user.delete(id).statusCode(204);
        posts.use(id, "post_3");

        due(id, "deleted_at = now() - interval '2 hours'");
        sweep();

        user.get(id).statusCode(200).body("status", equalTo("READY"));
    }

    @Test
    void whatNobodyFinishedAndNobodyUsesGoesButNotOnAGuess() throws Throwable {
        String never = announced();
        String late = user.upload("clip.mp4", "video/mp4", SampleVideo.bytes());
        String unused = ready();
        posts.beSilent(true);
        due(never, "created_at = now() - interval '25 hours'");
        due(late, "created_at = now() - interval '25 hours'");
        due(unused, "updated_at = now() - interval '31 days'");
        sweep();
        assertThat(isKnown(never)).isTrue();

        posts.beSilent(false);
        due(never, "updated_at = updated_at");
        due(late, "updated_at = updated_at");
        due(unused, "updated_at = updated_at");
        sweep();

        assertThat(isKnown(never)).isFalse();
        // It was uploaded, only nobody had looked.
        user.get(late).statusCode(200).body("status", equalTo("READY"));
        user.get(unused).statusCode(404);
        assertThat(stored(unused)).isNotEmpty();
    }

    @Test
    void aFileThatAPostUsesIsNeverSwept() throws Throwable {
        String id = ready();
        posts.use(id, "post_4");
        due(id, "updated_at = now() - interval '999 days'");
        sweep();
        user.get(id).statusCode(200);

        // Its time begins anew when it was last seen in use.
        posts.useNoMore(id);
        due(id, "updated_at = updated_at");
        sweep();
        user.get(id).statusCode(200);
    }

    @Test
    void aWorkspaceThatIsFullTakesNoMore() {
        Uploads full = new Uploads(FakeApiKeys.THEIRS);
        Map<String, Object> wish = Map.of("filename", "a.mp4", "contentType", "video/mp4", "bytes", 5L << 30);
        for (int i = 0; i < 20; i++) {
            full.post("presign", wish).statusCode(200);
        }

        full.post("presign", wish).statusCode(403).body("code", equalTo("STORAGE_LIMIT_EXCEEDED"));
        full.post("presign", Map.of("filename", "a.mp4", "contentType", "video/mp4"))
                .statusCode(403);
        full.post("presign-multipart", wish).statusCode(403);
        full.post("from-url", Map.of("url", "https://files.example.com/a.mp4")).statusCode(403);
        user.post("presign", wish).statusCode(200);

        pool.query("delete from media_assets where workspace_id = '" + FakeApiKeys.THEIR_WORKSPACE + "'")
                .executeAndAwait();
        full.post("presign", wish).statusCode(200);
    }

    @Test
    void anUploadIsLookedAtAsSoonAsTheStoreTellsOfIt() throws Exception {
        String id = user.upload("my clip.mp4", "video/mp4", SampleVideo.bytes());
        String key = user.get(id).extract().path("storageKey");
        pool.query("update media_assets set status = 'PENDING', etag = null, kind = null where id = '" + id + "'")
                .executeAndAwait();

        tell("s3:ObjectCreated:Put", key.replace("/", "%2F"));

        String status = pool.query("select status from media_assets where id = '" + id + "'")
                .executeAndAwait()
                .iterator()
                .next()
                .getString("status");
        assertThat(status).isEqualTo("READY");
    }

    @ParameterizedTest
    @CsvSource({"%zz", "ws/a/med_1/x", "renditions/x.jpg", "'../../etc/passwd'"})
    void aKeyThatIsNoUploadIsPassedOver(String key) {
        tell("ObjectCreated:Put", key);
        tell("s3:ObjectRemoved:Delete", key);
    }

    private void tell(String event, String key) {
        given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "EventName",
                        event,
                        "Records",
                        List.of(Map.of("eventName", event, "s3", Map.of("object", Map.of("key", key))))))
                .post("/internal/v1/media/store-events")
                .then()
                .statusCode(204);
    }

    private String announced() {
        return user.post("presign", Map.of("filename", "clip.mp4", "contentType", "video/mp4"))
                .statusCode(200)
                .extract()
                .path("mediaAsset.id");
    }

    private String resolved(String id, boolean evenDeleted) {
        return given().header("Authorization", "Bearer " + serviceToken)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "workspaceId", FakeApiKeys.OUR_WORKSPACE, "mediaIds", List.of(id), "evenDeleted", evenDeleted))
                .post("/internal/v1/media/resolve")
                .then()
                .statusCode(200)
                .extract()
                .path("media[0].status");
    }

    private String ready() throws IOException, InterruptedException {
        String id = user.upload("clip.mp4", "video/mp4", SampleVideo.bytes());
        user.get(id).statusCode(200).body("status", equalTo("READY"));
        return id;
    }

    /** Makes a file due for the sweep, and older. */
    private void due(String id, String change) {
        pool.query("update media_assets set sweep_at = now() - interval '1 second', " + change + " where id = '" + id
                        + "'")
                .executeAndAwait();
    }

    private void sweep() {
        try {
            VertxContextSupport.subscribeAndAwait(sweep::sweep);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isKnown(String id) {
        return pool.query("select 1 from media_assets where id = '" + id + "'")
                        .executeAndAwait()
                        .size()
                > 0;
    }

    private List<String> stored(String id) {
        return store.listObjectsV2(ask -> ask.bucket(bucket).prefix(folder(id))).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static String folder(String id) {
        return "ws/" + FakeApiKeys.OUR_WORKSPACE + "/" + id + "/";
    }
}
