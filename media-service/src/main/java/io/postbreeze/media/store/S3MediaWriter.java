package io.postbreeze.media.store;

import io.quarkus.arc.DefaultBean;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * Writes by multipart upload, one part after the other. A crash leaves parts that were never completed: a lifecycle
 * rule of the bucket (abort incomplete multipart uploads) removes them.
 */
@DefaultBean
@ApplicationScoped
class S3MediaWriter implements MediaWriter {
    private static final Logger LOGGER = Logger.getLogger(S3MediaWriter.class);

    /** S3 takes no less than 5 MiB and no more than 10,000 parts. */
    static final int PART_BYTES = 8 << 20;

    /** A part takes longer to send, and a whole longer to put together, than a question takes to answer. */
    private static final int LONGER_THAN_A_QUESTION = 12;

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
            } else {
                writeInParts(key, contentType, part, body, access);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SdkException e) {
            throw new StoreUnavailableException("The store did not take a file", e);
        }
    }

    private void writeInParts(
            String key, String contentType, byte[] part, InputStream body, @Nullable ObjectCannedACL access)
            throws IOException {
        String upload = client.createMultipartUpload(ask ->
                        ask.bucket(bucket).key(key).contentType(contentType).acl(access))
                .uploadId();
        boolean complete = false;
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (int length = PART_BYTES; length > 0; length = body.readNBytes(part, 0, PART_BYTES)) {
                parts.add(writePart(key, upload, parts.size() + 1, content(part, length)));
            }
            client.completeMultipartUpload(
                    ask -> ask.bucket(bucket).key(key).uploadId(upload).multipartUpload(whole -> whole.parts(parts)));
            complete = true;
        } finally {
            if (!complete) {
                abort(key, upload);
            }
        }
    }

    private CompletedPart writePart(String key, String upload, int number, RequestBody content) {
        String etag = client.uploadPart(
                        ask -> ask.bucket(bucket).key(key).uploadId(upload).partNumber(number), content)
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private void abort(String key, String upload) {
        try {
            client.abortMultipartUpload(ask -> ask.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException e) {
            LOGGER.warnf("Parts of %s are left in the store: %s", key, e.toString());
        }
    }

    /** Without a copy; a retry of the client reads it from its beginning again. */
    private static RequestBody content(byte[] part, int length) {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(part, 0, length), length, "application/octet-stream");
    }
}
