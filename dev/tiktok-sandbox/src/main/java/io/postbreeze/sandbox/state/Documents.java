package io.postbreeze.sandbox.state;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Records of one kind in memory and, each as a file of its own, on disk: a change costs one small file however many
 * there are, and a kill leaves the old or the new one. Used from one thread only.
 *
 * @param <T> kind of record
 */
public final class Documents<T> {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String ENDING = ".json";

    private final Path directory;
    private final Map<String, T> records = new LinkedHashMap<>();

    /** Opens the records kept in a directory, or begins without any. */
    public Documents(Path directory, Class<T> type) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            load(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Class<T> type) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(found -> found.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                records.put(name.substring(0, name.length() - ENDING.length()), JSON.readValue(file.toFile(), type));
            }
        }
    }

    /** A record by id; ids are ours and safe as file names. */
    public Optional<T> get(String id) {
        return Optional.ofNullable(records.get(id));
    }

    /** All of them, as they are now; not to be walked through while they change. */
    public Collection<T> all() {
        return Collections.unmodifiableCollection(records.values());
    }

    /** Stores a record; when this returns, a kill does not lose it. */
    public void put(String id, T value) {
        Path file = directory.resolve(id + ENDING);
        Path next = directory.resolve(id + ".next");
        try {
            JSON.writeValue(next.toFile(), value);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        records.put(id, value);
    }

    /** Forgets everything. */
    void clear() {
        List.copyOf(records.keySet()).forEach(this::remove);
    }

    /** Forgets a record. */
    public void remove(String id) {
        records.remove(id);
        try {
            Files.deleteIfExists(directory.resolve(id + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
