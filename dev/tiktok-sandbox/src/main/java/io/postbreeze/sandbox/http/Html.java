package io.postbreeze.sandbox.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Pages for people. They run no script and load no file that is not ours, and no other site can frame them. */
public final class Html {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "media-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    /** Answers with a page under a heading; the body must be escaped already. Its forms may lead to other sites. */
    public static void page(RoutingContext call, int status, String title, String body) {
        send(call, status, title, POLICY, "<h1>" + escape(title) + "</h1>" + body);
    }

    /** Answers with a page of the sandbox itself, which brings its own heading; the body must be escaped already. */
    public static void own(RoutingContext call, int status, String title, String body, String... scripts) {
        send(call, status, title + " · TikTok sandbox", POLICY + "; form-action 'self'", body, scripts);
    }

    private static void send(
            RoutingContext call, int status, String title, String policy, String body, String... scripts) {
        String loaded = Arrays.stream(scripts)
                .map(script -> "<script type=\"module\" src=\"" + Assets.address(script) + "\"></script>\n")
                .collect(Collectors.joining());
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .end(shell(escape(title), loaded, body));
    }

    private static String shell(String title, String scripts, String body) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="%s">
            %s</head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header class="bar"><a class="mark" href="/">TikTok <span>sandbox</span></a>
            <nav aria-label="Pages"><a href="/">Profiles</a><a href="/operator">Operator</a></nav></header>
            <main id="main">
            %s
            </main>
            </body>
            </html>
            """.formatted(title, Assets.address("look.css"), scripts, body);
    }

    /** Text that cannot become markup. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
