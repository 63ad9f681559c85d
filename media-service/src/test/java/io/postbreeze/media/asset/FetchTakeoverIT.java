package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.media.fetch.Checkpoint;
import io.postbreeze.media.fetch.UrlFetch;
import io.postbreeze.media.store.PartialUpload;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.ObjectStoreServer;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Fetches of replicas that are gone. A dead one is played by what it would have called, up to the call that it did not
 * come back from; this service is the one that goes on.
 */
@QuarkusTest
@TestProfile(FromUrlIT.Impatient.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class FetchTakeoverIT {
    private static final int PART = 8 << 20;

    @Inject
    Pool database;

    @Inject
    UrlFetch fetch;

    @Inject
    FetchJobs jobs;

    @Inject
    S3Client store;

    @Inject
    Clock clock;

    private FileHost host;

    @BeforeEach
    void start() throws IOException {
        host = FileHost.start();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void whatADeadReplicaHasStoredIsNotFetchedAgain() throws Throwable {
        FetchJob job = dies("/steady.mp4", 2 * PART);
        show(job)
                .body("status", equalTo("PROCESSING"))
                .body("progress.receivedBytes", equalTo(2 * PART))
                .body("progress.totalBytes", equalTo(FileHost.LONG_BYTES));

        leaseEnds(job);

        isReady(job);
        assertThat(host.begunAt()).containsExactly(0, 2 * PART);
        assertThat(stored(job)).isEqualTo(FileHost.longVideo());
        assertThat(addresses(job)).isZero();
    }

    @Test
    void aFileThatWasDeletedMeanwhileIsNotFetchedAndItsPartsGo() throws Throwable {
        FetchJob job = dies("/steady.mp4", 2 * PART);
        given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .delete("/api/v1/media/" + job.mediaId())
                .then()
                .statusCode(204);

        leaseEnds(job);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(addresses(job)).isZero());
        assertThat(uploads(job)).isEmpty();
        assertThat(host.begunAt()).containsExactly(0);
    }

    @Test
    void whatOnlyHadToBePutTogetherIsNotFetchedAtAll() throws Throwable {
        FetchJob job = dies("/steady.mp4", FileHost.LONG_BYTES);

        leaseEnds(job);

        isReady(job);
        assertThat(host.begunAt()).containsExactly(0);
        assertThat(stored(job)).isEqualTo(FileHost.longVideo());
    }

    @Test
    void anotherVersionOfTheFileIsFetchedFromItsBeginning() throws Throwable {
        FetchJob job = dies("/renewed.mp4", PART);

        leaseEnds(job);

        isReady(job);
        // The range is asked for, the whole is answered and left; then it is asked for as a whole.
        assertThat(host.begunAt()).containsExactly(0, 0, 0);
        assertThat(stored(job)).isEqualTo(FileHost.longVideo());
        assertThat(uploads(job)).isEmpty();
    }

    @Test
    void partsThatTheStoreHasLostAreFetchedAgain() throws Throwable {
        FetchJob job = dies("/steady.mp4", PART);
        uploads(job)
                .forEach(upload -> store.abortMultipartUpload(ask ->
                        ask.bucket(ObjectStoreServer.BUCKET).key(upload.key()).uploadId(upload.uploadId())));

        leaseEnds(job);

        isReady(job);
        assertThat(host.begunAt()).containsExactly(0, PART, 0);
        assertThat(stored(job)).isEqualTo(FileHost.longVideo());
    }

    @Test
    void aFileThatReplicasDieOfIsGivenUpWithItsParts() throws Throwable {
        FetchJob job = dies("/steady.mp4", PART);
        sql("update media_fetches set attempts = 5 where media_id = '" + job.mediaId() + "'");

        leaseEnds(job);

        await().untilAsserted(() -> show(job)
                .body("status", equalTo("REJECTED"))
                .body("rejection.code", equalTo("MEDIA_URL_INTERRUPTED"))
                .body("progress", nullValue()));
        await().untilAsserted(() -> assertThat(addresses(job)).isZero());
        assertThat(uploads(job)).isEmpty();
    }

    @Test
    void aRowWhoseFetchHasEndedIsRemoved() throws Throwable {
        FetchJob job = dies("/steady.mp4", PART);
        sql("update media_assets set status = 'REJECTED', fetch_failure = 'MEDIA_URL_INTERRUPTED',"
                + " fetch_message = 'It took too long.' where id = '" + job.mediaId() + "'");

        leaseEnds(job);

        await().untilAsserted(() -> assertThat(addresses(job)).isZero());
        assertThat(uploads(job)).isEmpty();
        show(job).body("status", equalTo("REJECTED"));
        assertThat(host.begunAt()).containsExactly(0);
    }

    @Test
    void aFetchThatFailsLeavesNoPartsAndNoAddress() {
        String message = given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .contentType(ContentType.JSON)
                .body(Map.of("url", host.url("/cut-unnamed.mp4")))
                .post("/api/v1/media/from-url")
                .then()
                .statusCode(422)
                .extract()
                .path("message");

        assertThat(message).contains("broke after");
        assertThat(database.query("select 1 from media_fetches where url like '%/cut-unnamed.mp4'")
                        .executeAndAwait()
                        .rowCount())
                .isZero();
        assertThat(allUploads()).noneMatch(upload -> upload.key().endsWith("cut-unnamed.mp4"));
    }

    @Test
    void whoHasLostTheLeaseWritesNothing() throws Throwable {
        FetchJob job = dies("/steady.mp4", PART);
        Checkpoint late = new Checkpoint("video/mp4", "\"1\"", 1L, new PartialUpload("upload", List.of("e"), 1));

        assertThatThrownBy(() -> jobs.keep("somebody else's", late)).isInstanceOf(LeaseLostException.class);
        show(job).body("progress.receivedBytes", equalTo(PART));

        leaseEnds(job);
        isReady(job);
        assertThatThrownBy(() -> jobs.keep(job.leaseId(), late)).isInstanceOf(LeaseLostException.class);
    }

    /** A replica that fetches a file and dies when so many bytes are stored and written down. */
    private FetchJob dies(String path, int after) throws Throwable {
        Instant now = clock.instant();
        FetchOrder order = new FetchOrder(host.url(path), MediaKind.VIDEO, null);
        MediaAsset asset = MediaAsset.fetched(
                FakeApiKeys.OUR_WORKSPACE, PrefixedIds.next("med"), order, now, now.plus(Duration.ofHours(1)));
        FetchJob job = new FetchJob(asset.workspaceId, asset.id, order.url(), PrefixedIds.next("lease"), 1, null);
        VertxContextSupport.subscribeAndAwait(() -> jobs.add(FakeApiKeys.OUR_WORKSPACE, List.of(asset), List.of(job)));
        sql("update media_fetches set due_at = now() + interval '1 hour' where media_id = '" + asset.id + "'");
        assertThatThrownBy(() -> fetch.fetch(order.url(), asset.storageKey, null, checkpoint -> {
                    jobs.keep(job.leaseId(), checkpoint);
                    if (checkpoint.upload().bytes() >= after) {
                        throw new Killed();
                    }
                }))
                .isInstanceOf(Killed.class);
        return job;
    }

    private void leaseEnds(FetchJob job) {
        sql("update media_fetches set due_at = now() where media_id = '" + job.mediaId() + "'");
    }

    private void isReady(FetchJob job) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> show(job)
                        .body("status", equalTo("READY"))
                        .body("bytes", equalTo(FileHost.LONG_BYTES))
                        .body("progress", nullValue()));
        await().untilAsserted(() -> assertThat(addresses(job)).isZero());
    }

    private byte[] stored(FetchJob job) {
        String key = show(job).extract().path("storageKey");
        return store.getObjectAsBytes(
                        ask -> ask.bucket(ObjectStoreServer.BUCKET).key(key))
                .asByteArray();
    }

    private List<MultipartUpload> uploads(FetchJob job) {
        return allUploads().stream()
                .filter(upload -> upload.key().contains(job.mediaId()))
                .toList();
    }

    private List<MultipartUpload> allUploads() {
        return store.listMultipartUploads(ask -> ask.bucket(ObjectStoreServer.BUCKET))
                .uploads();
    }

    private int addresses(FetchJob job) {
        return database.query("select 1 from media_fetches where media_id = '" + job.mediaId() + "'")
                .executeAndAwait()
                .rowCount();
    }

    private void sql(String statement) {
        database.query(statement).executeAndAwait();
    }

    private static ValidatableResponse show(FetchJob job) {
        return given().header("Authorization", "Bearer " + FakeApiKeys.OURS)
                .get("/api/v1/media/" + job.mediaId())
                .then();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
