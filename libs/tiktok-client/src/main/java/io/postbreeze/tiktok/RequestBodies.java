package io.postbreeze.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
        body.set("source_info", sourceInfo(init.upload()));
        return Buffer.buffer(body.toString());
    }

    static Buffer inboxInit(FileUpload upload) {
        return Buffer.buffer(
                JSON.objectNode().set("source_info", sourceInfo(upload)).toString());
    }

    static Buffer photoInit(PhotoInit init) {
        ObjectNode body = JSON.objectNode()
                .put("media_type", "PHOTO")
                .put("post_mode", init.post() == null ? "MEDIA_UPLOAD" : "DIRECT_POST");
        // Beside the post's data, where a video has it within.
        if (init.aigc() != null) {
            body.put("is_aigc", init.aigc());
        }
        body.set("post_info", photoInfo(init));
        ObjectNode source = body.putObject("source_info")
                .put("source", "PULL_FROM_URL")
                .put("photo_cover_index", init.coverIndex());
        ArrayNode photos = source.putArray("photo_images");
        init.photos().forEach(photo -> photos.add(photo.toString()));
        return Buffer.buffer(body.toString());
    }

    private static ObjectNode sourceInfo(FileUpload upload) {
        return JSON.objectNode()
                .put("source", "FILE_UPLOAD")
                .put("video_size", upload.videoSize())
                .put("chunk_size", upload.chunkSize())
                .put("total_chunk_count", upload.totalChunkCount());
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

    private static ObjectNode photoInfo(PhotoInit init) {
        ObjectNode info = JSON.objectNode();
        if (init.title() != null) {
            info.put("title", init.title());
        }
        if (init.description() != null) {
            info.put("description", init.description());
        }
        PhotoInfo post = init.post();
        if (post != null) {
            info.put("privacy_level", post.privacyLevel().name())
                    .put("disable_comment", post.disableComment())
                    .put("auto_add_music", post.autoAddMusic())
                    .put("brand_content_toggle", post.brandContent())
                    .put("brand_organic_toggle", post.brandOrganic());
        }
        return info;
    }
}
