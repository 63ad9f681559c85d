package io.postbreeze.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the packaged programs lie: in {@code <root>/<module>} when staged for a run, in the modules' {@code target}
 * folders straight after a build.
 */
record Programs(Path root) {
    /** Arguments for {@code java} that start a service. */
    List<String> service(Service service) {
        String module = service.program();
        return List.of(
                "-jar", first(module, module, module + "/target/quarkus-app").resolve("quarkus-run.jar") + "");
    }

    /** Arguments for {@code java} that start the sandbox. */
    List<String> sandbox() {
        Path folder = first("tiktok-sandbox", "tiktok-sandbox", "dev/tiktok-sandbox/target");
        String classPath = folder.resolve("*") + ":" + folder.resolve("lib").resolve("*");
        return List.of("-cp", classPath, "io.postbreeze.sandbox.SandboxMain");
    }

    private Path first(String module, String... folders) {
        return Stream.of(folders)
                .map(root::resolve)
                .filter(folder -> Files.isDirectory(folder.resolve("lib")))
                .findFirst()
                .orElseThrow(() -> new StackFailure(module + " is not built: nothing in " + root));
    }
}
