package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.config.TikTokSettings;
import io.postbreeze.publisher.metrics.PublisherMetrics;
import io.postbreeze.tiktok.RangedSource;
import io.postbreeze.tiktok.TikTokClient;
import io.postbreeze.tiktok.TikTokConfig;
import io.postbreeze.tiktok.TikTokDisplay;
import io.postbreeze.tiktok.TikTokPublishing;
import io.postbreeze.tiktok.TikTokUploads;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The TikTok library's ports as beans. */
@ApplicationScoped
class TikTokBeans {
    @Produces
    @Singleton
    TikTokClient client(Vertx vertx, TikTokSettings settings) {
        return TikTokClient.create(
                vertx,
                new TikTokConfig(
                        settings.apiUrl(),
                        settings.uploadHosts(),
                        settings.allowPlainHttp(),
                        settings.connectTimeout(),
                        settings.requestTimeout(),
                        settings.idleTimeout(),
                        settings.chunkTimeout()));
    }

    void close(@Disposes TikTokClient client) {
        client.close();
    }

    @Produces
    @Singleton
    TikTokPublishing publishing(TikTokClient client, PublisherMetrics metrics) {
        return new MeasuredTikTok(client.publishing(), metrics);
    }

    @Produces
    @Singleton
    TikTokDisplay display(TikTokClient client) {
        return client.display();
    }

    @Produces
    @Singleton
    TikTokUploads uploads(TikTokClient client) {
        return client.uploads();
    }

    @Produces
    @Singleton
    RangedSource source(TikTokClient client) {
        return client.rangedSource();
    }
}
