package io.postbreeze.media.store;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes the clients of the store; neither connects before its first use. */
@ApplicationScoped
class S3Connection {
    private final StoreConfig config;

    S3Connection(StoreConfig config) {
        this.config = config;
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    S3Client client() {
        return client(config.timeout());
    }

    /** A client of the caller's own. */
    S3Client client(Duration timeout) {
        var client = S3Client.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials())
                .forcePathStyle(config.pathStyle())
                // Self-hosted stores often do not know the newer checksum headers.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeout)
                        .socketTimeout(timeout))
                .overrideConfiguration(
                        calls -> calls.apiCallAttemptTimeout(timeout).apiCallTimeout(timeout.multipliedBy(2)));
        config.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    void close(@Disposes S3Client client) {
        client.close();
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    S3Presigner presigner() {
        var presigner = S3Presigner.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(config.pathStyle())
                        .build());
        config.endpoint().ifPresent(presigner::endpointOverride);
        return presigner.build();
    }

    void close(@Disposes S3Presigner presigner) {
        presigner.close();
    }

    private AwsCredentialsProvider credentials() {
        if (config.accessKey().isPresent() && config.secretKey().isPresent()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    config.accessKey().get(), config.secretKey().get()));
        }
        return DefaultCredentialsProvider.builder().build();
    }
}
