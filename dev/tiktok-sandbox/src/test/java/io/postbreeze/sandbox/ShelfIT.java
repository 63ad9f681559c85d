package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which files stay on disk. */
class ShelfIT extends Running {

    @Test
    void whatNeverBecameWholeGoesOnceItsTimeIsLongUp() throws Exception {
        halfAnUpload();
        clock.advance(Duration.ofHours(3));
        token = client.accessToken("sandbox_creator");
        post("SELF_ONLY", SampleVideo.bytes());

        assertThat(files()).isEqualTo(1);
    }

    @Test
    void whatNeverBecameWholeGoesAtTheNextStartToo() throws Exception {
        halfAnUpload();
        clock.advance(Duration.ofHours(3));
        restart();

        assertThat(files()).isZero();
    }

    @Test
    void whatMayStillBecomeWholeStays() throws Exception {
        keepBytes(1);
        halfAnUpload();
        clock.advance(Duration.ofMinutes(59));
        post("SELF_ONLY", SampleVideo.bytes());
        restart();

        assertThat(files()).isEqualTo(1);
    }

    @Test
    void filesThatAreGoneDoNotCountAfterARestart() throws Exception {
        byte[] video = SampleVideo.bytes();
        keepBytes(video.length);
        post("SELF_ONLY", video);
        clock.advance(Duration.ofMinutes(1));
        post("SELF_ONLY", video);
        assertThat(files()).isEqualTo(1);
        restart();
        token = client.accessToken("sandbox_creator");
        keepBytes(2L * video.length);
        clock.advance(Duration.ofMinutes(1));
        post("SELF_ONLY", video);

        assertThat(files()).isEqualTo(2);
    }

    private void keepBytes(long most) {
        client.send("POST", "/sandbox/settings", new JsonObject().put("keepBytes", most));
    }

    private void halfAnUpload() throws IOException {
        byte[] video = padded(2 * CHUNK);
        JsonObject begun = begin("SELF_ONLY", video.length, CHUNK, 2);
        assertThat(client.chunk(url(begun), video, 0, CHUNK - 1).statusCode()).isEqualTo(206);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("media"))) {
            return files.count();
        }
    }
}
