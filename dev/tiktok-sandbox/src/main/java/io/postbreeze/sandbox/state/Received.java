package io.postbreeze.sandbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that arrived whole.
 *
 * @param at when its last byte came
 * @param sha256 of all its bytes, lower-case hex
 * @param failReason TikTok's {@code fail_reason} when it breaks a rule, else null
 * @param durationMs length of the video, 0 when unreadable
 * @param width pixels, 0 when unreadable
 * @param height pixels, 0 when unreadable
 */
public record Received(Instant at, String sha256, @Nullable String failReason, long durationMs, int width, int height) {

    /** The same file, refused. */
    public Received failed(String reason) {
        return new Received(at, sha256, reason, durationMs, width, height);
    }
}
