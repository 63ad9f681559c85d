package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import java.util.List;
import java.util.stream.Collectors;

/** What the consent page shows. */
final class ConsentForm {
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
        return """
                <form method="post" class="consent"><p class="app">The app <code>%s</code> would like to</p>
                <ul>%s</ul><label class="who">Signed in as <select name="creator">%s</select></label>
                <p class="buttons"><button name="decision" value="approve" class="primary">Approve</button>
                <button name="decision" value="refuse">Refuse</button></p></form>
                <p class="foot">A sandbox: no real account is touched.</p>
                """.formatted(Html.escape(asking.clientKey()), scopes, people);
    }

    static String mistake(String what) {
        return "<div class=\"consent\"><p>%s</p><p class=\"foot\">Nobody was sent back to the app.</p></div>"
                .formatted(Html.escape(what));
    }
}
