package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.ChunkPlan;
import io.postbreeze.sandbox.state.Course;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.PostInfo;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.Transfer;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code video/init}: checks everything TikTok checks, then gives an upload address. */
public final class VideoInit {
    private static final String BAD_INFO = "The request post info is empty or incorrect";
    private static final String BAD_SOURCE = "The request source info is empty or incorrect";
    private static final int MAX_TITLE_UNITS = 2_200;
    private static final Set<String> PRIVACY_LEVELS =
            Set.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "FOLLOWER_OF_CREATOR", "SELF_ONLY");

    private final World world;
    private final Supplier<String> uploadBase;

    /**
     * An endpoint.
     *
     * @param uploadBase base of upload addresses, known once the sandbox listens
     */
    public VideoInit(World world, Supplier<String> uploadBase) {
        this.world = world;
        this.uploadBase = uploadBase;
    }

    /** The answer's data. */
    public JsonObject init(RoutingContext call, Token token) {
        JsonObject body = JsonBody.of(call);
        JsonObject info = JsonBody.object(body, "post_info");
        JsonObject source = JsonBody.object(body, "source_info");
        Creator creator = world.creator(token.openId()).orElseThrow(Refusal::badToken);
        @Nullable String privacy = privacyWord(info);
        PostInfo said = postInfo(creator, info, Objects.requireNonNullElse(privacy, ""));
        Optional<ChunkPlan> plan = isPulled(source) ? Optional.empty() : Optional.of(plan(source));
        Quotas.check(world, creator, privacy);
        if (!creator.privacyOptions().contains(said.privacyLevel())) {
            throw Refusal.forbidden("privacy_level_option_mismatch");
        }
        return accept(creator, said, plan.orElseThrow(VideoInit::notOwned));
    }

    private JsonObject accept(Creator creator, PostInfo info, ChunkPlan plan) {
        String uploadId = String.valueOf(world.bigNumber());
        Post post = new Post(
                "v_pub_file~v2-1." + world.bigNumber(),
                creator.openId(),
                world.now(),
                Post.Kind.VIDEO,
                Post.Mode.DIRECT_POST,
                info,
                Transfer.upload(uploadId, world.secret(), plan, world.now()),
                List.of(),
                Course.BEGUN,
                List.of(world.bigNumber()),
                null);
        world.putPost(post);
        return new JsonObject()
                .put("publish_id", post.publishId())
                .put(
                        "upload_url",
                        uploadBase.get() + "/video/?upload_id=" + uploadId + "&upload_token="
                                + post.transfer().token());
    }

    /** A setting of the account wins over what was asked for; asking for less is no error. */
    private static PostInfo postInfo(Creator creator, JsonObject info, String privacy) {
        return new PostInfo(
                title(info),
                null,
                privacy,
                JsonBody.flag(info, "disable_comment") || creator.forbids("comment"),
                JsonBody.flag(info, "disable_duet") || creator.forbids("duet"),
                JsonBody.flag(info, "disable_stitch") || creator.forbids("stitch"),
                false,
                JsonBody.flag(info, "brand_content_toggle"),
                JsonBody.flag(info, "brand_organic_toggle"),
                JsonBody.flag(info, "is_aigc"),
                null,
                null);
    }

    private static String title(JsonObject info) {
        String title = Objects.requireNonNullElse(JsonBody.text(info, "title"), "");
        if (title.length() > MAX_TITLE_UNITS) {
            throw Refusal.invalidParams(BAD_INFO);
        }
        return title;
    }

    private static @Nullable String privacyWord(JsonObject info) {
        @Nullable String privacy = JsonBody.text(info, "privacy_level");
        if (privacy != null && !PRIVACY_LEVELS.contains(privacy)) {
            throw Refusal.invalidParams(BAD_INFO);
        }
        return privacy;
    }

    private static boolean isPulled(JsonObject source) {
        boolean pulled = switch (JsonBody.text(source, "source")) {
            case "FILE_UPLOAD" -> false;
            case "PULL_FROM_URL" -> true;
            case null, default -> throw Refusal.invalidParams(BAD_SOURCE);
        };
        if (pulled && JsonBody.text(source, "video_url") == null) {
            throw Refusal.invalidParams(BAD_SOURCE);
        }
        return pulled;
    }

    private static ChunkPlan plan(JsonObject source) {
        ChunkPlan plan = new ChunkPlan(
                JsonBody.number(source, "video_size"),
                JsonBody.number(source, "chunk_size"),
                JsonBody.number(source, "total_chunk_count"));
        ChunkRules.violation(plan).ifPresent(message -> {
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
}
