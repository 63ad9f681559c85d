package io.postbreeze.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayRoutesTest {
    @ParameterizedTest
    @CsvSource({
        "/api/v1/media/presign,MEDIA",
        "/api/v1/media,MEDIA",
        "/api/v1/analytics/posts/post_1,ANALYTICS",
        "/api/v1/posts,POST_API",
        "/api/v1/mediafiles,POST_API",
        "/api/v1/oauth/tiktok/callback,POST_API",
        "/openapi.json,POST_API",
        "/docs,POST_API",
        "/docs/errors,POST_API",
        "/docs/swagger-ui-bundle.js,POST_API"
    })
    void the_first_word_names_the_service(String path, Listener service) {
        assertThat(GatewayRoutes.of(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/",
                "/api/v1",
                "/internal/v1/media/resolve",
                "/q/health",
                "/q/openapi",
                "/docs/../q/health.js",
                "/docs/a/b.js",
                "/api/v1/../../internal/v1/media/resolve",
                "/api/v1/%2E%2e/internal",
                "/api/v1/media/..;/q/metrics",
                "/api/v1//internal",
                "/api/v1/./../q",
                "/api/v1/media%2f..%2fq"
            })
    void what_is_not_for_clients_has_no_way_in(String path) {
        assertThat(GatewayRoutes.of(path)).isEmpty();
    }
}
