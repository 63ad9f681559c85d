package io.postbreeze.postapi.reference;

import io.postbreeze.postapi.post.validation.PostRule;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every rule of a post with its meaning and what to do: where {@code docs} of an error leads. */
final class ErrorsPage {
    private ErrorsPage() {}

    static String html() {
        String rules = Arrays.stream(PostRule.values()).map(ErrorsPage::section).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Postbreeze errors</title>
                <style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}
                h2{font:600 1.05rem/1.4 ui-monospace,monospace;margin:1.6rem 0 .2rem;overflow-wrap:anywhere}
                p{margin:.2rem 0}small{color:#666}:target{background:#fff6cc}</style></head>
                <body><h1>What a post can be refused for</h1>
                <p>All errors of all operations are at <a href="/docs">/docs</a>.</p>
                %s
                </body></html>
                """.formatted(rules);
    }

    private static String section(PostRule rule) {
        return "<section id=\"%s\"><h2>%s <small>%d</small></h2><p>%s</p><p>%s</p></section>"
                .formatted(
                        rule.name().toLowerCase(Locale.ROOT),
                        rule.name(),
                        rule.status(),
                        escaped(rule.meaning()),
                        escaped(rule.fix()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
