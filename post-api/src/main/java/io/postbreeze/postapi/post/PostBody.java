package io.postbreeze.postapi.post;

import io.postbreeze.postapi.post.status.PostStatus;
import io.postbreeze.postapi.post.validation.Shape;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored post as the body that would create it, so that an edit is held against every rule like a new post. */
final class PostBody {
    private PostBody() {}

    /** The post's body with the fields of an edit in place of its own; a field that is null is taken out. */
    static Map<String, Object> edited(Post post, List<PostTarget> targets, Map<String, ?> edit) {
        Shape shape = shape(edit);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(shape.caption(), post.caption);
        if (namesNoTime(edit, shape)) {
            putTime(body, shape, post);
        }
        put(body, "timezone", post.timezone);
        body.put("mediaIds", StoredJson.texts(post.mediaIds));
        body.put("mediaAltText", StoredJson.textsByKey(post.mediaAltText));
        body.put(
                shape.targets(),
                targets.stream().map(target -> target(shape, target)).toList());
        body.putAll(edit);
        return body;
    }

    private static Shape shape(Map<String, ?> edit) {
        boolean isFlat = List.of(Shape.FLAT.caption(), Shape.FLAT.targets(), Shape.FLAT.scheduledAt()).stream()
                .anyMatch(edit::containsKey);
        return isFlat || edit.containsKey(Shape.FLAT.draftScheduledAt()) ? Shape.FLAT : Shape.NESTED;
    }

    private static boolean namesNoTime(Map<String, ?> edit, Shape shape) {
        return !edit.containsKey(shape.scheduledAt()) && !edit.containsKey("publishNow");
    }

    /** A post that has ended has no time to keep: it is published again only when a new one is named. */
    private static void putTime(Map<String, Object> body, Shape shape, Post post) {
        if (post.status == PostStatus.SCHEDULED) {
            put(body, shape.scheduledAt(), text(post.scheduledAt));
        } else {
            put(body, shape.draftScheduledAt(), text(post.draftScheduledAt));
        }
    }

    private static Map<String, Object> target(Shape shape, PostTarget target) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(shape.accountId(), target.socialAccountId);
        put(body, "captionOverride", target.captionOverride);
        body.put("mediaIds", StoredJson.texts(target.mediaIds));
        body.put("platformOptions", StoredJson.fields(target.platformOptions));
        return body;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
