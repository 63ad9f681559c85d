package io.postbreeze.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed document is the generated one, complete, and true to itself. */
class ContractTest {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ".")).resolve("../..").normalize();
    private static final Pattern THROWN =
            Pattern.compile("(?:ApiException|refused)\\(\\s*(?:[A-Z0-9_]+,\\s*)?\"([A-Z_]+)\"");
    private static final Pattern RULE = Pattern.compile("(?m)^    ([A-Z_]+)\\(\\s*(\\d{3})\\b");
    /** Answers between services only. */
    private static final List<String> INTERNAL = List.of("SERVICE_TOKEN_INVALID", "POST_ID_MISSING");

    private final String generated = ContractMain.generated(ROOT);
    private final ObjectNode document = PublicDocument.compose(ROOT, Pieces.in(ROOT.resolve("dev/contract/src/api")));

    @Test
    void the_committed_document_is_the_generated_one() throws IOException {
        List<String> committed = Files.readAllLines(ContractMain.committed(ROOT));
        List<String> wanted = generated.lines().toList();
        int same = 0;
        while (same < Math.min(committed.size(), wanted.size())
                && committed.get(same).equals(wanted.get(same))) {
            same++;
        }
        List<String> difference = wanted.subList(same, Math.min(same + 3, wanted.size()));
        assertThat(committed.equals(wanted))
                .as(
                        "docs/openapi.json is not what the code and dev/contract/src/api say: run ./postbreeze openapi. Line "
                                + (same + 1) + " should be " + difference)
                .isTrue();
    }

    @Test
    void every_operation_explains_itself() {
        List<String> gaps = new ArrayList<>();
        operations().forEach((id, operation) -> {
            need(gaps, id + ": summary", operation.path("summary"));
            need(gaps, id + ": tag", operation.at("/tags/0"));
            operation
                    .path("parameters")
                    .forEach(parameter ->
                            need(gaps, id + ": text of " + parameter.get("name"), parameter.path("description")));
            operation
                    .at("/requestBody/content")
                    .forEach(content -> need(gaps, id + ": request example", content.path("examples")));
            operation.get("responses").properties().forEach(response -> {
                if (response.getKey().startsWith("2") && !response.getKey().equals("204")) {
                    need(gaps, id + ": answer example", response.getValue().at("/content"));
                }
            });
            need(gaps, id + ": a success", success(operation));
            need(gaps, id + ": errors", operation.at("/responses/500"));
        });
        assertThat(gaps).isEmpty();
    }

    @Test
    void every_property_is_described() {
        List<String> gaps = new ArrayList<>();
        document.at("/components/schemas").properties().forEach(schema -> {
            need(gaps, schema.getKey(), schema.getValue().path("description"));
            schema.getValue().path("properties").properties().forEach(property -> {
                if (!property.getValue().has("$ref") && !property.getValue().has("anyOf")) {
                    need(
                            gaps,
                            schema.getKey() + "." + property.getKey(),
                            property.getValue().path("description"));
                }
            });
        });
        assertThat(gaps).isEmpty();
    }

    /** A text for a property that no class has any more would bring it back. */
    @Test
    void nothing_is_described_that_is_not_there() {
        assertThat(document.at("/components/schemas")
                        .propertyStream()
                        .flatMap(schema -> schema.getValue()
                                .path("properties")
                                .propertyStream()
                                .filter(property -> !Stream.of("type", "$ref", "anyOf", "oneOf")
                                        .anyMatch(property.getValue()::has))
                                .map(property -> schema.getKey() + "." + property.getKey())))
                .isEmpty();
    }

    @Test
    void every_example_obeys_its_schema() {
        List<String> wrong = new ArrayList<>();
        operations().forEach((id, operation) -> {
            operation.at("/requestBody/content").forEach(content -> check(wrong, id, content));
            operation
                    .get("responses")
                    .forEach(response ->
                            resolved(response).path("content").forEach(content -> check(wrong, id, content)));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_code_that_is_thrown_has_an_example() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        for (String part : List.of("post-api", "media-service", "analytics-service", "libs/api-kernel")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(part).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file);
                    THROWN.matcher(source).results().forEach(found -> missing.add(found.group(1)));
                    if (file.endsWith("PostRule.java")) {
                        RULE.matcher(source).results().forEach(found -> missing.add(found.group(1)));
                    }
                }
            }
        }
        assertThat(missing).as("the search finds something").contains("API_KEY_MISSING", "TT_PRIVACY_REQUIRED");
        INTERNAL.forEach(missing::remove);
        missing.removeAll(shownCodes());
        assertThat(missing)
                .as("errors.json lacks them, or no operation names them")
                .isEmpty();
    }

    private TreeSet<String> shownCodes() {
        TreeSet<String> shown = new TreeSet<>();
        operations()
                .values()
                .forEach(operation -> operation
                        .get("responses")
                        .forEach(response -> resolved(response)
                                .at("/content/application~1json/examples")
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .forEach(shown::add)));
        return shown;
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.get("paths")
                .forEach(path -> path.forEach(
                        operation -> operations.put(operation.get("operationId").textValue(), operation)));
        return operations;
    }

    private static JsonNode success(JsonNode operation) {
        return operation
                .get("responses")
                .propertyStream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Json.object());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
    }

    private void check(List<String> wrong, String id, JsonNode content) {
        ObjectNode schema = document.deepCopy();
        if (!(content.get("schema") instanceof ObjectNode wanted)) {
            wrong.add(id + ": no schema");
            return;
        }
        schema.setAll(wanted);
        JsonSchema checker =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        content.path("examples").properties().forEach(example -> {
            JsonNode value = resolved(example.getValue()).path("value");
            checker.validate(value).forEach(message -> wrong.add(id + " " + example.getKey() + ": " + message));
        });
    }

    private static void need(List<String> gaps, String what, JsonNode there) {
        if (there.isMissingNode() || there.isEmpty() && !there.isValueNode()) {
            gaps.add(what);
        }
    }
}
