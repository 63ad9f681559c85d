package io.postbreeze.media.store;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Removes from a bucket of any S3-compatible store, one by one: not all of them know how to remove many at once. */
@DefaultBean
@ApplicationScoped
class S3MediaEraser implements MediaEraser {
    private final S3Client client;
    private final StoreConfig config;

    S3MediaEraser(S3Client client, StoreConfig config) {
        this.client = client;
        this.config = config;
    }

    @Override
    public void erase(String key) {
        try {
            client.deleteObject(ask -> ask.bucket(config.bucket()).key(key));
        } catch (SdkException e) {
            throw new StoreUnavailableException("The store did not remove an object", e);
        }
    }

    @Override
    public void eraseUnder(String prefix) {
        // A prefix without an end would take the neighbours along.
        if (!prefix.endsWith("/") || prefix.length() < 2) {
            throw new IllegalArgumentException("Not a folder: " + prefix);
        }
        keysUnder(prefix).forEach(this::erase);
    }

    private List<String> keysUnder(String prefix) {
        try {
            return client
                    .listObjectsV2Paginator(ask -> ask.bucket(config.bucket()).prefix(prefix))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        } catch (SdkException e) {
            throw new StoreUnavailableException("The store did not list objects", e);
        }
    }
}
