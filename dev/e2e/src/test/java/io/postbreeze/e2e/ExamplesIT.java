package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.testkit.SampleVideo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation shows must work when it is pasted. All of it is run first, for some of the examples are due
 * only after a minute, and then each is followed to its end.
 */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private Client client;

    static List<ExampleProgram> examples() {
        return Stream.of(
                        "launch.mjs",
                        "launch.py",
                        "launch.sh",
                        "tutorial.mjs",
                        "tutorial.py",
                        "tutorial.sh",
                        "carousel.mjs",
                        "carousel.py",
                        "carousel.sh",
                        "branded.mjs",
                        "nested.mjs")
                .map(ExampleProgram::new)
                .toList();
    }

    @BeforeAll
    void run_them_all(RunningStack stack, @TempDir Path folder) throws Exception {
        client = new Client(stack);
        Map<String, String> own = new LinkedHashMap<>();
        own.put("med_video_…", client.upload(SampleVideo.paddedTo(600_000, folder.resolve("clip.mp4"))));
        for (int photo = 1; photo <= 3; photo++) {
            Path file = Photos.jpeg(photo, folder.resolve(photo + ".jpg"));
            own.put("med_photo_" + photo, client.upload(file, "image/jpeg"));
        }
        List<ExampleProgram> runnable = examples().stream()
                .filter(example -> example.interpreter().isPresent())
                .toList();
        for (ExampleProgram example : runnable) {
            // A creator for each language: TikTok takes six posts a minute from one.
            String creator = "reader_of_" + example.name().replaceFirst(".*\\.", "");
            own.put("soc_tiktok_…", client.account(creator));
            // The page's dates went by long ago.
            own.put("2026-06-02T12:00:00Z", Instant.now().plusSeconds(3).toString());
            own.put("2026-06-02T12:00:30Z", Instant.now().plusSeconds(4).toString());
            outputs.put(example.name(), example.run(stack, folder, own));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_taken_as_it_stands_and_does_what_it_says(ExampleProgram example) throws Exception {
        assumeThat(example.interpreter())
                .as("An interpreter for %s (Debian has nodejs, python3-requests and curl)", example)
                .isPresent();
        JsonNode post = example.post(outputs.get(example.name()));
        assertThat(post.get("status").textValue()).isEqualTo("SCHEDULED");
        assertThat(client.get("/posts/" + id(post)).get("caption")).isEqualTo(post.get("caption"));
        JsonNode target = client.ended(id(post));
        assertThat(target.get("status").textValue()).as(target::toString).isEqualTo("PUBLISHED");
        assertThat(client.onTikTok(post.get("caption").textValue())).hasSizeLessThanOrEqualTo(4);
    }

    private static String id(JsonNode post) {
        return post.get("id").textValue();
    }
}
