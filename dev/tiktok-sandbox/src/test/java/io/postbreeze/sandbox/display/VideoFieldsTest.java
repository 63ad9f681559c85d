package io.postbreeze.sandbox.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Course;
import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.PostInfo;
import io.postbreeze.sandbox.state.Transfer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VideoFieldsTest {
    private static final Instant OUT = Instant.parse("2026-12-01T12:00:00Z");
    private static final long ID = 7_600_000_000_000_000_001L;

    @Test
    void aCarouselIsListedAmongTheVideosWithItsOwnAddress() {
        JsonObject video = of(entry(Post.Kind.PHOTO, "Words", "Headline"), "share_url", "title", "video_description");

        assertThat(video.getString("share_url")).isEqualTo("https://www.tiktok.com/@ada/photo/" + ID);
        assertThat(video.getString("title")).isEqualTo("Headline");
        assertThat(video.getString("video_description")).isEqualTo("Words");
    }

    @Test
    void textsAreCutAt150CharactersAndNotWithinOne() {
        JsonObject video = of(entry(Post.Kind.VIDEO, "x".repeat(149) + "😀 and more", null), "title");

        assertThat(video.getString("title")).isEqualTo("x".repeat(149));
        assertThat(of(entry(Post.Kind.VIDEO, "y".repeat(151), null), "title").getString("title"))
                .hasSize(150);
    }

    @Test
    void valuesHaveTikToksTypes() {
        JsonObject video = of(
                entry(Post.Kind.VIDEO, "t", null),
                "id",
                "create_time",
                "duration",
                "width",
                "view_count",
                "like_count",
                "is_aigc");

        assertThat(video.getMap())
                .containsEntry("id", String.valueOf(ID))
                .containsEntry("create_time", OUT.getEpochSecond())
                .containsEntry("duration", 12L)
                .containsEntry("width", 1080)
                .containsEntry("is_aigc", false);
        assertThat(video.getValue("view_count")).isInstanceOf(Long.class);
        assertThat(video.getLong("like_count")).isLessThanOrEqualTo(video.getLong("view_count"));
    }

    @Test
    void aCoverHasANewAddressEverySixHours() {
        Entry entry = entry(Post.Kind.VIDEO, "t", null);

        assertThat(entry.coverUrl(OUT)).isEqualTo(entry.coverUrl(OUT.plusSeconds(21_599)));
        assertThat(entry.coverUrl(OUT)).isNotEqualTo(entry.coverUrl(OUT.plusSeconds(21_600)));
    }

    @Test
    void anUnknownFieldIsRefusedBeforeAnythingIsLookedUp() {
        assertThatThrownBy(() -> VideoFields.check(Set.of("watch_time"))).isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyButItsCreatorSeesAPrivatePostAndNobodyAtAllOneThatIsGone() {
        Post own = post(Post.Kind.VIDEO, new Words("t", null, "SELF_ONLY"), null);
        Post gone = post(Post.Kind.VIDEO, new Words("t", null, "PUBLIC_TO_EVERYONE"), OUT.plusSeconds(3_600));

        assertThat(Numbers.of(own, OUT.plusSeconds(90_000))).isEqualTo(Numbers.NONE);
        assertThat(Numbers.of(gone, OUT.plusSeconds(90_000))).isEqualTo(Numbers.of(gone, OUT.plusSeconds(3_600)));
    }

    private static JsonObject of(Entry entry, String... fields) {
        return VideoFields.of(entry, "ada", Set.of(fields), OUT.plusSeconds(90_000));
    }

    private static Entry entry(Post.Kind kind, String caption, @Nullable String title) {
        Post post = post(kind, new Words(caption, title, "PUBLIC_TO_EVERYONE"), null);
        return new Entry(post, ID, OUT.toEpochMilli());
    }

    private record Words(String caption, @Nullable String title, String privacy) {}

    private static Post post(Post.Kind kind, Words words, @Nullable Instant removed) {
        PostInfo info = PostInfo.unsaid(words.caption(), words.title(), null).withPrivacy(words.privacy());
        long duration = kind == Post.Kind.VIDEO ? 12_040 : 0;
        return new Post(
                "p",
                "o",
                OUT,
                kind,
                Post.Mode.DIRECT_POST,
                info,
                Transfer.pull("1", List.of("https://example.com/a"), OUT),
                List.of(new Medium(0, null, 100, "00", "video/mp4", duration, 1080, 1920)),
                new Course(OUT, OUT, null, OUT, OUT, OUT, removed),
                List.of(ID),
                null);
    }
}
