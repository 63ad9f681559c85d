package io.postbreeze.sandbox.http;

import io.vertx.ext.web.RoutingContext;

/** Pages for people. */
public final class Html {
    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8883;--soft:#8881;--accent:#fe2c55;--cool:#0aa5a0}
            *{box-sizing:border-box}body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1.5rem 1rem 4rem}
            h1{font-size:1.7rem;letter-spacing:-.02em;margin:0;text-shadow:-1.5px 0 #25f4ee88,1.5px 0 #fe2c5588}
            h2{font-size:1.15rem;margin:0;line-height:1.3}p{margin:.25rem 0 1rem}.muted{opacity:.65}
            section{margin-top:2.5rem}header{display:flex;gap:.8rem;align-items:center;margin-bottom:1rem}
            .avatar{flex:none;display:grid;place-items:center;width:3rem;height:3rem;border-radius:50%;color:#fff;font-weight:700;
            font-size:1.2rem;background:linear-gradient(135deg,#25b8b4,var(--accent))}.none{padding-left:3.8rem;margin:0}
            .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(14.5rem,45%),1fr));gap:1rem;align-items:start}
            .card{border:1px solid var(--line);border-radius:14px;overflow:hidden;background:var(--soft)}
            .card video,.waiting{width:100%;aspect-ratio:9/14;background:#111;display:block;object-fit:cover}
            .waiting{display:grid;place-content:center;gap:.5rem;color:#fff;text-align:center;font-size:.85rem}
            progress{accent-color:var(--accent);width:10rem}.body{padding:.8rem 1rem}.tags{margin:0 -.2rem .4rem}
            .caption{white-space:pre-wrap;overflow-wrap:anywhere}.caption b{color:var(--cool);font-weight:600}
            .numbers{display:flex;flex-wrap:wrap;gap:0 .9rem;margin:.5rem 0 0;font-size:.82rem;font-weight:600}
            details{margin-top:.6rem;font-size:.78rem}summary{cursor:pointer;opacity:.65}
            dl{display:grid;grid-template-columns:auto 1fr;gap:.1rem .7rem;margin:.5rem 0 0}dt{opacity:.6}
            dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
            .tag{display:inline-block;font-size:.7rem;padding:.05rem .55rem;border-radius:99px;border:1px solid var(--line);margin:.1rem .2rem}
            .good{background:#1a7f3722;border-color:#1a7f37}.bad{background:#fe2c5522;border-color:var(--accent)}
            .busy{background:#d9930022;border-color:#d99300}.panel{border:1px solid var(--line);border-radius:14px;background:var(--soft);
            padding:1.2rem 1.4rem;max-width:34rem;margin-top:1.5rem}.scope{display:flex;gap:.6rem;align-items:baseline;padding:.3rem 0}
            .who{display:block;margin:1rem 0}.buttons{margin:1.2rem 0 0}button,select{font:inherit;padding:.45rem 1rem;border-radius:8px;
            border:1px solid var(--line)}button{cursor:pointer}.primary{background:var(--accent);border-color:var(--accent);color:#fff}
            code{font-size:.9em}@media(max-width:32rem){.grid{gap:.6rem}.body{padding:.6rem .7rem}progress{width:7rem}}
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
