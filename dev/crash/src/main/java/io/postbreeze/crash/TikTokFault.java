package io.postbreeze.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One thing that goes wrong at TikTok with one account's calls.
 *
 * @param endpoint path of the call, or {@code *}
 * @param action the sandbox's name of what happens
 * @param details further fields that the action takes
 */
record TikTokFault(String endpoint, String action, Map<String, Object> details) {
    private static final String CREATOR = "/v2/post/publish/creator_info/query/";
    private static final String VIDEO_INIT = "/v2/post/publish/video/init/";
    private static final String PHOTO_INIT = "/v2/post/publish/content/init/";
    private static final String STATUS = "/v2/post/publish/status/fetch/";
    private static final String UPLOAD = "/video/";

    TikTokFault {
        details = Map.copyOf(details);
    }

    /** Any one that can happen to a post of that kind. */
    static TikTokFault any(Random random, boolean isVideo) {
        List<TikTokFault> choices = isVideo ? ofVideos(random) : ofPhotos();
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<TikTokFault> ofVideos(Random random) {
        return List.of(
                of(VIDEO_INIT, "drop-reply"),
                of(VIDEO_INIT, "truncate-reply"),
                with(VIDEO_INIT, "status", Map.of("status", 503)),
                with(VIDEO_INIT, "status", Map.of("status", 200, "code", "internal_error")),
                of(VIDEO_INIT, "rate-limit"),
                with(UPLOAD, "reset-after-bytes", Map.of("bytes", 1 + random.nextInt(500_000))),
                of(UPLOAD, "reset-before-read"),
                of(UPLOAD, "drop-reply"),
                with(UPLOAD, "status", Map.of("status", 500)),
                with(UPLOAD, "status", Map.of("status", 429)),
                of(UPLOAD, "slow-drip"),
                of(UPLOAD, "expire-upload"),
                with(UPLOAD, "delay", Map.of("delayMs", 3_000)),
                of(CREATOR, "rate-limit"),
                with(CREATOR, "status", Map.of("status", 200, "code", "internal_error")),
                of(STATUS, "drop-reply"),
                of(STATUS, "malformed-json"),
                of(STATUS, "rate-limit"),
                with("*", "fail", Map.of("failReason", "internal")),
                with("*", "fail", Map.of("failReason", "frame_rate_check_failed")),
                of(STATUS, "revoke-token"),
                of(CREATOR, "revoke-token"));
    }

    private static List<TikTokFault> ofPhotos() {
        return List.of(
                of(PHOTO_INIT, "drop-reply"),
                of(PHOTO_INIT, "truncate-reply"),
                of(PHOTO_INIT, "malformed-json"),
                of(PHOTO_INIT, "reset-before-read"),
                with(PHOTO_INIT, "status", Map.of("status", 503)),
                with(PHOTO_INIT, "status", Map.of("status", 200, "code", "internal_error")),
                of(PHOTO_INIT, "rate-limit"),
                with(PHOTO_INIT, "delay", Map.of("delayMs", 3_000)),
                of(CREATOR, "drop-reply"),
                of(STATUS, "truncate-reply"),
                with(STATUS, "status", Map.of("status", 500)),
                with("*", "fail", Map.of("failReason", "photo_pull_failed")));
    }

    private static TikTokFault of(String endpoint, String action) {
        return with(endpoint, action, Map.of());
    }

    private static TikTokFault with(String endpoint, String action, Map<String, Object> details) {
        return new TikTokFault(endpoint, action, details);
    }

    boolean revokesToken() {
        return action.equals("revoke-token");
    }

    boolean isFinal() {
        return "frame_rate_check_failed".equals(details.get("failReason"));
    }

    /** As the sandbox takes it, for the next call of that account. */
    Map<String, Object> forCreator(String handle) {
        Map<String, Object> fault = new HashMap<>(details);
        fault.put("endpoint", endpoint);
        fault.put("action", action);
        fault.put("openId", handle);
        fault.put("times", 1);
        return fault;
    }
}
