package io.postbreeze.testkit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3-compatible store in this JVM that keeps objects as files and verifies signatures and their expiry. Path style:
 * {@code http://127.0.0.1:port/media/key}. The bucket {@value #BUCKET} exists.
 */
public final class ObjectStoreServer implements AutoCloseable {
    /** The one bucket. */
    public static final String BUCKET = "media";

    /** Region for signatures. */
    public static final String REGION = "us-east-1";

    /** Public on purpose: a local store without anything worth stealing. */
    public static final String ACCESS_KEY = "local-access-key";

    /** See {@link #ACCESS_KEY}. */
    public static final String SECRET_KEY = "local-secret-key-0123456789";

    private final S3Proxy proxy;

    private ObjectStoreServer(S3Proxy proxy) {
        this.proxy = proxy;
    }

    /** Starts on 127.0.0.1:{@code port} (0 = any free one) with the objects in {@code directory}. */
    public static ObjectStoreServer start(Path directory, int port) {
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:" + port);
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", ACCESS_KEY);
        settings.setProperty("s3proxy.credential", SECRET_KEY);
        settings.setProperty("s3proxy.cors-allow-all", "true");
        try {
            Files.createDirectories(directory.resolve(BUCKET));
            S3Proxy proxy = S3Proxy.Builder.fromProperties(settings)
                    .blobStore(new FilesystemNio2BlobStore(directory.toString()))
                    .build();
            proxy.start();
            return new ObjectStoreServer(proxy);
        } catch (Exception e) {
            throw new IllegalStateException("The object store did not start on port " + port, e);
        }
    }

    /** Base URL without a trailing slash. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The object store did not stop", e);
        }
    }
}
