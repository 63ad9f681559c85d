package io.postbreeze.publisher.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.Samples;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaQuestionTest {
    private static final long SIZE = 64_000_001;
    private static final String VERSION = "\"v1\"";

    @Test
    void aReadyVideoIsTakenWithItsVersion() {
        StoredMedia found = ask(Samples.claimed(), asset("READY", "VIDEO", SIZE, VERSION, null));

        assertThat(found).isInstanceOfSatisfying(StoredMedia.Video.class, video -> {
            assertThat(video.facts().sizeBytes()).isEqualTo(SIZE);
            assertThat(video.facts().version()).isEqualTo(VERSION);
        });
    }

    @Test
    void aVideoThatIsBeingRepairedIsWaitedFor() {
        Publication waiting = Samples.claimed();
        MediaClient.Asset pending = asset("PENDING", null, null, null, null);

        assertThatThrownBy(() -> ask(waiting, pending)).isInstanceOf(NotReadyException.class);
    }

    @Test
    void aVideoThatCannotBeRepairedFailsUnderItsCode() {
        MediaClient.Asset failed = asset("REPAIR_FAILED", null, null, null, "MEDIA_REPAIR_FAILED");

        assertThatThrownBy(() -> ask(Samples.claimed(), failed))
                .isInstanceOfSatisfying(
                        StepException.class,
                        failure -> assertThat(failure.failure().code()).isEqualTo("MEDIA_REPAIR_FAILED"));
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND, MEDIA_NOT_FOUND", "NOT_UPLOADED, MEDIA_NOT_UPLOADED"})
    void whatIsNotThereFailsUnderItsCode(String status, String code) {
        assertThatThrownBy(() -> ask(Samples.claimed(), asset(status, null, null, null, null)))
                .isInstanceOfSatisfying(
                        StepException.class,
                        failure -> assertThat(failure.failure().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"64000001, v2", "64000002, v1"})
    void anotherFileInThePlaceOfTheOneThatIsBeingSentIsNeverMixedWithIt(long size, String version) {
        Publication uploading = Samples.uploading(10_000_000);
        MediaClient.Asset other = asset("READY", "VIDEO", size, "\"" + version + "\"", null);

        assertThatThrownBy(() -> ask(uploading, other))
                .isInstanceOfSatisfying(
                        StepException.class,
                        failure -> assertThat(failure.failure().code()).isEqualTo("MEDIA_CHANGED"));
        assertThat(ask(uploading, asset("READY", "VIDEO", SIZE, VERSION, null))).isInstanceOf(StoredMedia.Video.class);
    }

    private static StoredMedia ask(Publication publication, MediaClient.Asset asset) {
        return new MediaQuestion(answering(asset)).of(publication).await().indefinitely();
    }

    private static MediaClient.Asset asset(
            String status,
            @Nullable String kind,
            @Nullable Long size,
            @Nullable String version,
            @Nullable String repairCode) {
        return new MediaClient.Asset(
                "med_1",
                status,
                kind,
                kind == null ? null : "video/mp4",
                size,
                12_000L,
                version,
                null,
                repairCode,
                kind == null ? null : "https://store.example/med_1");
    }

    /** A class of its own would be taken for a resource of this service. */
    private static MediaClient answering(MediaClient.Asset asset) {
        return (MediaClient) Proxy.newProxyInstance(
                MediaClient.class.getClassLoader(),
                new Class<?>[] {MediaClient.class},
                (client, method, arguments) -> Uni.createFrom().item(new MediaClient.Answer(List.of(asset))));
    }
}
