package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An example of the documentation as a customer runs it: with Node, Python or curl, word for word, but for what stands
 * for the reader's own things. Around it goes only what shows us the answer.
 *
 * @param name file below {@code examples}
 */
record ExampleProgram(String name) {
    /** What the reader has from {@code npm install}: posts go out with fetch. */
    private static final String NODE_PACKAGE = """
            export default class Postbreeze {
              constructor({ apiKey }) {
                this.posts = {
                  create: async (body) => {
                    const answer = await fetch(`${process.env.POSTBREEZE_API}/api/v1/posts`, {
                      method: "POST",
                      headers: { "Authorization": `Bearer ${apiKey}`, "Content-Type": "application/json" },
                      body: JSON.stringify(body),
                    });
                    const text = await answer.text();
                    console.log(`${text}\\nHTTP ${answer.status}`);
                    return JSON.parse(text);
                  },
                };
              }
            }
            """;

    private static final String NODE_OPENING = """
            import Postbreeze from "@postbreeze/node";
            const postbreeze = new Postbreeze({ apiKey: process.env.POSTBREEZE_API_KEY });
            """;

    private static final String PYTHON_OPENING = """
            import os
            from datetime import datetime, timedelta, timezone
            import requests
            API = "https://api.postbreeze.ai/api/v1"
            """;

    private static final String PYTHON_ENDING = "\nprint()\nprint(res.text)\nprint('HTTP', res.status_code)\n";

    private static final String CURL_SETTINGS = """
            silent
            show-error
            write-out = "\\nHTTP %{http_code}\\n"
            """;

    /** The command that runs it, or nothing where that is not installed. */
    Optional<String> interpreter() {
        return switch (extension()) {
            case "mjs" -> firstThatRuns(List.of("node"), "-e", "fetch");
            case "py" -> firstThatRuns(List.of("python3", "/usr/bin/python3"), "-c", "import requests");
            default -> firstThatRuns(List.of("bash"), "-c", "curl --version");
        };
    }

    private static Optional<String> firstThatRuns(List<String> commands, String flag, String probe) {
        return commands.stream()
                .filter(command -> isSuccess(command, flag, probe))
                .findFirst();
    }

    private static boolean isSuccess(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Runs it in {@code folder} and answers what it printed.
     *
     * @param own the reader's things, by what stands for them in the text
     */
    String run(RunningStack stack, Path folder, Map<String, String> own) throws Exception {
        String text = opening() + text() + ending();
        for (Map.Entry<String, String> thing : own.entrySet()) {
            text = text.replace(thing.getKey(), thing.getValue());
        }
        Path program = folder.resolve(name);
        Files.writeString(program, text.replace("https://api.postbreeze.ai", stack.value("POSTBREEZE_API")));
        Files.writeString(folder.resolve(".curlrc"), CURL_SETTINGS);
        Path node = Files.createDirectories(folder.resolve("node_modules/@postbreeze/node"));
        Files.writeString(node.resolve("package.json"), "{\"type\": \"module\", \"exports\": \"./index.js\"}");
        Files.writeString(node.resolve("index.js"), NODE_PACKAGE);
        return output(program, stack);
    }

    private String output(Path program, RunningStack stack) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(interpreter().orElseThrow(), program.toString());
        builder.redirectErrorStream(true);
        builder.environment().put("POSTBREEZE_API", stack.value("POSTBREEZE_API"));
        builder.environment().put("POSTBREEZE_API_KEY", stack.value("POSTBREEZE_API_KEY"));
        builder.environment().put("CURL_HOME", program.getParent() + "");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s ended", name).isTrue();
        return output;
    }

    /** The post that the API answered, which must have come with 201. */
    JsonNode post(String output) throws IOException {
        assertThat(output.lines()).as(name).contains("HTTP 201");
        return Client.JSON.readTree(output.lines()
                .filter(line -> line.startsWith("{\""))
                .findFirst()
                .orElseThrow());
    }

    private String opening() throws IOException {
        return switch (extension()) {
            case "mjs" -> text().contains("import Postbreeze") ? "" : NODE_OPENING;
            case "py" -> text().contains("import requests") ? "" : PYTHON_OPENING;
            default -> "";
        };
    }

    private String ending() {
        return extension().equals("py") ? PYTHON_ENDING : "";
    }

    private String text() throws IOException {
        try (@Nullable InputStream in = ExampleProgram.class.getResourceAsStream("/examples/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String extension() {
        return name.substring(name.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
