package io.postbreeze.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.postbreeze.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureIT {
    @TempDir
    Path home;

    @Test
    void starts_side_by_side_keeps_what_was_written_and_guards_the_one_door() throws Exception {
        ServerLog.to(home.resolve("stack.log"));
        Settings settings = new Settings(home, home, freePorts(), List.of());
        try (Infrastructure servers = new Infrastructure(settings)) {
            servers.awaitStarted();
            execute(settings, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)");
            HttpResponse<String> refused = get(settings, "/internal/v1/media/resolve");
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).contains("\"code\":\"NOT_FOUND\"", "requestId");
            HttpResponse<String> away = get(settings, "/api/v1/posts");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"", "requestId");
        }
        // PostgreSQL may take its time where the machine is busy.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> settings.ports().checkFree());
        try (Infrastructure servers = new Infrastructure(settings)) {
            servers.awaitStarted();
            execute(settings, "DELETE FROM kept");
            execute(settings, "DO $$ BEGIN ASSERT current_setting('fsync') = 'on'; END $$");
        }
    }

    private static Ports freePorts() {
        Map<String, String> environment = new HashMap<>();
        for (Listener listener : Listener.values()) {
            environment.put(listener.variable(), Integer.toString(FreePorts.next()));
        }
        return Ports.from(environment);
    }

    private static void execute(Settings settings, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + settings.ports().of(Listener.POSTGRES) + "/publisher";
        try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            connection.createStatement().execute(sql);
        }
    }

    private static HttpResponse<String> get(Settings settings, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create(settings.ports().url(Listener.GATEWAY) + path);
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
