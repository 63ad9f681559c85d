package io.postbreeze.postapi.post.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostWarningsTest {
    private static final Map<String, MediaFacts> VIDEO =
            Map.of("med_1", new MediaFacts(MediaFacts.State.READY, MediaFacts.Kind.VIDEO, 12_000L, null, List.of()));

    @ParameterizedTest
    @CsvSource({
        "photoFit, pad, photoFit",
        "photoFit, crop,",
        "photoCoverIndex, 1, photoCoverIndex",
        "photoCoverIndex, 0,",
        "autoAddMusic, true, autoAddMusic",
        "autoAddMusic, false,",
    })
    void anOptionForPhotosIsIgnoredWithAVideoAndItsDefaultIsNoWish(String option, String value, String warned) {
        String json = value.matches("pad|crop") ? '"' + value + '"' : value;
        String privacy = "\"privacy\":\"PUBLIC_TO_EVERYONE\"";
        RequestReader.Reading reading = Bodies.read(Bodies.FLAT, privacy, privacy + ",\"" + option + "\":" + json);

        assertThat(PostWarnings.of(reading.request(), Map.of(), VIDEO))
                .extracting(PostWarnings.Warning::path)
                .isEqualTo(warned == null ? List.of() : List.of("platforms[0].platformOptions." + warned));
    }
}
