package io.postbreeze.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path home;

    @Test
    void secrets_are_made_once_for_their_owner_only() throws Exception {
        Path file = home.resolve("secrets.env");
        Secrets secrets = Secrets.keptIn(file);
        assertThat(Secrets.keptIn(file)).isEqualTo(secrets);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(secrets.apiKey()).matches("pb_live_[A-Za-z0-9]{32}");
        assertThat(secrets.toString()).doesNotContain(secrets.apiKey());
    }

    @Test
    void an_incomplete_secrets_file_is_named() {
        Path file = home.resolve("secrets.env");
        EnvFile.write(file, Map.of("API_KEY", "x"));
        assertThatThrownBy(() -> Secrets.keptIn(file))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("SERVICE_TOKEN");
    }

    @Test
    void a_folder_with_other_things_is_left_alone() throws Exception {
        Path document = Files.writeString(home.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> Home.claim(home))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("POSTBREEZE_HOME");
        Files.delete(document);
        Home.claim(home);
        Files.writeString(document, "put here later");
        Home.claim(home);
    }

    @Test
    void the_home_of_an_earlier_version_is_known_by_its_lock() throws Exception {
        Files.writeString(home.resolve("lock"), "4711");
        Files.createDirectory(home.resolve("data"));
        Home.claim(home);
        assertThat(home.resolve(".postbreeze-home")).exists();
    }

    @Test
    void a_home_belongs_to_one_stack_at_a_time() {
        StackLock first = StackLock.tryTake(home).orElseThrow();
        assertThat(StackLock.tryTake(home)).isEmpty();
        assertThat(StackLock.holder(home))
                .isEqualTo("" + ProcessHandle.current().pid());
        first.close();
        assertThat(StackLock.tryTake(home)).hasValueSatisfying(StackLock::close);
    }

    @Test
    void children_of_a_killed_launcher_are_found_by_their_mark_and_ended() throws Exception {
        // Waits for a line that never comes.
        Process orphan = new ProcessBuilder("sh", "-c", "read line", Leftovers.mark(home)).start();
        try {
            assertThat(new Leftovers(home).end()).isEqualTo(1);
            assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(new Leftovers(home).end()).isZero();
        } finally {
            orphan.destroyForcibly();
        }
    }
}
