package io.postbreeze.media.store;

import io.quarkus.arc.DefaultBean;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Writes by multipart upload, one part after the other. A crash may leave parts that nobody goes on with: a lifecycle
 * rule of the bucket (abort incomplete multipart uploads) removes them.
 */
@DefaultBean
@ApplicationScoped
class S3MediaWriter implements MediaWriter, ResumableWriter {
    private static final Logger LOGGER = Logger.getLogger(S3MediaWriter.class);

    /** S3 takes no less than 5 MiB and no more than 10,000 parts. */
    static final int PART_BYTES = 8 << 20;

    /** A part takes longer to send, and a whole longer to put together, than a question takes to answer. */
    private static final int LONGER_THAN_A_QUESTION = 12;

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;
    private final @Nullable ObjectCannedACL publicAccess;

    S3MediaWriter(S3Connection connection, StoreConfig config) {
        this.client = connection.client(config.timeout().multipliedBy(LONGER_THAN_A_QUESTION));
        this.bucket = config.bucket();
        this.publicAccess = config.publicReadAcl() ? ObjectCannedACL.PUBLIC_READ : null;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public void write(String key, String contentType, InputStream body) {
        write(key, contentType, body, null);
    }

    @Override
    public void writePublic(String key, String contentType, InputStream body) {
        write(key, contentType, body, publicAccess);
    }

    private void write(String key, String contentType, InputStream body, @Nullable ObjectCannedACL access) {
        AtomicReference<@Nullable String> open = new AtomicReference<>();
        try {
            begin(key, contentType, body, access, upload -> open.set(upload.uploadId()));
            open.set(null);
        } finally {
            String left = open.get();
            if (left != null) {
                abort(key, left);
            }
        }
    }

    @Override
    public void begin(String key, String contentType, InputStream body, PartialUpload.Listener listener) {
        begin(key, contentType, body, null, listener);
    }

    private void begin(
            String key,
            String contentType,
            InputStream body,
            @Nullable ObjectCannedACL access,
            PartialUpload.Listener listener) {
        byte[] part = new byte[PART_BYTES];
        try {
            int length = body.readNBytes(part, 0, PART_BYTES);
            if (length < PART_BYTES) {
                client.putObject(
                        ask -> ask.bucket(bucket)
                                .key(key)
                                .contentType(contentType)
                                .acl(access),
                        content(part, length));
                return;
            }
            PartialUpload upload = PartialUpload.begun(client.createMultipartUpload(ask ->
                            ask.bucket(bucket).key(key).contentType(contentType).acl(access))
                    .uploadId());
            listener.at(upload);
            writeParts(key, upload, part, length, body, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void resume(String key, PartialUpload begun, InputStream body, PartialUpload.Listener listener) {
        byte[] part = new byte[PART_BYTES];
        try {
            int length = body.readNBytes(part, 0, PART_BYTES);
            writeParts(key, begun, part, length, body, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SdkException e) {
            throw isGone(e) ? new UploadGoneException(e) : unavailable(e);
        }
    }

    /** Writes the part at hand and all that follow, and has the store put them together. */
    private void writeParts(
            String key,
            PartialUpload begun,
            byte[] part,
            int firstLength,
            InputStream body,
            PartialUpload.Listener listener)
            throws IOException {
        PartialUpload upload = begun;
        for (int length = firstLength; length > 0; length = body.readNBytes(part, 0, PART_BYTES)) {
            upload = upload.with(
                    writePart(key, upload.uploadId(), upload.etags().size() + 1, content(part, length)), length);
            listener.at(upload);
        }
        complete(key, upload);
    }

    private void complete(String key, PartialUpload upload) {
        List<CompletedPart> parts = IntStream.range(0, upload.etags().size())
                .mapToObj(index -> CompletedPart.builder()
                        .partNumber(index + 1)
                        .eTag(upload.etags().get(index))
                        .build())
                .toList();
        client.completeMultipartUpload(ask ->
                ask.bucket(bucket).key(key).uploadId(upload.uploadId()).multipartUpload(whole -> whole.parts(parts)));
    }

    private String writePart(String key, String upload, int number, RequestBody content) {
        return client.uploadPart(
                        ask -> ask.bucket(bucket).key(key).uploadId(upload).partNumber(number), content)
                .eTag();
    }

    @Override
    public void abort(String key, String upload) {
        try {
            client.abortMultipartUpload(ask -> ask.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException e) {
            if (isGone(e)) {
                return;
            }
            LOGGER.warnf("Parts of %s are left in the store: %s", key, e.toString());
        }
    }

    private static StoreUnavailableException unavailable(SdkException e) {
        return new StoreUnavailableException("The store did not take a file", e);
    }

    private static boolean isGone(SdkException e) {
        if (!(e instanceof S3Exception answer)) {
            return false;
        }
        AwsErrorDetails details = answer.awsErrorDetails();
        return answer.statusCode() == NOT_FOUND || (details != null && "InvalidPart".equals(details.errorCode()));
    }

    /** Without a copy; a retry of the client reads it from its beginning again. */
    private static RequestBody content(byte[] part, int length) {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(part, 0, length), length, "application/octet-stream");
    }
}
