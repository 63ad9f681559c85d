package io.postbreeze.media.store;

import io.postbreeze.testkit.ObjectStoreServer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A store of this machine, or one that is only named. */
record TestStore(URI at, String bucket, boolean pathStyle) implements StoreConfig {
    TestStore(URI at, String bucket) {
        this(at, bucket, true);
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(at);
    }

    @Override
    public String region() {
        return ObjectStoreServer.REGION;
    }

    @Override
    public Optional<String> accessKey() {
        return Optional.of(ObjectStoreServer.ACCESS_KEY);
    }

    @Override
    public Optional<String> secretKey() {
        return Optional.of(ObjectStoreServer.SECRET_KEY);
    }

    @Override
    public boolean publicReadAcl() {
        return true;
    }

    @Override
    public Duration uploadTtl() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Duration downloadTtl() {
        return Duration.ofHours(2);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }
}
