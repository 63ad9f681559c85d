package io.postbreeze.crash.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class FailpointWeaverTest {
    public static final List<String> SAID = new ArrayList<>();

    /** What is woven: a method of the kind that the services have. */
    public static class Sample {
        public Uni<String> send(List<String> rows) {
            if (rows.isEmpty()) {
                return Uni.createFrom().item("nothing");
            }
            SAID.add("sent " + rows);
            return Uni.createFrom().item(rows.getFirst());
        }
    }

    @Test
    void aWovenMethodDoesWhatItDidAndPassesItsFailpoints(@TempDir Path directory) throws Exception {
        Failpoints.armedIn(directory);
        Object sample = woven().getConstructor().newInstance();
        Method send = sample.getClass().getMethod("send", List.class);

        assertThat(((Uni<?>) send.invoke(sample, List.of("a"))).await().indefinitely())
                .isEqualTo("a");
        assertThat(((Uni<?>) send.invoke(sample, List.of())).await().indefinitely())
                .isEqualTo("nothing");

        assertThat(SAID).containsExactly("sent [a]");
    }

    @Test
    void aFailpointThatIsArmedFiresOnceAndForItsNameOnly(@TempDir Path directory) throws Exception {
        Failpoints.armedIn(directory);
        // An action that nobody knows stops nobody and kills nobody, unlike the real ones.
        Files.writeString(directory.resolve(Failpoints.ARMED), "after send\nbe noted\n");
        Object sample = woven().getConstructor().newInstance();
        Uni<?> sent = (Uni<?>) sample.getClass().getMethod("send", List.class).invoke(sample, List.of("a"));

        assertThat(directory.resolve(Failpoints.FIRED)).doesNotExist();
        assertThat(sent.await().indefinitely()).isEqualTo("a");

        assertThat(Files.readAllLines(directory.resolve(Failpoints.FIRED)))
                .containsExactly(
                        "after send", "be noted", "" + ProcessHandle.current().pid());
        assertThat(directory.resolve(Failpoints.ARMED)).doesNotExist();
    }

    @Test
    void namesTellStatesAndEffectsApart() {
        assertThat(Failpoints.name("write", new Written())).isEqualTo("write UPLOADING");
        assertThat(Failpoints.name("perform", new Written())).isEqualTo("perform Written");
        assertThat(Failpoints.name("claim", "UPLOADS")).isEqualTo("claim UPLOADS");
        assertThat(Failpoints.name("intake", new Object())).isEqualTo("intake");
    }

    /** Looks like a transition and its publication in one. */
    public static final class Written {
        public Written next() {
            return this;
        }

        public String state() {
            return "UPLOADING";
        }
    }

    private static Class<?> woven() throws IOException, ClassNotFoundException {
        String name = Sample.class.getName();
        byte[] plain;
        try (InputStream file = Sample.class.getResourceAsStream("FailpointWeaverTest$Sample.class")) {
            plain = file.readAllBytes();
        }
        Place place = new Place(name.replace('.', '/'), "send", "send", 1);
        byte[] changed = FailpointWeaver.woven(plain, List.of(place));
        return new ClassLoader(FailpointWeaverTest.class.getClassLoader()) {
            @Override
            public Class<?> loadClass(String wanted) throws ClassNotFoundException {
                return wanted.equals(name) ? defineClass(wanted, changed, 0, changed.length) : super.loadClass(wanted);
            }
        }.loadClass(name);
    }
}
