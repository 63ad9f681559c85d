package io.postbreeze.postapi.account;

import io.postbreeze.tiktok.OAuthClient;
import io.postbreeze.tiktok.TikTokClient;
import io.postbreeze.tiktok.TikTokConfig;
import io.postbreeze.tiktok.TikTokDisplay;
import io.postbreeze.tiktok.TikTokOAuth;
import io.postbreeze.tiktok.TikTokPublishing;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes TikTok's ports injectable. */
@ApplicationScoped
class TikTokPorts {
    private final TikTokClient client;
    private final TikTokAppConfig app;

    TikTokPorts(Vertx vertx, TikTokAppConfig app) {
        this.client = TikTokClient.create(vertx, TikTokConfig.defaults(app.apiUrl()));
        this.app = app;
    }

    @Produces
    @ApplicationScoped
    TikTokOAuth oauth() {
        return client.oauth(new OAuthClient(app.authorizeUrl(), app.clientKey(), app.clientSecret()));
    }

    @Produces
    @ApplicationScoped
    TikTokPublishing publishing() {
        return client.publishing();
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
