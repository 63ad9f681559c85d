package io.postbreeze.media.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.postbreeze.media.inspection.Container;
import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.media.video.ConfinedProcess.Ended;
import io.postbreeze.media.video.ConfinedProcess.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ffmpeg does with files that never get so far, since our inspection refuses them: the second line. */
@Timeout(120)
class HostileVideoTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), 1L << 30, 8L << 20);

    @TempDir
    Path directory;

    private VideoTools tools;
    private Path secret;

    @BeforeEach
    void start() throws IOException {
        tools = new Workbench(directory).tools();
        secret = directory.resolve("secret.mp4");
        Files.write(secret, Workbench.sample("moov-last.mp4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffconcat version 1.0\nfile 'secret.mp4'\n",
                "file secret.mp4\n",
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nsecret.mp4\n#EXT-X-ENDLIST\n",
                "#EXTM3U\n#EXTINF:10,\nconcat:secret.mp4|secret.mp4\n#EXT-X-ENDLIST\n",
                "<?xml version=\"1.0\"?><MPD><Period><AdaptationSet><BaseURL>secret.mp4</BaseURL></AdaptationSet></Period>"
                        + "</MPD>",
                "v=0\nm=video 5004 RTP/AVP 96\nc=IN IP4 127.0.0.1\n",
                "[Script Info]\nScriptType: v4.00+\n"
            })
    void textIsNotFollowedWhateverItSays(String text) {
        for (Container container : Container.values()) {
            assertThat(draw(text.getBytes(StandardCharsets.UTF_8), container).outcome())
                    .isEqualTo(Outcome.FAILED);
            assertThat(directory.resolve("poster.jpg").toFile().length()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsCalled(Container container) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/a.mp4";
            draw(("#EXTM3U\n#EXTINF:10,\n" + url + "\n#EXT-X-ENDLIST\n").getBytes(StandardCharsets.UTF_8), container);
            draw(("ffconcat version 1.0\nfile '" + url + "'\n").getBytes(StandardCharsets.UTF_8), container);

            server.setSoTimeout(50);
            assertThat(catchThrowable(server::accept)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void protocolsOtherThanFilesAreClosed() throws IOException {
        Path list = directory.resolve("list");
        Files.writeString(list, "irrelevant");
        for (String input : List.of("concat:" + secret, "subfile,,start,0,end,0,,:" + secret, "data:,x", "pipe:0")) {
            List<String> command =
                    FfmpegCommand.poster(
                                    tools.ffmpeg(), facts(Container.MP4), Duration.ZERO, list, poster(), thumbnail())
                            .stream()
                            .map(word -> word.equals("file:" + list) ? input : word)
                            .toList();

            assertThat(ConfinedProcess.run(command, LIMITS, directory, () -> true)
                            .said())
                    .contains("not on whitelist");
        }
    }

    @Test
    void referencesOutOfAMovieAreNotFollowed() {
        byte[] movie = Workbench.sample("moov-last.mp4");
        String text = new String(movie, StandardCharsets.ISO_8859_1);
        int url = text.indexOf("url ");
        // No longer "the data is in this file".
        movie[url + 7] = 0;
        int data = text.indexOf("mdat") + 4;
        Arrays.fill(movie, data, text.indexOf("moov") - 4, (byte) 0);

        assertThat(draw(movie, Container.MP4).outcome()).isNotEqualTo(Outcome.TOO_SLOW);
        assertThat(directory.resolve("poster.jpg").toFile().length()).isZero();
    }

    @Test
    void damageOfEveryKindEndsInTime() {
        byte[] whole = Workbench.sample("h264.mkv");
        for (int at = 40; at < whole.length; at += whole.length / 12) {
            byte[] damaged = whole.clone();
            for (int i = at; i < Math.min(at + 16, whole.length); i++) {
                damaged[i] = (byte) (i * 31 + at);
            }
            assertThat(draw(damaged, Container.MATROSKA).outcome()).isIn(Outcome.SUCCEEDED, Outcome.FAILED);
            assertThat(draw(Arrays.copyOf(whole, at), Container.MATROSKA).outcome())
                    .isIn(Outcome.SUCCEEDED, Outcome.FAILED);
        }
    }

    private Ended draw(byte[] source, Container container) {
        try {
            Path file = directory.resolve("source");
            Files.write(file, source);
            Files.deleteIfExists(poster());
            Files.deleteIfExists(thumbnail());
            return ConfinedProcess.run(
                    FfmpegCommand.poster(tools.ffmpeg(), facts(container), Duration.ZERO, file, poster(), thumbnail()),
                    LIMITS,
                    directory,
                    () -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path poster() {
        return directory.resolve("poster.jpg");
    }

    private Path thumbnail() {
        return directory.resolve("thumbnail.jpg");
    }

    private static VideoFacts facts(Container container) {
        return new VideoFacts(container, "h264", Duration.ofSeconds(4), 640, 360, 0, 30.0, true, null);
    }
}
