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
    private static final Set<String> KNOWN_SCOPES = Set.of(
            "user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.publish", "video.upload");

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
            Html.page(call, 400, "Something went wrong", "<p>" + Html.escape(mistake.get()) + "</p>");
            return;
        }
        Optional<Creator> scripted = Optional.ofNullable(call.request().getParam("sandbox_auto_approve"))
                .flatMap(world::creator);
        if (scripted.isPresent()) {
            approve(call, scripted.get(), asked(call));
        } else {
            Html.page(call, 200, "Allow access to your TikTok account?", form(call));
        }
    }

    /** {@code POST /v2/auth/authorize/}: what the page's buttons send. */
    public void decide(RoutingContext call) {
        Optional<String> mistake = mistake(call);
        Optional<Creator> creator =
                Optional.ofNullable(call.request().getFormAttribute("creator")).flatMap(world::creator);
        if (mistake.isPresent() || creator.isEmpty()) {
            Html.page(
                    call, 400, "Something went wrong", "<p>" + Html.escape(mistake.orElse("No such creator")) + "</p>");
        } else if ("approve".equals(call.request().getFormAttribute("decision"))) {
            Set<String> chosen =
                    new LinkedHashSet<>(call.request().formAttributes().getAll("granted"));
            chosen.retainAll(asked(call));
            approve(call, creator.get(), chosen);
        } else {
            redirect(call, Map.of("error", "access_denied", "error_description", "The user did not give permission"));
        }
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
        if (scopes.isEmpty() || !KNOWN_SCOPES.containsAll(scopes)) {
            return Optional.of("scope");
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
                        .formatted(
                                creator.openId(), creator.username(), creator.privateAccount() ? "private" : "public"))
                .collect(Collectors.joining());
        String scopes = asked(call).stream()
                .map(scope -> "<label><input type=checkbox name=granted value=\"%1$s\" checked> %1$s</label>"
                        .formatted(Html.escape(scope)))
                .collect(Collectors.joining());
        return """
                <form method="post"><label>You are <select name="creator">%s</select></label>
                <fieldset>%s</fieldset>
                <button name="decision" value="approve" class="primary">Approve</button>
                <button name="decision" value="refuse">Refuse</button></form>
                """.formatted(creators, scopes);
    }

    private static String param(RoutingContext call, String name) {
        @Nullable String value = call.request().getParam(name);
        return value == null ? "" : value;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
