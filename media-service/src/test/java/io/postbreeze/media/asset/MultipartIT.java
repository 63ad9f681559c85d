package io.postbreeze.media.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.ObjectStoreResource;
import io.postbreeze.testkit.PostgresResource;
import io.postbreeze.testkit.SampleVideo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "media"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class MultipartIT {
    private static final int PART = 8 << 20;
    private static final byte[] VIDEO = video(2 * PART + 12_345);

    private final Uploads user = new Uploads(FakeApiKeys.OURS);

    @Test
    void anUploadThatBreaksOffGoesOnWithThePartsThatAreMissing() throws Exception {
        String id = begin(VIDEO.length);
        List<Map<String, Object>> urls = urls(id, List.of(1, 2, 3));
        put(urls.get(2), 3);
        put(urls.get(0), 1);

        user.get(id + "/parts")
                .statusCode(200)
                .body("partBytes", equalTo(PART))
                .body("partCount", equalTo(3))
                .body("arrived.partNumber", equalTo(List.of(1, 3)))
                .body("missing", equalTo(List.of(2)));
        user.post(id + "/complete")
                .statusCode(409)
                .body("code", equalTo("UPLOAD_INCOMPLETE"))
                .body("message", containsString("[2]"));

        put(urls(id, List.of(2)).getFirst(), 2);
        user.post(id + "/complete")
                .statusCode(200)
                .body("status", equalTo("READY"))
                .body("bytes", equalTo(VIDEO.length))
                .body("durationMs", equalTo(12_000));
        // Its answer may have got lost.
        user.post(id + "/complete").statusCode(200).body("status", equalTo("READY"));
        user.get(id + "/parts").statusCode(409).body("code", equalTo("UPLOAD_ENDED"));
        user.delete(id + "/parts").statusCode(409).body("code", equalTo("UPLOAD_ENDED"));
    }

    @Test
    void aPartIsTakenInItsSizeOnly() throws Exception {
        String id = begin(VIDEO.length);
        Map<String, Object> last = urls(id, List.of(3)).getFirst();

        assertThat(last.get("bytes")).isEqualTo(12_345);
        assertThat(Uploads.put(String.valueOf(last.get("uploadUrl")), new byte[12_346], Map.of()))
                .isEqualTo(403);
    }

    @Test
    void anUploadThatIsGivenUpLeavesNothing() throws Exception {
        String id = begin(VIDEO.length);
        put(urls(id, List.of(1)).getFirst(), 1);

        user.delete(id + "/parts").statusCode(204);

        user.get(id).statusCode(404);
        user.get(id + "/parts").statusCode(404);
    }

    @Test
    void nobodyElseSeesOrEndsAnUpload() {
        String id = begin(VIDEO.length);
        Uploads stranger = new Uploads(FakeApiKeys.THEIRS);

        stranger.get(id + "/parts").statusCode(404);
        stranger.post(id + "/parts", Map.of("partNumbers", List.of(1))).statusCode(404);
        stranger.post(id + "/complete").statusCode(404);
        stranger.delete(id + "/parts").statusCode(404);
        user.get(id + "/parts").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[]", "[0]", "[4]", "[null]", "[-1,1]", "[2147483647]"})
    void partsThatAreNotThereAreRefused(String numbers) {
        String id = begin(VIDEO.length);

        user.post(id + "/parts", "{\"partNumbers\":" + numbers + "}")
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("details[0].path", equalTo("partNumbers"));
    }

    @Test
    void aFileThatWasPutInOnePieceHasNoParts() {
        String id = user.post("presign", Map.of("filename", "a.mp4", "contentType", "video/mp4"))
                .statusCode(200)
                .body("multipart", nullValue())
                .extract()
                .path("mediaAsset.id");

        user.get(id + "/parts").statusCode(409);
        user.post(id + "/complete").statusCode(409).body("code", equalTo("UPLOAD_ENDED"));
        user.delete(id + "/parts").statusCode(409);
    }

    @Test
    void largeFilesAreOfferedPartsAndTheirSizeMustBeKnown() {
        user.post("presign", Map.of("filename", "a.mp4", "contentType", "video/mp4", "bytes", 64L << 20))
                .body("multipart", nullValue());
        user.post("presign", Map.of("filename", "a.mp4", "contentType", "video/mp4", "bytes", (64L << 20) + 1))
                .body("multipart", equalTo("/api/v1/media/presign-multipart"));
        user.post("presign-multipart", Map.of("filename", "a.mp4", "contentType", "video/mp4"))
                .statusCode(400)
                .body("details[0].path", equalTo("bytes"));
        user.post("presign-multipart", Map.of("filename", "a.mp4", "contentType", "video/mp4", "bytes", (5L << 30) + 1))
                .statusCode(400)
                .body("details", hasSize(1))
                .body("details[0].code", equalTo("MEDIA_TOO_LARGE"));
        user.post("presign-multipart", Map.of("filename", "a.mp4", "contentType", "video/mp4", "bytes", 5L << 30))
                .statusCode(200)
                .body("partCount", equalTo(640));
    }

    private String begin(int bytes) {
        JsonPath begun = user.post(
                        "presign-multipart", Map.of("filename", "clip.mp4", "contentType", "video/mp4", "bytes", bytes))
                .statusCode(200)
                .extract()
                .jsonPath();
        return begun.getString("mediaAsset.id");
    }

    private List<Map<String, Object>> urls(String id, List<Integer> numbers) {
        return user.post(id + "/parts", Map.of("partNumbers", numbers))
                .statusCode(200)
                .extract()
                .path("parts");
    }

    private static void put(Map<String, Object> url, int number) throws IOException, InterruptedException {
        byte[] part = Arrays.copyOfRange(VIDEO, (number - 1) * PART, Math.min(VIDEO.length, number * PART));
        assertThat(Uploads.put(String.valueOf(url.get("uploadUrl")), part, Map.of()))
                .isEqualTo(200);
    }

    /** The sample, made longer by a box that players skip. */
    private static byte[] video(int bytes) {
        byte[] sample = SampleVideo.bytes();
        ByteArrayOutputStream longer = new ByteArrayOutputStream(bytes);
        longer.writeBytes(sample);
        longer.writeBytes(ByteBuffer.allocate(4).putInt(bytes - sample.length).array());
        longer.writeBytes("free".getBytes(StandardCharsets.US_ASCII));
        IntStream.range(0, bytes - sample.length - 8).forEach(longer::write);
        return longer.toByteArray();
    }
}
