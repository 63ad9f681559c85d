package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Display API over HTTP. */
final class HttpDisplay implements TikTokDisplay {

    private static final String VIDEO_FIELDS = "?fields=id,title,video_description,create_time,share_url,"
            + "view_count,like_count,comment_count,share_count";

    private final ApiCalls calls;

    HttpDisplay(ApiCalls calls) {
        this.calls = calls;
    }

    @Override
    public Uni<UserInfo> userInfo(AccessToken token, Set<UserField> fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("TikTok wants at least one field named");
        }
        String names = fields.stream().map(UserField::wireName).sorted().collect(Collectors.joining(","));
        return calls.get("/v2/user/info/?fields=" + names, token).map(DisplayAnswers::userInfo);
    }

    @Override
    public Uni<List<VideoStats>> queryVideos(AccessToken token, List<String> ids) {
        if (ids.isEmpty() || ids.size() > MAX_QUERY_IDS) {
            throw new IllegalArgumentException("one query takes 1 to " + MAX_QUERY_IDS + " ids, not " + ids.size());
        }
        return calls.post("/v2/video/query/" + VIDEO_FIELDS, token, RequestBodies.videoIds(ids), Effect.NONE)
                .map(DisplayAnswers::videos);
    }

    @Override
    public Uni<VideoPage> listVideos(AccessToken token, @Nullable Long cursor) {
        return calls.post("/v2/video/list/" + VIDEO_FIELDS, token, RequestBodies.page(cursor), Effect.NONE)
                .map(DisplayAnswers::page);
    }
}
