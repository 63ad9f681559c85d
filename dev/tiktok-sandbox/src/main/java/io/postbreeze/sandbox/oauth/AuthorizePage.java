package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.World;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The consent page: choose who you are and what you allow, approve or refuse. */
public final class AuthorizePage {
    private static final Map<String, String> GIVES = Map.of(
            "user.info.basic", "read your name and picture",
            "user.info.profile", "read your profile",
            "user.info.stats", "read your follower and like counts",
            "video.list", "read your public videos",
            "video.publish", "post to your profile",
            "video.upload", "send drafts to your inbox");

    private final World world;
    private final SandboxConfig config;
    private final Codes codes;

    /** A page that gives out codes. */
    public AuthorizePage(World world, SandboxConfig config, Codes codes) {
        this.world = world;
        this.config = config;
        this.codes = codes;
    }

    /** {@code GET /v2/auth/authorize/}. */
    public void show(RoutingContext call) {
        Optional<String> mistake = mistake(call);
        if (mistake.isPresent()) {
            mistaken(call, mistake.get());
            return;
        }
        @Nullable String scripted = call.request().getParam("sandbox_auto_approve");
        if (scripted == null) {
            Html.page(call, 200, "Allow access to your TikTok account?", form(call));
            return;
        }
        Optional<Creator> creator = world.creator(scripted);
        if (creator.isPresent()) {
            approve(call, creator.get(), asked(call));
        } else {
            mistaken(call, "No such creator");
        }
    }

    /** {@code POST /v2/auth/authorize/}: what the page's buttons send. */
    public void decide(RoutingContext call) {
        Optional<String> mistake = mistake(call);
        Optional<Creator> creator =
                Optional.ofNullable(call.request().getFormAttribute("creator")).flatMap(world::creator);
        if (mistake.isPresent() || creator.isEmpty()) {
            mistaken(call, mistake.orElse("No such creator"));
        } else if ("approve".equals(call.request().getFormAttribute("decision"))) {
            Set<String> chosen =
                    new LinkedHashSet<>(call.request().formAttributes().getAll("granted"));
            chosen.retainAll(asked(call));
            approve(call, creator.get(), chosen);
        } else {
            redirect(call, Map.of("error", "access_denied", "error_description", "The user did not give permission"));
        }
    }

    private static void mistaken(RoutingContext call, String what) {
        Html.page(call, 400, "Something went wrong", "<p class=panel>" + Html.escape(what) + "</p>");
    }

    private void approve(RoutingContext call, Creator creator, Set<String> scopes) {
        String code = codes.issue(new Consent(
                creator.openId(),
                Set.copyOf(scopes),
                param(call, "redirect_uri"),
                call.request().getParam("code_challenge"),
                world.now().plus(Codes.LIFE)));
        redirect(call, Map.of("code", code, "scopes", String.join(",", scopes)));
    }

    private Optional<String> mistake(RoutingContext call) {
        Set<String> scopes = asked(call);
        if (!config.clientKey().equals(call.request().getParam("client_key"))) {
            return Optional.of("client_key");
        }
        if (!config.redirectUris().contains(param(call, "redirect_uri"))) {
            return Optional.of("redirect_uri");
        }
        if (!"code".equals(call.request().getParam("response_type"))) {
            return Optional.of("unsupported_response_type");
        }
        if (scopes.isEmpty() || !GIVES.keySet().containsAll(scopes)) {
            return Optional.of("scope");
        }
        if (param(call, "state").isEmpty()) {
            return Optional.of("state");
        }
        boolean challenged = call.request().getParam("code_challenge") != null;
        boolean s256 = "S256".equals(call.request().getParam("code_challenge_method"));
        return challenged && !s256 ? Optional.of("code_challenge_method") : Optional.empty();
    }

    private static Set<String> asked(RoutingContext call) {
        return Arrays.stream(param(call, "scope").split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void redirect(RoutingContext call, Map<String, String> answer) {
        String query = answer.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        String location = param(call, "redirect_uri") + "?" + query + "&state=" + encode(param(call, "state"));
        call.response().setStatusCode(302).putHeader("Location", location).end();
    }

    private String form(RoutingContext call) {
        String creators = world.creators().stream()
                .map(creator -> "<option value=\"%s\">@%s (%s)</option>"
                        .formatted(creator.openId(), creator.handle(), creator.isPrivate() ? "private" : "public"))
                .collect(Collectors.joining());
        String scopes = asked(call).stream()
                .map(scope -> """
                        <label class=scope><input type=checkbox name=granted value="%1$s" checked><code>%1$s</code>
                        <span class=muted>%2$s</span></label>""".formatted(Html.escape(scope), GIVES.get(scope)))
                .collect(Collectors.joining());
        return """
                <form method="post" class=panel><p>An app with the key <code>%s</code> asks to</p>%s
                <label class=who>as <select name="creator">%s</select></label>
                <p class=buttons><button name="decision" value="approve" class="primary">Approve</button>
                <button name="decision" value="refuse">Refuse</button></p></form>
                """.formatted(Html.escape(config.clientKey()), scopes, creators);
    }

    private static String param(RoutingContext call, String name) {
        @Nullable String value = call.request().getParam(name);
        return value == null ? "" : value;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
