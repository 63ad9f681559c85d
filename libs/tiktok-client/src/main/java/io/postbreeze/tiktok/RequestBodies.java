package io.postbreeze.tiktok;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the JSON that TikTok expects, field by field. */
final class RequestBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 20;

    private RequestBodies() {}

    static Buffer empty() {
        return Buffer.buffer("{}");
    }

    static Buffer videoInit(VideoInit init) {
        ObjectNode body = JSON.objectNode();
        body.set("post_info", postInfo(init.post()));
        body.putObject("source_info")
                .put("source", "FILE_UPLOAD")
                .put("video_size", init.upload().videoSize())
                .put("chunk_size", init.upload().chunkSize())
                .put("total_chunk_count", init.upload().totalChunkCount());
        return Buffer.buffer(body.toString());
    }

    static Buffer publishId(String publishId) {
        return Buffer.buffer(JSON.objectNode().put("publish_id", publishId).toString());
    }

    static Buffer videoIds(List<String> ids) {
        ObjectNode body = JSON.objectNode();
        ids.forEach(body.putObject("filters").putArray("video_ids")::add);
        return Buffer.buffer(body.toString());
    }

    static Buffer page(@Nullable Long cursor) {
        ObjectNode body = JSON.objectNode().put("max_count", MAX_PAGE);
        if (cursor != null) {
            body.put("cursor", cursor);
        }
        return Buffer.buffer(body.toString());
    }

    private static ObjectNode postInfo(PostInfo post) {
        ObjectNode info = JSON.objectNode()
                .put("privacy_level", post.privacyLevel().name())
                .put("disable_duet", post.disableDuet())
                .put("disable_stitch", post.disableStitch())
                .put("disable_comment", post.disableComment())
                // TikTok's table calls both required although its examples leave them out.
                .put("brand_content_toggle", post.brandContent())
                .put("brand_organic_toggle", post.brandOrganic());
        if (post.title() != null) {
            info.put("title", post.title());
        }
        if (post.aigc() != null) {
            info.put("is_aigc", post.aigc());
        }
        if (post.coverTimestampMs() != null) {
            info.put("video_cover_timestamp_ms", post.coverTimestampMs());
        }
        return info;
    }
}
