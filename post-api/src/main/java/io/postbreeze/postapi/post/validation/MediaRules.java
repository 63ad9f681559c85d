package io.postbreeze.postapi.post.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules about the files of one target. */
final class MediaRules {
    static final int MAX_PHOTOS = 35;
    private static final int MOST_FILES_TOLD = PostRequest.MOST_MEDIA_LOOKED_AT;

    private final TargetRequest target;
    private final String path;
    private final @Nullable Long longestSeconds;
    private final List<Broken> broken = new ArrayList<>();

    private MediaRules(TargetRequest target, @Nullable Long longestSeconds) {
        this.target = target;
        this.path = target.mediaIds().isEmpty() ? "mediaIds" : target.path() + ".mediaIds";
        this.longestSeconds = longestSeconds;
    }

    static List<Broken> check(
            PostRequest request, TargetRequest target, Map<String, MediaFacts> media, @Nullable Long longestSeconds) {
        MediaRules rules = new MediaRules(target, longestSeconds);
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
        photoCover(photos);
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
                if (facts != null) {
                    ready(place, facts);
                }
            }
        }
    }

    private void ready(String place, MediaFacts facts) {
        if (!(target.options().autoRepair() && facts.repairable())) {
            facts.findings().forEach(finding -> note(place, finding.rule(), finding.message()));
        }
        if (facts.kind() == MediaFacts.Kind.VIDEO) {
            creatorsLimit(place, facts.durationMs());
            videoCover(facts.durationMs());
        }
    }

    private void videoCover(@Nullable Long durationMs) {
        Long at = target.options().videoCoverTimestampMs();
        if (at != null && durationMs != null && at >= durationMs && at <= Integer.MAX_VALUE) {
            note(
                    target.path() + ".platformOptions.videoCoverTimestampMs",
                    PostRule.TT_COVER_OUT_OF_RANGE,
                    "The video lasts " + durationMs + " ms, the cover was to be its frame at " + at + " ms.");
        }
    }

    private void photoCover(long photos) {
        Integer index = target.options().photoCoverIndex();
        if (index != null && photos > 0 && photos <= MAX_PHOTOS && index >= photos && index < MAX_PHOTOS) {
            note(
                    target.path() + ".platformOptions.photoCoverIndex",
                    PostRule.TT_COVER_OUT_OF_RANGE,
                    "The post has " + photos + " photos; the first has the index 0.");
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
