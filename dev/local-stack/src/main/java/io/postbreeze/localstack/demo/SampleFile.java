package io.postbreeze.localstack.demo;

import io.postbreeze.localstack.StackFailure;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The video that the demo uploads, in a temporary file. */
record SampleFile(Path path, String sha256) implements AutoCloseable {
    /** Large enough for several chunks and a bar that moves. */
    static final long BYTES = 36_000_000;

    static SampleFile create() {
        try {
            Path path = SampleVideo.paddedTo(BYTES, Files.createTempFile("postbreeze-demo-", ".mp4"));
            return new SampleFile(path, sha256Of(path));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new StackFailure("Cannot make the sample video: " + e.getMessage(), e);
        }
    }

    private static String sha256Of(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new StackFailure("Cannot delete " + path, e);
        }
    }
}
