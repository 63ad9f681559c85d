package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code video/init}: checks everything TikTok checks, then gives an upload address. */
public final class VideoInit {
    private static final String BAD_INFO = "The request post info is empty or incorrect";
    private static final int MAX_TITLE_UNITS = 2_200;
    private static final Set<String> PRIVACY_LEVELS =
            Set.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "FOLLOWER_OF_CREATOR", "SELF_ONLY");

    private final World world;
    private final SandboxConfig config;
    private final Supplier<String> uploadBase;

    /**
     * An endpoint.
     *
     * @param uploadBase base of upload addresses, known once the sandbox listens
     */
    public VideoInit(World world, SandboxConfig config, Supplier<String> uploadBase) {
        this.world = world;
        this.config = config;
        this.uploadBase = uploadBase;
    }

    /** The answer's data. */
    public JsonObject init(RoutingContext call, Token token) {
        JsonObject body = JsonBody.of(call);
        JsonObject info = JsonBody.object(body, "post_info");
        JsonObject source = JsonBody.object(body, "source_info");
        Creator creator = world.creator(token.openId()).orElseThrow(Refusal::badToken);
        title(info);
        @Nullable String privacy = privacyWord(info);
        boolean pulled = isPulled(source);
        ChunkPlan plan = pulled ? new ChunkPlan(0, 0, 0) : plan(source);
        Quotas.check(world, config, creator, privacy);
        if (privacy == null || !creator.privacyOptions().contains(privacy)) {
            throw Refusal.forbidden("privacy_level_option_mismatch");
        }
        if (pulled) {
            throw notOwned();
        }
        return accept(creator, info, privacy, plan);
    }

    private JsonObject accept(Creator creator, JsonObject info, String privacy, ChunkPlan plan) {
        String uploadId = String.valueOf(world.bigNumber());
        @Nullable String title = JsonBody.text(info, "title");
        Post post = new Post(
                "v_pub_file~v2-1." + world.bigNumber(),
                creator.openId(),
                title == null ? "" : title,
                privacy,
                creator.commentDisabled() || JsonBody.flag(info, "disable_comment"),
                JsonBody.flag(info, "brand_content_toggle"),
                JsonBody.flag(info, "brand_organic_toggle"),
                plan.videoSize(),
                plan.chunkSize(),
                plan.count(),
                uploadId,
                world.secret(),
                world.now(),
                0,
                null,
                world.bigNumber());
        world.putPost(post);
        return new JsonObject()
                .put("publish_id", post.publishId())
                .put(
                        "upload_url",
                        uploadBase.get() + "/video/?upload_id=" + uploadId + "&upload_token=" + post.uploadToken());
    }

    private static void title(JsonObject info) {
        @Nullable String title = JsonBody.text(info, "title");
        if (title != null && title.length() > MAX_TITLE_UNITS) {
            throw Refusal.invalidParams(BAD_INFO);
        }
    }

    private static @Nullable String privacyWord(JsonObject info) {
        @Nullable String privacy = JsonBody.text(info, "privacy_level");
        if (privacy != null && !PRIVACY_LEVELS.contains(privacy)) {
            throw Refusal.invalidParams(BAD_INFO);
        }
        return privacy;
    }

    private static boolean isPulled(JsonObject source) {
        return switch (JsonBody.text(source, "source")) {
            case "FILE_UPLOAD" -> false;
            case "PULL_FROM_URL" -> true;
            case null, default -> throw Refusal.invalidParams("The request source info is empty or incorrect");
        };
    }

    private static ChunkPlan plan(JsonObject source) {
        ChunkPlan plan = new ChunkPlan(
                JsonBody.number(source, "video_size"),
                JsonBody.number(source, "chunk_size"),
                JsonBody.number(source, "total_chunk_count"));
        ChunkRules.violation(plan.videoSize(), plan.chunkSize(), plan.count()).ifPresent(message -> {
            throw Refusal.invalidParams(message);
        });
        return plan;
    }

    private static Refusal notOwned() {
        return new Refusal(
                403,
                "url_ownership_unverified",
                "Please review our URL ownership verification rules at"
                        + " https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide/#pull_from_url");
    }

    private record ChunkPlan(long videoSize, long chunkSize, long count) {}
}
