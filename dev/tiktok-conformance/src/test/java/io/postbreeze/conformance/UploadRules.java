package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Section 2.5: every answer a chunk can have. */
final class UploadRules {
    private static final int CHUNK = 5_242_880;
    private static final int TOTAL = 2 * CHUNK + 1_000;

    private UploadRules() {}

    static void write(Book book) {
        order(book);
        headers(book);
        for (String type : List.of("video/mp4", "video/quicktime", "video/webm")) {
            book.anywhere(
                    "2.5",
                    "a chunk may be " + type,
                    stage ->
                            assertThat(put(stage, Map.of("Content-Type", type))).isEqualTo(201));
        }
        book.rule("2.5", "an address dies after one hour", stage -> {
            String url = begin(stage);
            stage.later(Duration.ofMinutes(61));
            assertThat(first(stage, url).status()).isEqualTo(403);
        });
        book.rule("2.5", "an address lives for 59 minutes", stage -> {
            String url = begin(stage);
            stage.later(Duration.ofMinutes(59));
            assertThat(first(stage, url).status()).isEqualTo(206);
        });
        book.anywhere("2.5", "no such upload task", stage -> {
            String url = begin(stage).replaceAll("upload_id=\\d+", "upload_id=1");
            assertThat(first(stage, url).status()).isEqualTo(404);
        });
        book.anywhere(
                "2.5",
                "no token is needed but the address's own",
                stage -> assertThat(first(stage, begin(stage)).status()).isEqualTo(206));
    }

    private static void order(Book book) {
        book.anywhere("2.5 rule 6", "206 until the last chunk, then 201", stage -> {
            String url = begin(stage);
            assertThat(first(stage, url).status()).isEqualTo(206);
            assertThat(last(stage, url).status()).isEqualTo(201);
        });
        book.anywhere(
                "2.5 rule 6",
                "the last chunk first is 416",
                stage -> assertThat(last(stage, begin(stage)).status()).isEqualTo(416));
        book.anywhere("2.5 rule 6", "the first chunk twice is 416, and progress is told", stage -> {
            String url = begin(stage);
            first(stage, url);
            Answer again = first(stage, url);
            assertThat(again.status()).isEqualTo(416);
            assertThat(again.header("Content-Range")).isEqualTo("bytes 0-" + CHUNK + "/" + TOTAL);
        });
        book.anywhere("2.5 rule 6", "a gap is 416, and the upload goes on where it was", stage -> {
            String url = begin(stage);
            first(stage, url);
            assertThat(stage.api
                            .chunk(url, new byte[1_000], CHUNK + 1_000, TOTAL)
                            .status())
                    .isEqualTo(416);
            assertThat(last(stage, url).status()).isEqualTo(201);
        });
        book.rule("2.5", "progress may be told as the last index", stage -> {
            stage.settings("progressHeader", "LAST_INDEX");
            assertThat(first(stage, begin(stage)).header("Content-Range"))
                    .isEqualTo("bytes 0-" + (CHUNK - 1) + "/" + TOTAL);
        });
        for (int size : new int[] {CHUNK - 1, CHUNK + 1, TOTAL}) {
            book.anywhere(
                    "2.5 rule 1",
                    "a first chunk of %,d of a plan of %,d is refused".formatted(size, CHUNK),
                    stage -> assertThat(stage.api
                                    .chunk(begin(stage), new byte[size], 0, TOTAL)
                                    .status())
                            .isIn(400, 416));
        }
        book.anywhere("2.6", "status counts the bytes that are stored", stage -> {
            JsonObject begun = data(stage);
            first(stage, begun.getString("upload_url"));
            JsonObject status = stage.status(stage.person(), begun.getString("publish_id"));
            assertThat(status.getLong("uploaded_bytes")).isEqualTo(CHUNK);
            assertThat(status.getString("status")).isEqualTo("PROCESSING_UPLOAD");
        });
    }

    private static void headers(Book book) {
        for (String range :
                List.of("", "bytes */1000", "0-999/1000", "bytes 0-999", "bytes 999-0/1000", "items 0-999/1000")) {
            book.anywhere(
                    "2.5",
                    "a Content-Range of '" + range + "' is 400",
                    stage -> assertThat(put(stage, Map.of("Content-Range", range)))
                            .isEqualTo(400));
        }
        book.anywhere(
                "2.5",
                "another total than the declared is 400",
                stage -> assertThat(put(stage, Map.of("Content-Range", "bytes 0-999/1001")))
                        .isEqualTo(400));
        book.anywhere(
                "2.5",
                "a body shorter than its range is 400",
                stage -> assertThat(put(stage, Map.of("Content-Range", "bytes 0-1999/1000")))
                        .isIn(400, 416));
        book.anywhere(
                "2.5",
                "a range shorter than its body is 400",
                stage -> assertThat(put(stage, Map.of("Content-Range", "bytes 0-499/1000")))
                        .isEqualTo(400));
        for (String type : List.of("", "text/plain", "image/jpeg")) {
            book.anywhere(
                    "2.5",
                    "a Content-Type of '" + type + "' is 400",
                    stage ->
                            assertThat(put(stage, Map.of("Content-Type", type))).isEqualTo(400));
        }
    }

    /** One thousand bytes in one piece, with headers changed; empty ones are left out. */
    private static int put(Stage stage, Map<String, String> changes) {
        String url = Posting.begin(stage, stage.person(), Bodies.info("SELF_ONLY"), 1_000)
                .getString("upload_url");
        java.util.HashMap<String, String> headers =
                new java.util.HashMap<>(Map.of("Content-Type", "video/mp4", "Content-Range", "bytes 0-999/1000"));
        headers.putAll(changes);
        headers.values().removeIf(String::isEmpty);
        return stage.api.put(url, new byte[1_000], headers).status();
    }

    private static JsonObject data(Stage stage) {
        JsonObject body = Bodies.video(Bodies.info("SELF_ONLY"), Bodies.upload(TOTAL, CHUNK, 2));
        return stage.api.post(Api.INIT, stage.token(), body).ok().data();
    }

    private static String begin(Stage stage) {
        return data(stage).getString("upload_url");
    }

    private static Answer first(Stage stage, String url) {
        return stage.api.chunk(url, new byte[CHUNK], 0, TOTAL);
    }

    private static Answer last(Stage stage, String url) {
        return stage.api.chunk(url, new byte[TOTAL - CHUNK], CHUNK, TOTAL);
    }
}
