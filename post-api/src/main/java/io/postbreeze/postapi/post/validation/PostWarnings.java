package io.postbreeze.postapi.post.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a user should know of a post that breaks no rule. */
public final class PostWarnings {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S|www\\.\\S", Pattern.CASE_INSENSITIVE);

    private final PostRequest request;
    private final List<Warning> warnings = new ArrayList<>();

    private PostWarnings(PostRequest request) {
        this.request = request;
    }

    /**
     * Looks at a request that breaks no rule.
     *
     * @param accounts facts by account id
     * @param media facts by media id
     */
    public static List<Warning> of(
            PostRequest request, Map<String, AccountFacts> accounts, Map<String, MediaFacts> media) {
        PostWarnings found = new PostWarnings(request);
        for (TargetRequest target : request.targets()) {
            found.consent(target, accounts.get(target.accountId()));
            if (target.mediaIds().isEmpty() && !request.mediaItems().isEmpty()) {
                found.unfetched();
            } else if (hasPhotos(request.mediaOf(target), media)) {
                found.photos(target, target.options());
            } else {
                found.video(target, target.options());
            }
        }
        return found.warnings.stream().distinct().toList();
    }

    private static boolean hasPhotos(List<String> ids, Map<String, MediaFacts> media) {
        return ids.stream()
                .map(media::get)
                .filter(Objects::nonNull)
                .anyMatch(facts -> facts.kind() == MediaFacts.Kind.PHOTO);
    }

    private void consent(TargetRequest target, @Nullable AccountFacts account) {
        Instant due = request.scheduledAt();
        Instant end = account == null ? null : account.reconnectBy();
        if (due != null && end != null && !due.isBefore(end)) {
            warn(
                    target.path() + "." + request.shape().accountId(),
                    "ACCOUNT_CONSENT_ENDS_BEFORE",
                    "The creator's consent ends at " + end
                            + ", before this is due: connect the account again before then.");
        }
    }

    /** Only where nothing is to be stored: what the files are is not known then. */
    private void unfetched() {
        warn("mediaItems", "MEDIA_NOT_FETCHED", "The files are fetched and checked when the post is created.");
    }

    private void photos(TargetRequest target, PlatformOptions options) {
        if (ADDRESS.matcher(request.captionOf(target)).find()) {
            String path =
                    target.captionOverride() == null ? request.shape().caption() : target.path() + ".captionOverride";
            warn(path, "CAPTION_ADDRESSES_STRIPPED", "TikTok shows no addresses with photos; they are left out.");
        }
        ignored(target, "allowDuet", options.allowDuet(), "photos");
        ignored(target, "allowStitch", options.allowStitch(), "photos");
        ignored(target, "autoRepair", options.autoRepair(), "photos");
        ignored(
                target,
                "videoCoverTimestampMs",
                differs(options.videoCoverTimestampMs(), PlatformOptions.FIRST_FRAME),
                "photos");
    }

    private void video(TargetRequest target, PlatformOptions options) {
        ignored(target, "autoAddMusic", options.autoAddMusic(), "a video");
        ignored(target, "photoTitle", options.photoTitle() != null, "a video");
        ignored(target, "photoCoverIndex", differs(options.photoCoverIndex(), PlatformOptions.FIRST_PHOTO), "a video");
        ignored(target, "photoFit", differs(options.photoFit(), PlatformOptions.CROP), "a video");
    }

    /** An option at its default asks for nothing, and generated clients send defaults. */
    private static boolean differs(@Nullable Object option, Object usual) {
        return option != null && !option.equals(usual);
    }

    private void ignored(TargetRequest target, String option, boolean isAskedFor, String media) {
        if (isAskedFor) {
            warn(
                    target.path() + ".platformOptions." + option,
                    "OPTION_IGNORED",
                    "TikTok has no such setting for " + media + "; it has no effect.");
        }
    }

    private void warn(String path, String code, String message) {
        warnings.add(new Warning(path, code, message));
    }

    /**
     * Something to know.
     *
     * @param path what it is about
     * @param code what it is
     * @param message the same for people
     */
    public record Warning(String path, String code, String message) {}
}
