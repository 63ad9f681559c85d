package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.testkit.SampleVideo;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(StackExtension.class)
class MediaIT {
    private static final int MORE_THAN_A_PART = (8 << 20) + 123_456;

    @TempDir
    Path directory;

    Client client;

    @BeforeEach
    void connect(RunningStack stack) {
        client = new Client(stack);
    }

    @Test
    void a_video_that_came_in_parts_is_published_byte_for_byte() throws Exception {
        Path video = SampleVideo.paddedTo(MORE_THAN_A_PART, directory.resolve("clip.mp4"));
        String creator = client.account("partwise");

        String post =
                client.create(Bodies.flat("came in parts", client.uploadInParts(video), creator, "PUBLIC_TO_EVERYONE"));

        assertThat(client.ended(post).get("status").textValue()).isEqualTo("PUBLISHED");
        assertThat(client.onTikTok("came in parts").getFirst().get("sha256").textValue())
                .isEqualTo(Videos.sha256(video));
    }

    @Test
    void a_file_that_a_post_uses_cannot_be_deleted_until_the_post_is() throws Exception {
        Path video = SampleVideo.paddedTo(SampleVideo.bytes().length, directory.resolve("clip.mp4"));
        String media = client.upload(video);
        String creator = client.account("keeper");
        String due = Instant.now().plusSeconds(3600).toString();
        String post = client.create(Bodies.nested("keeps its file", media, creator, due));

        assertThat(client.delete("/media/" + media)).isEqualTo(409);

        Client.json(client.post("/posts/" + post + "/cancel", ""), 200);
        assertThat(client.delete("/posts/" + post)).isEqualTo(204);
        assertThat(client.delete("/media/" + media)).isEqualTo(204);
    }

    @Test
    void a_video_that_tiktok_does_not_take_is_repaired_and_published() throws Exception {
        Path video = directory.resolve("old.mp4");
        assumeTrue(isThere("ffmpeg"), "no ffmpeg on this machine");
        Process ffmpeg = new ProcessBuilder(
                        ("ffmpeg -nostdin -loglevel error -y -f lavfi -i testsrc2=s=320x180:r=30:d=4"
                                        + " -f lavfi -i sine=r=48000 -shortest -c:v mpeg4 -c:a aac " + video)
                                .split(" "))
                .inheritIO()
                .start();
        assertThat(ffmpeg.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String media = client.upload(video);
        String creator = client.account("repairer");
        String asItIs = Bodies.flat("was repaired", media, creator, "PUBLIC_TO_EVERYONE");

        assertThat(client.post("/posts", asItIs).statusCode()).isEqualTo(422);
        String post = client.create(asItIs.replace("\"allowDuet\"", "\"autoRepair\": true, \"allowDuet\""));

        JsonNode target = client.ended(post);
        assertThat(target.get("status").textValue()).as(target::toString).isEqualTo("PUBLISHED");
        assertThat(client.onTikTok("was repaired")).hasSize(1);
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
