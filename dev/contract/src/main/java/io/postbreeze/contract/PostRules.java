package io.postbreeze.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules of a post, asked of post-api's own catalogue: a plain enum, which needs nothing of the service. */
final class PostRules {
    private static final String CATALOGUE = "io.postbreeze.postapi.post.validation.PostRule";

    private PostRules() {}

    /** Status, {@code fix} and {@code docs} by code. */
    static SortedMap<String, ObjectNode> of(Path classes) {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url(classes)})) {
            SortedMap<String, ObjectNode> rules = new TreeMap<>();
            for (Object rule : loader.loadClass(CATALOGUE).getEnumConstants()) {
                rules.put(
                        rule.toString(),
                        Json.object()
                                .put("status", (Integer) ask(rule, "status"))
                                .put("fix", (String) ask(rule, "fix"))
                                .put("docs", (String) ask(rule, "anchor")));
            }
            return rules;
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read the rules below " + classes, e);
        }
    }

    private static URL url(Path classes) throws MalformedURLException {
        return classes.toUri().toURL();
    }

    private static Object ask(Object rule, String question) throws ReflectiveOperationException {
        return rule.getClass().getMethod(question).invoke(rule);
    }
}
