package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.postbreeze.sandbox.state.Properties;
import io.postbreeze.sandbox.state.Settings;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document and what it describes cannot part. */
class OpenApiIT extends Running {
    private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete", "put");

    @Test
    void everyRouteIsDescribedAndEveryDescribedPathIsRouted() throws Exception {
        Set<String> described = new TreeSet<>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    assertThat(METHODS).contains(method);
                    described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                }));

        assertThat(described).isEqualTo(routed());
    }

    private Set<String> routed() {
        Vertx vertx = Vertx.vertx();
        try {
            SandboxConfig config = SandboxConfig.forTests(directory.resolve("routes"));
            World world = new World(
                    config.dataDirectory(),
                    Clock.systemUTC(),
                    new Random(1),
                    config.settings(),
                    new Properties(List.of(), Map.of()));
            Router router = Routes.build(vertx, world, config, () -> "");
            Set<String> routed = new TreeSet<>();
            for (Route route : router.getRoutes()) {
                if (route.getPath() != null && route.getPath().startsWith("/sandbox/") && route.methods() != null) {
                    for (HttpMethod method : route.methods()) {
                        routed.add(method.name() + " " + route.getPath().replaceAll(":([A-Za-z]+)", "{$1}"));
                    }
                }
            }
            return routed;
        } finally {
            vertx.close();
        }
    }

    @Test
    void itNamesEverySetting() throws Exception {
        List<String> described = new ArrayList<>();
        document().at("/components/schemas/Settings/properties").fieldNames().forEachRemaining(described::add);

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Settings.class.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    @Test
    void everyActionItNamesIsAFault() throws Exception {
        JsonNode actions = document().at("/components/schemas/Fault/properties/action/enum");

        assertThat(actions).hasSize(16);
        for (JsonNode action : actions) {
            JsonObject fault = new JsonObject().put("action", action.asText());
            fault = action.asText().equals("fail") ? fault.put("failReason", "internal") : fault;
            assertThat(client.send("POST", "/sandbox/faults", fault))
                    .as(action.asText())
                    .isEqualTo(201);
        }
    }

    @Test
    void everyReasonItNamesCanBeHad() throws Exception {
        JsonNode reasons = document().at("/components/schemas/Fault/properties/failReason/enum");

        assertThat(reasons).hasSize(13);
        for (JsonNode reason : reasons) {
            JsonObject fault = new JsonObject().put("action", "fail").put("failReason", reason.asText());
            assertThat(client.send("POST", "/sandbox/faults", fault))
                    .as(reason.asText())
                    .isEqualTo(201);
        }
    }

    private JsonNode document() throws Exception {
        String yaml = client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/openapi.yaml")))
                .body();
        return new YAMLMapper().readTree(yaml);
    }
}
