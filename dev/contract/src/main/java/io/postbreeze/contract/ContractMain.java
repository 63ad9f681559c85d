package io.postbreeze.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code docs/openapi.json}; the one argument is the repository's root. */
public final class ContractMain {
    private ContractMain() {}

    /** Composes and writes. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments.length == 0 ? "." : arguments[0]);
        Files.writeString(committed(root), generated(root));
    }

    static Path committed(Path root) {
        return root.resolve("docs/openapi.json");
    }

    static String generated(Path root) {
        return Json.write(PublicDocument.compose(root, Pieces.in(root.resolve("dev/contract/src/api"))));
    }
}
