package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** {@code user/info}, {@code video/list} and {@code video/query}. */
public final class DisplayApi {
    private static final int MAX_IDS = 20;
    private static final int MAX_PAGE = 20;
    private static final int DEFAULT_PAGE = 10;

    private final World world;

    /** The three endpoints. */
    public DisplayApi(World world) {
        this.world = world;
    }

    /** Data of {@code user/info}; a field outside the granted scopes fails the whole call. */
    public JsonObject userInfo(RoutingContext call, Token token) {
        Creator creator = creator(token);
        Set<String> fields = fields(call);
        if (!token.scopes().containsAll(fields.stream().map(UserFields::scope).toList())) {
            throw Refusal.badScope();
        }
        AccountNumbers numbers = AccountNumbers.of(
                creator, videosOf(token).stream().map(this::numbers).toList(), world.now());
        JsonObject user = new JsonObject();
        fields.forEach(field -> user.put(field, UserFields.value(field, creator, numbers)));
        return new JsonObject().put("user", user);
    }

    /** Data of {@code video/list}: public posts, newest first. */
    public JsonObject videoList(RoutingContext call, Token token) {
        Set<String> fields = fields(call);
        JsonObject body = call.body().isEmpty() ? new JsonObject() : JsonBody.of(call);
        long cursor = body.containsKey("cursor") ? JsonBody.number(body, "cursor") : Long.MAX_VALUE;
        long most = body.containsKey("max_count") ? JsonBody.number(body, "max_count") : DEFAULT_PAGE;
        if (most < 1 || most > MAX_PAGE) {
            throw Refusal.invalidParams("The max_count is invalid");
        }
        List<Post> older = videosOf(token).stream()
                .filter(post -> post.createdAt().toEpochMilli() < cursor)
                .toList();
        List<Post> page = older.stream().limit(most).toList();
        return new JsonObject()
                .put("videos", videos(page, fields))
                .put("cursor", page.isEmpty() ? 0 : page.getLast().createdAt().toEpochMilli())
                .put("has_more", older.size() > page.size());
    }

    /** Data of {@code video/query}: those of the named videos that are this creator's and public. */
    public JsonObject videoQuery(RoutingContext call, Token token) {
        Set<String> fields = fields(call);
        JsonObject filters = JsonBody.object(JsonBody.of(call), "filters");
        if (!(filters.getValue("video_ids") instanceof JsonArray ids) || ids.isEmpty() || ids.size() > MAX_IDS) {
            throw Refusal.invalidParams("The video_ids are empty or more than 20");
        }
        Set<String> wanted = new LinkedHashSet<>();
        ids.forEach(id -> wanted.add(Objects.toString(id)));
        List<Post> found = videosOf(token).stream()
                .filter(post -> wanted.contains(String.valueOf(post.postId())))
                .toList();
        return new JsonObject().put("videos", videos(found, fields));
    }

    private List<Post> videosOf(Token token) {
        return world.postsOf(token.openId()).stream()
                .filter(post -> post.isPublic(world.nowFor(post)))
                .toList();
    }

    private JsonArray videos(List<Post> posts, Set<String> fields) {
        JsonArray videos = new JsonArray();
        for (Post post : posts) {
            JsonObject video = new JsonObject();
            fields.forEach(field -> video.put(field, value(field, post)));
            videos.add(video);
        }
        return videos;
    }

    private Object value(String field, Post post) {
        Medium file = post.media().getFirst();
        Instant published = Objects.requireNonNull(post.course().postedAt());
        Numbers numbers = numbers(post);
        String caption = post.info().caption();
        String handle = world.creator(post.openId()).orElseThrow().handle();
        return switch (field) {
            case "id" -> String.valueOf(post.postId());
            case "create_time" -> published.getEpochSecond();
            case "title", "video_description" -> caption.substring(0, Math.min(150, caption.length()));
            case "duration" -> Math.round(file.durationMs() / 1000.0);
            case "width" -> file.width();
            case "height" -> file.height();
            case "share_url" -> "https://www.tiktok.com/@" + handle + "/video/" + post.postId();
            case "embed_link" -> "https://www.tiktok.com/embed/" + post.postId();
            case "embed_html" -> "";
            case "cover_image_url" -> "https://p16-sign.tiktokcdn.example/" + post.postId() + ".jpeg";
            case "is_aigc" -> post.info().aiGenerated();
            case "view_count" -> numbers.views();
            case "like_count" -> numbers.likes();
            case "comment_count" -> numbers.comments();
            case "share_count" -> numbers.shares();
            default -> throw Refusal.invalidParams("Fields is invalid: " + field);
        };
    }

    private Numbers numbers(Post post) {
        return Numbers.of(post, world.now());
    }

    private Creator creator(Token token) {
        return world.creator(token.openId()).orElseThrow(Refusal::badToken);
    }

    private static Set<String> fields(RoutingContext call) {
        String asked = Objects.requireNonNullElse(call.request().getParam("fields"), "");
        Set<String> fields = new LinkedHashSet<>(Stream.of(asked.split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .toList());
        if (fields.isEmpty()) {
            throw Refusal.invalidParams("Fields is required");
        }
        return fields;
    }
}
