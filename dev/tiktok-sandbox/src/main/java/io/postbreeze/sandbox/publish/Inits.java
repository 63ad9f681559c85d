package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Course;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Fate;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Post.Kind;
import io.postbreeze.sandbox.state.Post.Mode;
import io.postbreeze.sandbox.state.PostInfo;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.Transfer;
import io.postbreeze.sandbox.state.Transfer.Source;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The three calls that begin a post. Each checks, in this order: the body's shape; bans, caps and audit; privacy; who
 * owns the addresses. What is refused leaves nothing behind.
 */
public final class Inits {
    private static final String BAD_INFO = "The request post info is empty or incorrect";

    private final World world;
    private final Sources sources;
    private final Supplier<String> uploadBase;
    private final Consumer<Post> pull;

    /**
     * The endpoints of a world.
     *
     * @param uploadBase base of upload addresses, known once the sandbox listens
     * @param pull fetches the bytes of a post that is to be pulled
     */
    public Inits(World world, Supplier<String> uploadBase, Consumer<Post> pull) {
        this.world = world;
        this.sources = new Sources(world);
        this.uploadBase = uploadBase;
        this.pull = pull;
    }

    /** {@code video/init}: a video is posted. */
    public JsonObject video(RoutingContext call, Token token) {
        JsonObject body = JsonBody.of(call);
        Creator creator = creator(token);
        PostInfo said = Said.video(creator, JsonBody.object(body, "post_info"));
        Transfer transfer = sources.video(JsonBody.object(body, "source_info"));
        Quotas.checkPost(world, creator, said.privacyLevel());
        checkPrivacy(creator, said);
        Ownership.check(world.properties(), transfer.urls());
        return begin(call, creator, Kind.VIDEO, Mode.DIRECT_POST, said, transfer);
    }

    /** {@code inbox/video/init}: a video is left in the creator's inbox, who says the rest in the app. */
    public JsonObject inboxVideo(RoutingContext call, Token token) {
        JsonObject body = JsonBody.of(call);
        Creator creator = creator(token);
        Transfer transfer = sources.video(JsonBody.object(body, "source_info"));
        Quotas.checkShare(world, creator);
        Ownership.check(world.properties(), transfer.urls());
        return begin(call, creator, Kind.VIDEO, Mode.MEDIA_UPLOAD, PostInfo.unsaid("", null, null), transfer);
    }

    /** {@code content/init}: photos are posted, or left in the inbox. */
    public JsonObject content(RoutingContext call, Token token) {
        JsonObject body = JsonBody.of(call);
        if (!"PHOTO".equals(JsonBody.text(body, "media_type"))) {
            throw Refusal.invalidParams("The request media type is empty or incorrect");
        }
        return switch (JsonBody.text(body, "post_mode")) {
            case "DIRECT_POST" -> postPhotos(call, token, body);
            case "MEDIA_UPLOAD" -> leavePhotos(call, token, body);
            case null, default -> throw Refusal.invalidParams("The request post mode is empty or incorrect");
        };
    }

    private JsonObject postPhotos(RoutingContext call, Token token, JsonObject body) {
        demand(token, "video.publish");
        Creator creator = creator(token);
        JsonObject source = JsonBody.object(body, "source_info");
        Transfer photos = sources.photos(source);
        PostInfo said = Said.photos(
                creator,
                JsonBody.object(body, "post_info"),
                JsonBody.flag(body, "is_aigc"),
                Sources.cover(source, photos));
        Quotas.checkPost(world, creator, said.privacyLevel());
        checkPrivacy(creator, said);
        Ownership.check(world.properties(), photos.urls());
        return begin(call, creator, Kind.PHOTO, Mode.DIRECT_POST, said, photos);
    }

    private JsonObject leavePhotos(RoutingContext call, Token token, JsonObject body) {
        demand(token, "video.upload");
        Creator creator = creator(token);
        JsonObject source = JsonBody.object(body, "source_info");
        Transfer photos = sources.photos(source);
        PostInfo said = Said.draft(JsonBody.object(body, "post_info"), Sources.cover(source, photos));
        if (world.settings().appVersionTooOld()) {
            throw new Refusal(400, "app_version_check_failed", "The user's app version is too low for this request");
        }
        Quotas.checkShare(world, creator);
        Ownership.check(world.properties(), photos.urls());
        return begin(call, creator, Kind.PHOTO, Mode.MEDIA_UPLOAD, said, photos);
    }

    private static void demand(Token token, String scope) {
        if (!token.scopes().contains(scope)) {
            throw Refusal.badScope();
        }
    }

    private void checkPrivacy(Creator creator, PostInfo said) {
        if (!creator.privacyOptions().contains(said.privacyLevel())) {
            throw Refusal.forbidden("privacy_level_option_mismatch");
        }
        boolean isHidden = said.privacyLevel().equals("SELF_ONLY");
        if (world.settings().brandedPrivateRefused() && said.brandContent() && isHidden) {
            throw Refusal.invalidParams(BAD_INFO);
        }
    }

    private Creator creator(Token token) {
        return world.creator(token.openId()).orElseThrow(Refusal::badToken);
    }

    private JsonObject begin(
            RoutingContext call, Creator creator, Kind kind, Mode mode, PostInfo said, Transfer transfer) {
        @Nullable Fate fate = call.get(Fate.KEY);
        boolean isHuge = fate != null && fate.kind() == Fate.Kind.BIG_IDS;
        Post post = new Post(
                prefix(kind, mode, transfer.source()) + world.bigNumber(),
                creator.openId(),
                world.now(),
                kind,
                mode,
                said,
                transfer,
                List.of(),
                Course.BEGUN,
                List.of(isHuge ? world.hugeNumber() : world.bigNumber()),
                fate);
        world.putPost(post);
        JsonObject answer = new JsonObject().put("publish_id", post.publishId());
        if (transfer.source() == Source.FILE_UPLOAD) {
            return answer.put("upload_url", address(transfer));
        }
        pull.accept(post);
        return answer;
    }

    private String address(Transfer transfer) {
        return uploadBase.get() + "/video/?upload_id=" + transfer.id() + "&upload_token=" + transfer.token();
    }

    /** The shapes that were seen live; a client must not read anything into them. */
    private static String prefix(Kind kind, Mode mode, Source source) {
        String how = source == Source.FILE_UPLOAD ? "file" : "url";
        if (kind == Kind.PHOTO) {
            return mode == Mode.DIRECT_POST ? "p_pub_url~v2." : "p_inbox_url~v2.";
        }
        return mode == Mode.DIRECT_POST ? "v_pub_" + how + "~v2-1." : "v_inbox_" + how + "~v2.";
    }
}
