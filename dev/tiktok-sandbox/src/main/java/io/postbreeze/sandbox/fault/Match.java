package io.postbreeze.sandbox.fault;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault is about, and which of those it strikes.
 *
 * @param endpoint a path; {@code *} for any of TikTok's own
 * @param openId of whom; null for anyone
 * @param chunk number of the chunk, from 0; null for any call
 * @param nth the first matching call that is struck, from 1
 * @param times how many from there on; 0 for all
 * @param probability of being struck for those, from 0 to 1
 * @param seed makes the same calls be struck again
 */
record Match(
        String endpoint,
        @Nullable String openId,
        @Nullable Long chunk,
        long nth,
        long times,
        double probability,
        long seed) {
    static final String ANY = "*";
    static final String UPLOAD = "/video/";

    static final Set<String> INITS = Set.of(
            "/v2/post/publish/video/init/", "/v2/post/publish/inbox/video/init/", "/v2/post/publish/content/init/");

    /**
     * A call as faults see it.
     *
     * @param path where it goes
     * @param openId whose it is; null when that is not known
     * @param chunk its number; null when it is no chunk
     */
    record Call(
            String path, @Nullable String openId, @Nullable Long chunk) {
        boolean isInit() {
            return INITS.contains(path);
        }

        boolean isTikToks() {
            return path.startsWith("/v2/") || path.startsWith("/open_api/") || path.equals(UPLOAD);
        }
    }

    boolean covers(Call call, boolean onlyInits) {
        boolean isPlace = endpoint.equals(ANY) ? call.isTikToks() : endpoint.equals(call.path());
        return isPlace
                && (!onlyInits || call.isInit())
                && (openId == null || openId.equals(call.openId()))
                && (chunk == null || chunk.equals(call.chunk()));
    }

    boolean reaches(long seen) {
        return seen >= nth && (times == 0 || seen < nth + times);
    }
}
