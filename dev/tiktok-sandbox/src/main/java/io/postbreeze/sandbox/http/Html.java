package io.postbreeze.sandbox.http;

import io.vertx.ext.web.RoutingContext;

/** Pages for people. */
public final class Html {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8884;--soft:#8882;--accent:#fe2c55}
            *{box-sizing:border-box}body{font:15px/1.5 system-ui,sans-serif;max-width:68rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2.5rem 0 .75rem}p{margin:.25rem 0 1rem}
            .muted{opacity:.65}.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem}
            .card{border:1px solid var(--line);border-radius:12px;overflow:hidden;background:var(--soft)}
            .card video{width:100%;aspect-ratio:9/16;background:#000;display:block}
            .card .body{padding:.75rem 1rem 1rem}.card .caption{font-weight:600;white-space:pre-wrap;word-break:break-word}
            dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .6rem;margin:.6rem 0 0;font-size:.8rem}
            dt{opacity:.6}dd{margin:0;word-break:break-all}.tag{display:inline-block;font-size:.72rem;padding:.05rem .5rem;
            border-radius:99px;border:1px solid var(--line);margin:0 .25rem .4rem 0}.tag.good{background:#1a7f3722;border-color:#1a7f37}
            .tag.bad{background:#fe2c5522;border-color:var(--accent)}form label{display:block;margin:.4rem 0}
            fieldset{border:1px solid var(--line);border-radius:8px;margin:1rem 0}button,select{font:inherit;padding:.4rem .9rem}
            .primary{background:var(--accent);color:#fff;border:0;border-radius:6px}
            """;

    private Html() {}

    /** Answers with a page; the body must be escaped already. */
    public static void page(RoutingContext call, int status, String title, String body) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end("<!doctype html><html lang=en><meta charset=utf-8><title>" + escape(title)
                        + "</title><meta name=viewport content='width=device-width'><style>" + STYLE
                        + "</style><h1>" + escape(title) + "</h1>" + body + "</html>");
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
