package io.postbreeze.media.store;

import io.quarkus.arc.DefaultBean;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Multipart uploads of a bucket of any S3-compatible store. */
@DefaultBean
@ApplicationScoped
class S3MultipartStore implements MultipartStore {
    private static final Logger LOGGER = Logger.getLogger(S3MultipartStore.class);
    private static final int NOT_FOUND = 404;

    /** Putting a large object together takes some stores longer than a question takes to answer. */
    private static final int LONGER_THAN_A_QUESTION = 12;

    private final S3Client client;
    private final S3Presigner presigner;
    private final StoreConfig config;

    S3MultipartStore(S3Connection connection, S3Presigner presigner, StoreConfig config) {
        this.client = connection.client(config.timeout().multipliedBy(LONGER_THAN_A_QUESTION));
        this.presigner = presigner;
        this.config = config;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public String begin(String key, String contentType) {
        return asking(() -> client.createMultipartUpload(
                        ask -> ask.bucket(config.bucket()).key(key).contentType(contentType))
                .uploadId());
    }

    @Override
    public SignedRequest signPart(String key, String uploadId, int number, long bytes) {
        return Signatures.of(presigner.presignUploadPart(ask -> ask.signatureDuration(config.uploadTtl())
                .uploadPartRequest(part -> part.bucket(config.bucket())
                        .key(key)
                        .uploadId(uploadId)
                        .partNumber(number)
                        .contentLength(bytes))));
    }

    @Override
    public Optional<List<StoredPart>> parts(String key, String uploadId) {
        return ofKnown(() -> list(key, uploadId));
    }

    private List<StoredPart> list(String key, String uploadId) {
        List<StoredPart> parts = new ArrayList<>();
        Integer after = null;
        do {
            Integer marker = after;
            ListPartsResponse page = client.listParts(ask ->
                    ask.bucket(config.bucket()).key(key).uploadId(uploadId).partNumberMarker(marker));
            page.parts().forEach(part -> parts.add(new StoredPart(part.partNumber(), part.size(), part.eTag())));
            // A store that says there is more but gives nothing would be asked for ever.
            boolean more = Boolean.TRUE.equals(page.isTruncated()) && page.hasParts();
            after = more ? page.parts().getLast().partNumber() : null;
        } while (after != null);
        parts.sort(Comparator.comparingInt(StoredPart::partNumber));
        return List.copyOf(parts);
    }

    @Override
    public boolean complete(String key, String uploadId, List<StoredPart> parts) {
        List<CompletedPart> completed = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.partNumber())
                        .eTag(part.etag())
                        .build())
                .toList();
        return ofKnown(() -> client.completeMultipartUpload(ask -> ask.bucket(config.bucket())
                        .key(key)
                        .uploadId(uploadId)
                        .multipartUpload(whole -> whole.parts(completed))))
                .isPresent();
    }

    @Override
    public void abort(String key, String uploadId) {
        if (ofKnown(() -> client.abortMultipartUpload(
                        ask -> ask.bucket(config.bucket()).key(key).uploadId(uploadId)))
                .isEmpty()) {
            LOGGER.debugf("The store has forgotten an upload of %s", key);
        }
    }

    /** Empty when the store knows no such upload. */
    private static <T> Optional<T> ofKnown(Supplier<T> question) {
        return asking(() -> {
            try {
                return Optional.of(question.get());
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new StoreUnavailableException("The store did not answer as it should", e);
        }
    }
}
