package io.postbreeze.conformance;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;

/** From an init to what becomes of it. */
final class Posting {
    private Posting() {}

    /** Begins an upload of so many bytes in one piece. */
    static JsonObject begin(Stage stage, Person who, JsonObject info, int size) {
        return stage.api
                .post(Api.INIT, who.token(), Bodies.video(info, Bodies.upload(size, size, 1)))
                .ok()
                .data();
    }

    /** Uploads; the publish id. */
    static String upload(Stage stage, Person who, String privacy, byte[] bytes) {
        JsonObject begun = begin(stage, who, Bodies.info(privacy), bytes.length);
        stage.api.chunk(begun.getString("upload_url"), bytes, 0, bytes.length);
        return begun.getString("publish_id");
    }

    static String upload(Stage stage, Person who, String privacy) {
        return upload(stage, who, privacy, SampleVideo.bytes());
    }

    /** A video in the inbox; the publish id. */
    static String share(Stage stage, Person who) {
        byte[] bytes = SampleVideo.bytes();
        JsonObject source = Bodies.upload(bytes.length, bytes.length, 1);
        JsonObject begun = stage.api
                .post(Api.INBOX, who.token(), new JsonObject().put("source_info", source))
                .ok()
                .data();
        stage.api.chunk(begun.getString("upload_url"), bytes, 0, bytes.length);
        return begun.getString("publish_id");
    }
}
