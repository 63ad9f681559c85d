package io.postbreeze.media.store;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A bucket of any S3-compatible store. */
@DefaultBean
@ApplicationScoped
class S3MediaStore implements MediaStore {
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final S3Presigner presigner;
    private final StoreConfig config;

    S3MediaStore(S3Client client, S3Presigner presigner, StoreConfig config) {
        this.client = client;
        this.presigner = presigner;
        this.config = config;
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return asking(() -> head(key));
    }

    private Optional<StoredObject> head(String key) {
        try {
            HeadObjectResponse head =
                    client.headObject(ask -> ask.bucket(config.bucket()).key(key));
            return Optional.of(new StoredObject(key, head.contentLength(), head.eTag()));
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND) {
                throw e;
            }
            // A missing bucket answers the same; only in a bucket that exists is "not found" an answer.
            client.headBucket(ask -> ask.bucket(config.bucket()));
            return Optional.empty();
        }
    }

    @Override
    public byte[] read(StoredObject object, long offset, int length) {
        return asking(() -> readRange(object, offset, length));
    }

    private byte[] readRange(StoredObject object, long offset, int length) {
        try (ResponseInputStream<GetObjectResponse> body = client.getObject(ask -> ask.bucket(config.bucket())
                .key(object.key())
                .ifMatch(object.etag())
                .range("bytes=" + offset + "-" + (offset + length - 1)))) {
            boolean whole = offset == 0 && length == object.sizeBytes();
            if (!whole && body.response().contentRange() == null) {
                body.abort();
                throw new StoreUnavailableException("The store ignores byte ranges");
            }
            byte[] bytes = body.readNBytes(length);
            if (bytes.length != length) {
                throw new StoreUnavailableException("The store sent " + bytes.length + " of " + length + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new StoreUnavailableException("Reading from the store broke off", e);
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == NOT_FOUND) {
                throw new ObjectChangedException(object.key());
            }
            throw e;
        }
    }

    @Override
    public SignedRequest signUpload(String key, String contentType, @Nullable Long sizeBytes, @Nullable String sha256) {
        PutObjectRequest upload = PutObjectRequest.builder()
                .bucket(config.bucket())
                .key(key)
                .contentType(contentType)
                .contentLength(sizeBytes)
                .checksumSHA256(sha256 == null ? null : base64(sha256))
                .build();
        return Signatures.of(presigner.presignPutObject(
                ask -> ask.signatureDuration(config.uploadTtl()).putObjectRequest(upload)));
    }

    private static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }

    @Override
    public SignedRequest signDownload(String key) {
        return Signatures.of(presigner.presignGetObject(ask -> ask.signatureDuration(config.downloadTtl())
                .getObjectRequest(get -> get.bucket(config.bucket()).key(key))));
    }

    @Override
    public boolean reachable() {
        try {
            client.headBucket(ask -> ask.bucket(config.bucket()));
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new StoreUnavailableException("The store did not answer as it should", e);
        }
    }
}
