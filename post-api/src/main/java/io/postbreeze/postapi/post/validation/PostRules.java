package io.postbreeze.postapi.post.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * TikTok's and our rules for a request. What the request alone tells comes first, then accounts, then media; rules of
 * TikTok (422) come before matters of form (400), so that the first one names the answer.
 */
public final class PostRules {
    static final int MAX_CAPTION_UNITS = 2_200;
    static final int MAX_TITLE_UNITS = 90;
    private static final Duration LATE = Duration.ofSeconds(60);
    static final Set<String> PRIVACY_LEVELS =
            Set.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "FOLLOWER_OF_CREATOR", "SELF_ONLY");

    private final PostRequest request;
    private final List<Broken> broken = new ArrayList<>();

    private PostRules(PostRequest request) {
        this.request = request;
    }

    /**
     * Checks a request.
     *
     * @param accounts facts by account id; an account that is missing does not exist for this caller
     * @param media facts by media id
     * @param now the time to compare with
     * @return everything that is broken, empty when it may be published
     */
    public static List<Broken> check(
            PostRequest request, Map<String, AccountFacts> accounts, Map<String, MediaFacts> media, Instant now) {
        PostRules rules = new PostRules(request);
        rules.requestAlone(now);
        rules.mediaItems();
        request.targets()
                .forEach(target ->
                        rules.broken.addAll(AccountRules.check(request, target, accounts.get(target.accountId()))));
        request.targets()
                .forEach(target ->
                        rules.broken.addAll(MediaRules.check(request, target, media, longest(target, accounts))));
        return headlineFirst(rules.broken);
    }

    /**
     * Checks the form of a request, and if that is broken all that can be told without asking anyone.
     *
     * @param reading what was read of the body
     * @param now the time to compare with
     * @return everything that is broken, empty when the form is as it should be
     */
    public static List<Broken> checkForm(RequestReader.Reading reading, Instant now) {
        PostRequest request = reading.request();
        if (reading.broken().isEmpty() || request == null) {
            return reading.broken();
        }
        PostRules rules = new PostRules(request);
        rules.broken.addAll(reading.broken());
        rules.requestAlone(now);
        rules.broken.removeIf(one -> one.rule().status() == 422
                && reading.unread().stream().anyMatch(unread -> isAround(unread, one.path())));
        return headlineFirst(rules.broken);
    }

    private static boolean isAround(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** What several targets share, such as the post's caption, is told once. */
    private static List<Broken> headlineFirst(List<Broken> broken) {
        return broken.stream()
                .distinct()
                .sorted(Comparator.comparingInt(one -> -one.rule().status()))
                .toList();
    }

    private static @Nullable Long longest(TargetRequest target, Map<String, AccountFacts> accounts) {
        AccountFacts account = accounts.get(target.accountId());
        return account == null ? null : account.longestVideoSeconds();
    }

    private void time(Instant now) {
        Instant at = request.scheduledAt();
        if (at != null && at.isBefore(now.minus(LATE))) {
            note(
                    request.shape().scheduledAt(),
                    PostRule.SCHEDULED_TIME_IN_PAST,
                    at + " has passed; it is " + now + ". Choose a later time, or publishNow.");
        }
    }

    private void mediaItems() {
        if (!request.mediaItems().isEmpty()) {
            note("mediaItems", PostRule.MEDIA_ITEMS_UNAVAILABLE, PostRule.MEDIA_ITEMS_UNAVAILABLE.meaning());
        }
    }

    private void requestAlone(Instant now) {
        time(now);
        Set<String> seen = new HashSet<>();
        for (TargetRequest target : request.targets()) {
            if (!target.accountId().isEmpty() && !seen.add(target.accountId())) {
                note(target, request.shape().accountId(), PostRule.DUPLICATE_TARGET, "This account is named twice.");
            }
            caption(target);
            privacy(target, target.options());
            covers(target, target.options());
            if (request.mediaOf(target).isEmpty() && request.mediaItems().isEmpty()) {
                note(
                        "mediaIds",
                        PostRule.TT_MEDIA_REQUIRED,
                        "TikTok has no posts without media: name one video or up to 35 photos.");
            }
            if (target.firstComment() != null) {
                note(
                        target,
                        "firstComment",
                        PostRule.TT_FIRST_COMMENT_UNSUPPORTED,
                        "TikTok's API has no first comment: leave it out.");
            }
        }
    }

    private void caption(TargetRequest target) {
        int units = request.captionOf(target).length();
        if (units > MAX_CAPTION_UNITS) {
            note(
                    captionPath(target),
                    PostRule.TT_CAPTION_TOO_LONG,
                    "The caption has " + units + " UTF-16 units, TikTok takes 2,200. An emoji counts as two or more.");
        }
        if (request.captionOf(target).codePoints().anyMatch(PostRules::isControl)) {
            note(
                    captionPath(target),
                    PostRule.TT_CAPTION_CHARACTER,
                    "The caption holds a control character; line breaks and tabs are the only ones that may stay.");
        }
        String title = target.options().photoTitle();
        if (title != null && title.length() > MAX_TITLE_UNITS) {
            note(
                    option(target, "photoTitle"),
                    PostRule.TT_PHOTO_TITLE_TOO_LONG,
                    "The title has " + title.length() + " UTF-16 units, TikTok takes 90.");
        }
    }

    private String captionPath(TargetRequest target) {
        return target.captionOverride() == null ? request.shape().caption() : target.path() + ".captionOverride";
    }

    private static boolean isControl(int point) {
        return Character.getType(point) == Character.CONTROL && point != '\n' && point != '\r' && point != '\t';
    }

    private void privacy(TargetRequest target, PlatformOptions options) {
        String privacy = options.privacy();
        if (privacy == null || privacy.isBlank()) {
            note(
                    option(target, "privacy"),
                    PostRule.TT_PRIVACY_REQUIRED,
                    "TikTok wants the creator to choose; there is no default. Send one of " + levels() + ".");
        } else if (!PRIVACY_LEVELS.contains(privacy)) {
            note(
                    option(target, "privacy"),
                    PostRule.TT_PRIVACY_NOT_ALLOWED,
                    "This is no privacy level. Send one of " + levels() + ".");
        } else if (options.brandContentToggle() && !privacy.equals("PUBLIC_TO_EVERYONE")) {
            note(option(target, "privacy"), PostRule.TT_BRANDED_PRIVATE, "Branded content must be PUBLIC_TO_EVERYONE.");
        }
    }

    private void covers(TargetRequest target, PlatformOptions options) {
        if (options.videoCoverTimestampMs() != null
                && (options.videoCoverTimestampMs() < 0 || options.videoCoverTimestampMs() > Integer.MAX_VALUE)) {
            note(
                    option(target, "videoCoverTimestampMs"),
                    PostRule.TT_COVER_OUT_OF_RANGE,
                    "The cover is a time within the video, in milliseconds from 0.");
        }
        if (options.photoCoverIndex() != null
                && (options.photoCoverIndex() < 0 || options.photoCoverIndex() >= MediaRules.MAX_PHOTOS)) {
            note(
                    option(target, "photoCoverIndex"),
                    PostRule.TT_COVER_OUT_OF_RANGE,
                    "The cover is the place of a photo, from 0 to 34.");
        }
    }

    private static String levels() {
        return String.join(", ", PRIVACY_LEVELS.stream().sorted().toList());
    }

    private static String option(TargetRequest target, String field) {
        return target.path() + ".platformOptions." + field;
    }

    private void note(TargetRequest target, String field, PostRule rule, String message) {
        note(target.path() + "." + field, rule, message);
    }

    private void note(String path, PostRule rule, String message) {
        broken.add(new Broken(path, rule, message));
    }
}
