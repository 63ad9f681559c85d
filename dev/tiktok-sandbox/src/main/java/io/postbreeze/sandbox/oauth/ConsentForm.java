package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import java.util.List;
import java.util.stream.Collectors;

/** What the consent page shows. */
final class ConsentForm {
    private static final String STYLE = """
            <style>:root{color-scheme:light dark}
            body{max-width:27rem;min-height:100dvh;display:flex;flex-direction:column;justify-content:center}
            h1{font-size:1.35rem;text-shadow:none;text-align:center}
            .consent{border:1px solid #8883;border-radius:18px;padding:1.3rem 1.2rem 1.1rem;margin-top:1.2rem;background:#8881}
            .consent p{margin:0 0 .9rem}.consent .app{overflow-wrap:anywhere}
            .consent ul{list-style:none;margin:0 0 1.1rem;padding:0}.consent li{border-top:1px solid #8882}
            .consent li label{display:grid;grid-template-columns:1fr auto;gap:0 .8rem;align-items:center;padding:.6rem 0;cursor:pointer}
            .consent li small{opacity:.6;font-family:ui-monospace,monospace;overflow-wrap:anywhere}
            .consent input{grid-row:1/3;grid-column:2;width:1.25rem;height:1.25rem;accent-color:#fe2c55;margin:0}
            .consent .who{display:grid;gap:.3rem;margin:0 0 1.1rem;font-size:.85rem}
            .consent select{width:100%;padding:.65rem .8rem;border-radius:10px;border:1px solid #8886;background:Canvas;color:CanvasText;font:inherit;font-size:1rem}
            .consent .buttons{display:grid;gap:.6rem;margin:0}
            .consent button{width:100%;min-height:2.9rem;border-radius:10px;font-weight:600;background:transparent;color:inherit;border:1px solid #8886}
            .consent button.primary{background:#e0234a;border-color:#e0234a;color:#fff}
            .consent :focus-visible{outline:2px solid #0aa5a0;outline-offset:2px}
            .foot{text-align:center;font-size:.8rem;opacity:.65;margin:1rem 0 0}</style>
            """;

    private ConsentForm() {}

    static String of(Asking asking, List<Creator> creators) {
        String scopes = asking.scopes().stream()
                .map(scope -> """
                        <li><label><span>%2$s</span><small>%1$s</small>
                        <input type="checkbox" name="granted" value="%1$s" checked></label></li>""".formatted(Html.escape(scope), Scopes.words(asking.platform(), scope)))
                .collect(Collectors.joining());
        String people = creators.stream()
                .map(creator -> "<option value=\"%s\">@%s (%s)</option>"
                        .formatted(
                                Html.escape(creator.openId()),
                                Html.escape(creator.handle()),
                                creator.isPrivate() ? "private" : "public"))
                .collect(Collectors.joining());
        return STYLE + """
                <form method="post" class="consent"><p class="app">The app <code>%s</code> would like to</p>
                <ul>%s</ul><label class="who">Signed in as <select name="creator">%s</select></label>
                <p class="buttons"><button name="decision" value="approve" class="primary">Approve</button>
                <button name="decision" value="refuse">Refuse</button></p></form>
                <p class="foot">A sandbox: no real account is touched.</p>
                """.formatted(Html.escape(asking.clientKey()), scopes, people);
    }

    static String mistake(String what) {
        return STYLE
                + "<div class=\"consent\"><p>%s</p><p class=\"foot\">Nobody was sent back to the app.</p></div>"
                        .formatted(Html.escape(what));
    }
}
