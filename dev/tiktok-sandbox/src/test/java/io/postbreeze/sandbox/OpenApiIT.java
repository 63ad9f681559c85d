package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.postbreeze.sandbox.state.Properties;
import io.postbreeze.sandbox.state.Settings;
import io.postbreeze.sandbox.state.World;
import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    void whatItSaysOfASettingIsSo() throws Exception {
        JsonNode settings = document().at("/components/schemas/Settings/properties");
        JsonNode now = read("/sandbox/settings");

        for (Map.Entry<String, JsonNode> setting : settings.properties()) {
            JsonNode usual = setting.getValue().path("default");
            if (!usual.isMissingNode()) {
                assertThat(now.get(setting.getKey())).as(setting.getKey()).isEqualTo(usual);
            }
            for (JsonNode value : setting.getValue().path("enum")) {
                assertThat(client.send("POST", "/sandbox/settings", said(setting.getKey(), value)))
                        .as(setting.getKey() + " " + value)
                        .isEqualTo(200);
            }
        }
    }

    private static JsonObject said(String name, JsonNode value) {
        return new JsonObject().put(name, value.isInt() ? (Object) value.intValue() : value.asText());
    }

    @Test
    void answersHaveTheFieldsItNames() throws Exception {
        JsonObject begun = post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        assertThat(begun.getString("publish_id")).isNotBlank();
        client.send("POST", "/sandbox/faults", new JsonObject().put("action", "flap"));

        assertFields("Settings", read("/sandbox/settings"));
        assertFields("Creator", read("/sandbox/creators").get(0));
        assertFields("Publish", read("/sandbox/publishes").get(0));
        assertFields("Medium", read("/sandbox/publishes").get(0).get("media").get(0));
        assertFields("Upload", read("/sandbox/uploads").get(0));
        assertFields("Request", read("/sandbox/requests").get(0));
        assertThat(names(document().at("/components/schemas/Fault/properties")))
                .containsAll(names(read("/sandbox/faults").get(0)));
    }

    private void assertFields(String schema, JsonNode answer) throws Exception {
        assertThat(names(answer))
                .as(schema)
                .isEqualTo(names(document().at("/components/schemas/" + schema + "/properties")));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void everyExampleIsUnderstood() throws Exception {
        int examples = 0;
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            JsonNode example = path.getValue().at("/post/requestBody/content/application~1json/example");
            if (!example.isMissingNode() && !path.getKey().contains("{")) {
                assertThat(client.send("POST", path.getKey(), new JsonObject(example.toString())))
                        .as(path.getKey())
                        .isIn(200, 201);
                examples++;
            }
        }

        assertThat(examples).isEqualTo(7);
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
        HttpResponse<String> answer = get("/sandbox/openapi.yaml");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
        return new YAMLMapper().readTree(answer.body());
    }

    private JsonNode read(String path) throws Exception {
        return new YAMLMapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)));
    }
}
