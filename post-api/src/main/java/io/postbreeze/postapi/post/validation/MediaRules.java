package io.postbreeze.postapi.post.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules about the files of one target. */
final class MediaRules {
    private static final int MAX_PHOTOS = 35;
    private static final int MOST_FILES_TOLD = PostRequest.MOST_MEDIA_LOOKED_AT;

    private final String path;
    private final @Nullable Long longestSeconds;
    private final List<Broken> broken = new ArrayList<>();

    private MediaRules(String path, @Nullable Long longestSeconds) {
        this.path = path;
        this.longestSeconds = longestSeconds;
    }

    static List<Broken> check(
            PostRequest request, TargetRequest target, Map<String, MediaFacts> media, @Nullable Long longestSeconds) {
        String path = target.mediaIds().isEmpty() ? "mediaIds" : target.path() + ".mediaIds";
        MediaRules rules = new MediaRules(path, longestSeconds);
        rules.check(request.mediaOf(target), media);
        return rules.broken;
    }

    private void check(List<String> ids, Map<String, MediaFacts> media) {
        List<MediaFacts> known =
                ids.stream().map(media::get).filter(facts -> facts != null).toList();
        long videos = known.stream()
                .filter(facts -> facts.kind() == MediaFacts.Kind.VIDEO)
                .count();
        long photos = known.stream()
                .filter(facts -> facts.kind() == MediaFacts.Kind.PHOTO)
                .count();
        mixture(videos, photos);
        for (int i = 0; i < Math.min(ids.size(), MOST_FILES_TOLD); i++) {
            file(path + "[" + i + "]", media.get(ids.get(i)));
        }
    }

    private void mixture(long videos, long photos) {
        if (videos > 0 && photos > 0) {
            note(path, PostRule.TT_MIXED_MEDIA, "A post is either photos or one video: pick one.");
        } else if (videos > 1) {
            note(path, PostRule.TT_TOO_MANY_VIDEOS, "A post takes one video, this one has " + videos + ".");
        } else if (photos > MAX_PHOTOS) {
            note(path, PostRule.TT_TOO_MANY_PHOTOS, "A post takes at most 35 photos.");
        } else if (photos > 0) {
            note(
                    path,
                    PostRule.TT_PHOTO_POSTS_UNAVAILABLE,
                    "This version publishes videos; photos cannot be published" + " yet.");
        }
    }

    private void file(String place, @Nullable MediaFacts facts) {
        MediaFacts.State state = facts == null ? MediaFacts.State.NOT_FOUND : facts.state();
        switch (state) {
            case NOT_FOUND -> note(place, PostRule.MEDIA_NOT_FOUND, "There is no such media asset.");
            case NOT_UPLOADED ->
                note(
                        place,
                        PostRule.MEDIA_NOT_UPLOADED,
                        "The file was announced but never uploaded: PUT it to the" + " uploadUrl first.");
            case REJECTED ->
                note(
                        place,
                        PostRule.MEDIA_REJECTED,
                        facts == null || facts.rejection() == null
                                ? "The file cannot be read as a video or photo."
                                : facts.rejection());
            case READY -> {
                if (facts != null && facts.kind() == MediaFacts.Kind.VIDEO) {
                    facts.findings().forEach(finding -> note(place, finding.rule(), finding.message()));
                    creatorsLimit(place, facts.durationMs());
                }
            }
        }
    }

    private void creatorsLimit(String place, @Nullable Long durationMs) {
        if (durationMs != null && longestSeconds != null && durationMs > longestSeconds * 1000) {
            note(
                    place,
                    PostRule.TT_DURATION_OUT_OF_RANGE,
                    "TikTok takes videos of at most " + longestSeconds + " s from this creator, this one lasts "
                            + seconds(durationMs) + " s.");
        }
    }

    private static String seconds(long durationMs) {
        return String.format(Locale.ROOT, "%.1f", durationMs / 1000.0);
    }

    private void note(String place, PostRule rule, String message) {
        broken.add(new Broken(place, rule, message));
    }
}
