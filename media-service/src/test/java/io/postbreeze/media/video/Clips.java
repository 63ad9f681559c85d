package io.postbreeze.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Videos for tests, made by the ffmpeg of this machine. */
public final class Clips {
    private Clips() {}

    /**
     * A moving picture with a tone.
     *
     * @param picture such as {@code 640x360:r=30:d=4}
     * @param encoding what ffmpeg is told about codecs, may be empty
     */
    public static byte[] of(VideoTools tools, String picture, String name, String... encoding) {
        return make(tools, name, List.of("testsrc2=s=" + picture, "sine=r=48000"), encoding);
    }

    /** The same without a tone. */
    static byte[] silent(VideoTools tools, String picture, String name, String... encoding) {
        return make(tools, name, List.of("testsrc2=s=" + picture), encoding);
    }

    private static byte[] make(VideoTools tools, String name, List<String> sources, String... encoding) {
        try {
            Path directory = Files.createTempDirectory("clip");
            Path file = directory.resolve(name);
            List<String> command = new ArrayList<>(List.of(tools.ffmpeg(), "-nostdin", "-loglevel", "error", "-y"));
            sources.forEach(source -> command.addAll(List.of("-f", "lavfi", "-i", source)));
            command.addAll(List.of("-shortest"));
            command.addAll(List.of(encoding));
            command.add(file.toString());
            Process process = new ProcessBuilder(command).inheritIO().start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(directory);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
