package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The consent page: choose who you are and what you allow, approve or refuse. What is wrong with a request is told to
 * the app at its own address; only when the app or that address is not known, to the person.
 */
public final class AuthorizePage {
    private static final String SESSION = "sandbox_session";

    private final World world;
    private final SandboxConfig config;
    private final Codes codes;
    private final Map<String, Consent> agreed = new HashMap<>();

    /** A page that gives out codes. */
    public AuthorizePage(World world, SandboxConfig config, Codes codes) {
        this.world = world;
        this.config = config;
        this.codes = codes;
        world.onReset(agreed::clear);
        world.onDisconnect((openId, reason) ->
                agreed.values().removeIf(consent -> consent.openId().equals(openId)));
    }

    /** {@code GET /v2/auth/authorize/}. */
    public void show(RoutingContext call) {
        read(call, asking -> {
            @Nullable String scripted = call.request().getParam("sandbox_auto_approve");
            Optional<Creator> known = scripted == null ? session(call, asking) : world.creator(scripted);
            if (known.isPresent()) {
                approve(call, asking, consent(asking, known.get(), asking.scopes()));
            } else if (scripted == null) {
                Html.page(call, 200, "Allow access to your TikTok account?", ConsentForm.of(asking, world.creators()));
            } else {
                mistaken(call, "No such creator");
            }
        });
    }

    /** {@code POST /v2/auth/authorize/}: what the page's buttons send. */
    public void decide(RoutingContext call) {
        read(call, asking -> {
            Optional<Creator> creator = Optional.ofNullable(call.request().getFormAttribute("creator"))
                    .flatMap(world::creator);
            if (creator.isEmpty()) {
                mistaken(call, "No such creator");
            } else if ("approve".equals(call.request().getFormAttribute("decision"))) {
                Consent consent = consent(asking, creator.get(), ticked(call, asking));
                remember(call, consent);
                approve(call, asking, consent);
            } else {
                refuse(call, asking, new OAuthError("access_denied", "The user did not give permission"));
            }
        });
    }

    private static Set<String> ticked(RoutingContext call, Asking asking) {
        Set<String> chosen = new LinkedHashSet<>(call.request().formAttributes().getAll("granted"));
        chosen.retainAll(asking.scopes());
        return chosen;
    }

    private void read(RoutingContext call, Consumer<Asking> next) {
        try {
            Asking asking = Asking.of(query(call), config);
            if (asking.error() == null) {
                next.accept(asking);
            } else {
                refuse(call, asking, asking.error());
            }
        } catch (OAuthError unknown) {
            mistaken(call, String.valueOf(unknown.getMessage()));
        }
    }

    /** The query alone: what the page's form holds must not stand in for it. */
    private static Map<String, String> query(RoutingContext call) {
        Map<String, String> values = new HashMap<>();
        call.queryParams().forEach(entry -> values.putIfAbsent(entry.getKey(), entry.getValue()));
        return values;
    }

    private static void mistaken(RoutingContext call, String what) {
        Html.page(call, 400, "Something went wrong", ConsentForm.mistake(what));
    }

    private static void refuse(RoutingContext call, Asking asking, OAuthError error) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", error.error());
        answer.put("error_description", String.valueOf(error.getMessage()));
        redirect(call, asking, answer);
    }

    private Consent consent(Asking asking, Creator creator, Set<String> scopes) {
        return new Consent(
                creator.openId(),
                scopes,
                asking.redirectUri(),
                asking.challenge(),
                world.now().plus(Codes.life(asking.platform())),
                asking.platform());
    }

    private void remember(RoutingContext call, Consent consent) {
        String session = world.secret();
        agreed.put(session, consent);
        call.response()
                .addCookie(Cookie.cookie(SESSION, session)
                        .setPath("/v2/auth/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
    }

    private void approve(RoutingContext call, Asking asking, Consent consent) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("code", codes.issue(consent));
        answer.put(
                "scopes",
                asking.scopes().stream().filter(consent.scopes()::contains).collect(Collectors.joining(",")));
        redirect(call, asking, answer);
    }

    /** Who agreed to all of this before, in this browser, if the app wants nobody to be asked twice. */
    private Optional<Creator> session(RoutingContext call, Asking asking) {
        return Optional.ofNullable(call.request().getCookie(SESSION))
                .filter(cookie -> asking.skipsConsent())
                .map(cookie -> agreed.get(cookie.getValue()))
                .filter(before -> before.platform() == asking.platform())
                .filter(before -> before.scopes().containsAll(asking.scopes()))
                .flatMap(before -> world.creator(before.openId()));
    }

    private static void redirect(RoutingContext call, Asking asking, Map<String, String> answer) {
        call.response()
                .setStatusCode(302)
                .putHeader("Location", asking.back(answer))
                .end();
    }
}
