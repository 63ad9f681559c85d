package io.postbreeze.conformance;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;

/** Request bodies that are right, to be made wrong in one place. */
final class Bodies {
    private Bodies() {}

    static JsonObject info(String privacy) {
        return new JsonObject()
                .put("title", "a case #conformance")
                .put("privacy_level", privacy)
                .put("brand_content_toggle", false)
                .put("brand_organic_toggle", false);
    }

    static JsonObject upload(long size, long chunk, long count) {
        return new JsonObject()
                .put("source", "FILE_UPLOAD")
                .put("video_size", size)
                .put("chunk_size", chunk)
                .put("total_chunk_count", count);
    }

    static JsonObject pull(String url) {
        return new JsonObject().put("source", "PULL_FROM_URL").put("video_url", url);
    }

    static JsonObject video(JsonObject info, JsonObject source) {
        return new JsonObject().put("post_info", info).put("source_info", source);
    }

    static JsonObject video(String privacy) {
        return video(info(privacy), upload(1_000, 1_000, 1));
    }

    static JsonObject photos(String mode, List<String> urls) {
        return new JsonObject()
                .put("media_type", "PHOTO")
                .put("post_mode", mode)
                .put(
                        "post_info",
                        info(Stage.PUBLIC).put("description", "photos").put("title", "photos"))
                .put(
                        "source_info",
                        new JsonObject()
                                .put("source", "PULL_FROM_URL")
                                .put("photo_images", new JsonArray(urls))
                                .put("photo_cover_index", 0));
    }

    static JsonObject photos(int count, String url) {
        return photos("DIRECT_POST", Collections.nCopies(count, url));
    }
}
