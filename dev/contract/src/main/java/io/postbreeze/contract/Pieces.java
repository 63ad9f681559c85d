package io.postbreeze.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What people wrote for the document, see this module's README: code cannot know it.
 *
 * @param about everything beside paths and components
 * @param names what a generated schema is called in public
 * @param schemas laid over the generated schemas, or all of a schema that no class has
 * @param parameters laid over parameters of these names
 * @param headers of answers
 * @param errors every error code
 * @param operations one per operation, by operation id
 * @param examples answers that several operations give, by name
 */
record Pieces(
        ObjectNode about,
        ObjectNode names,
        ObjectNode schemas,
        ObjectNode parameters,
        ObjectNode headers,
        ErrorCodes errors,
        SortedMap<String, ObjectNode> operations,
        SortedMap<String, ObjectNode> examples) {

    static Pieces in(Path folder) {
        return new Pieces(
                Json.read(folder.resolve("about.json")),
                Json.read(folder.resolve("names.json")),
                Json.read(folder.resolve("schemas.json")),
                Json.read(folder.resolve("parameters.json")),
                Json.read(folder.resolve("headers.json")),
                ErrorCodes.of(Json.read(folder.resolve("errors.json"))),
                files(folder.resolve("operations")),
                files(folder.resolve("examples")));
    }

    private static SortedMap<String, ObjectNode> files(Path folder) {
        SortedMap<String, ObjectNode> read = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                String name = file.getFileName().toString();
                read.put(name.substring(0, name.length() - ".json".length()), Json.read(file));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
        return read;
    }
}
