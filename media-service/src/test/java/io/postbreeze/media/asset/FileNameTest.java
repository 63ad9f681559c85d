package io.postbreeze.media.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "clip.mp4, clip.mp4",
        "'My summer clip (1).MP4', My-summer-clip-1-.MP4",
        "../../etc/passwd, etcpasswd",
        "..\\..\\evil.mp4, evil.mp4",
        ".., file",
        "---, file",
        "क्लिप.mp4, mp4",
        "Müller.mp4, Muller.mp4",
        "a%2Fb?c#d&e.mp4, a-2Fb-c-d-e.mp4"
    })
    void keepsOnlyWhatIsHarmlessInAKey(String given, String inKey) {
        assertThat(FileName.inKey(FileName.sanitised(given))).isEqualTo(inKey);
    }

    @Test
    void keepsTheEndOfALongNameInTheKey() {
        String key = FileName.inKey("x".repeat(300) + ".mp4");

        assertThat(key).hasSizeLessThanOrEqualTo(100).endsWith(".mp4");
    }

    @Test
    void takesControlCharactersAndPathsOutOfNames() {
        assertThat(FileName.sanitised(" a\u0000b\r\n/c\\d.mp4 ")).isEqualTo("abcd.mp4");
    }
}
