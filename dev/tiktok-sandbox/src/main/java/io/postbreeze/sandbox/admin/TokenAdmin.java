package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.http.BadCommand;
import io.postbreeze.sandbox.http.Fields;
import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.oauth.Grants;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Token.Platform;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code POST /sandbox/tokens}: tokens without a browser. */
public final class TokenAdmin {
    private static final Set<String> V2 = Set.of(
            "user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.publish", "video.upload");
    private static final Set<String> BUSINESS = Set.of(
            "user.info.basic",
            "user.info.username",
            "user.info.stats",
            "user.info.profile",
            "user.account.type",
            "user.insights",
            "video.list",
            "video.insights");
    private static final int MOST_SECONDS = 400 * 24 * 3_600;

    private final World world;
    private final Grants grants;

    /** Of a world. */
    public TokenAdmin(World world, Grants grants) {
        this.world = world;
        this.grants = grants;
    }

    /** Gives out a pair of tokens. */
    public void create(RoutingContext call) {
        Fields fields = Fields.of(call);
        Creator creator =
                world.creator(fields.required("openId")).orElseThrow(() -> BadCommand.unknown("this creator"));
        Platform platform = platform(fields.text("kind", "v2"));
        Set<String> known = platform == Platform.V2 ? V2 : BUSINESS;
        Set<String> scopes = fields.has("scopes") ? scopes(fields, known) : known;
        @Nullable Long seconds = fields.number("expiresInSeconds", MOST_SECONDS);
        fields.nothingElse();
        Grants.Pair pair =
                grants.give(creator.openId(), scopes, platform, seconds == null ? null : Duration.ofSeconds(seconds));
        Json.answer(
                call,
                201,
                new JsonObject()
                        .put("openId", creator.openId())
                        .put("accessToken", pair.access().value())
                        .put("refreshToken", pair.refresh().value())
                        .put("scopes", new JsonArray(scopes.stream().sorted().toList()))
                        .put("expiresAt", pair.access().expiresAt().toString())
                        .put("refreshExpiresAt", pair.refresh().expiresAt().toString()));
    }

    private static Platform platform(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "v2" -> Platform.V2;
            case "business" -> Platform.BUSINESS;
            default -> throw new BadCommand("kind", "must be v2 or business");
        };
    }

    private static Set<String> scopes(Fields fields, Set<String> known) {
        List<String> asked = fields.texts("scopes");
        Set<String> scopes =
                asked.stream().map(String::strip).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!known.containsAll(scopes)) {
            throw new BadCommand(
                    "scopes",
                    "may hold " + String.join(", ", known.stream().sorted().toList()));
        }
        return scopes;
    }
}
