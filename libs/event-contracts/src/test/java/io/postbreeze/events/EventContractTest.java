package io.postbreeze.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are the contract: they fit the schemas, today's code reads them, and what it writes fits as well. */
class EventContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "src/main/resources/io/postbreeze/events/";

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(BASE, "samples"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    static Stream<String> eventNames() {
        return EventTypes.ALL.stream().map(Class::getSimpleName);
    }

    @ParameterizedTest
    @MethodSource("eventNames")
    void everyEventHasASchemaAndTwoSamples(String name) {
        assertThat(Path.of(BASE, "schemas", name + ".json")).exists();
        assertThat(Path.of(BASE, "samples", name).toFile().list()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleFitsItsSchema(Path sample) throws IOException {
        assertThat(violations(sample, JSON.readTree(sample.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenFitsTheSchemaAndReadsBackTheSame(Path sample) throws IOException {
        Event event = EventCodec.readBody(type(sample), Files.readString(sample));

        String written = EventCodec.body(event);

        assertThat(violations(sample, JSON.readTree(written))).isEmpty();
        assertThat(EventCodec.readBody(type(sample), written)).isEqualTo(event);
    }

    private static String type(Path sample) {
        return "io.postbreeze." + sample.getParent().getFileName();
    }

    private static List<String> violations(Path sample, JsonNode json) throws IOException {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        Path file = Path.of(BASE, "schemas", sample.getParent().getFileName() + ".json");
        try (InputStream schema = Files.newInputStream(file)) {
            JsonSchema rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema, strict);
            return rules.validate(json).stream().map(Object::toString).toList();
        }
    }
}
