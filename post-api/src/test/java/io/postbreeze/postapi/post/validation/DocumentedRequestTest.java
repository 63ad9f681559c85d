package io.postbreeze.postapi.post.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What docs/openapi.json says about the request is what is read: the generator knows nothing of bodies read by hand.
 */
class DocumentedRequestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        Path file = Path.of(System.getProperty("basedir", "."), "../docs/openapi.json");
        document = JSON.readTree(file.toFile());
    }

    @Test
    void both_shapes_have_the_documented_fields() {
        assertThat(fields("FlatPostRequest")).isEqualTo(Shape.FLAT.fields());
        assertThat(fields("NestedPostRequest")).isEqualTo(Shape.NESTED.fields());
        assertThat(fields("FlatTarget")).isEqualTo(Shape.FLAT.targetFields());
        assertThat(fields("NestedTarget")).isEqualTo(Shape.NESTED.targetFields());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PersonalOptions", "BusinessOptions"})
    void the_options_are_documented_for_both_kinds_of_account(String schema) {
        assertThat(fields(schema))
                .isEqualTo(Arrays.stream(PlatformOptions.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> every_example_has_the_right_form() {
        return document.at("/paths/~1api~1v1~1posts/post/requestBody/content/application~1json/examples")
                .propertyStream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    Map<?, ?> body = JSON.convertValue(example.getValue().get("value"), Map.class);
                    assertThat(RequestReader.read(body).broken()).isEmpty();
                }));
    }

    private Set<String> fields(String schema) {
        return document.at("/components/schemas/" + schema + "/properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
