package io.postbreeze.analytics.refresh;

import io.postbreeze.tiktok.TikTokClient;
import io.postbreeze.tiktok.TikTokConfig;
import io.postbreeze.tiktok.TikTokDisplay;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Gives beans TikTok's Display API. */
@ApplicationScoped
class TikTokDisplayProducer {
    private final TikTokClient client;

    TikTokDisplayProducer(Vertx vertx, TikTokApiConfig config) {
        this.client = TikTokClient.create(vertx, TikTokConfig.defaults(config.apiUrl()));
    }

    @Produces
    @ApplicationScoped
    TikTokDisplay display() {
        return client.display();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
