package io.postbreeze.media.domain;

import io.postbreeze.media.inspection.FirstLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what speaks against a URL: its form first, then its owner, then what is behind it. */
final class Judgement {
    private static final long MOST_OF_A_PHOTO = 20L << 20;
    private static final long MOST_OF_A_VIDEO = 500L << 20;
    private static final int LONGEST_TYPE = 200;
    private static final Set<Integer> FILE = Set.of(200, 206);
    /** TikTok makes no post of a PNG or a GIF. */
    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/webp");

    private final List<Reason> reasons = new ArrayList<>();

    private Judgement() {}

    static DomainCheck of(String url, @Nullable Reason unfit, @Nullable PropertyEntry verifiedBy, Journey journey) {
        Judgement judgement = new Judgement();
        Journey.Found found = journey.found();
        FirstLook look = found == null || !FILE.contains(found.status()) ? null : FirstLook.at(found.head());
        judgement.place(unfit, verifiedBy);
        judgement.way(journey);
        if (found != null) {
            judgement.file(found, look);
        }
        return new DomainCheck(
                withoutQuery(url),
                judgement.reasons.isEmpty(),
                List.copyOf(judgement.reasons),
                verifiedBy,
                journey.resolvable(),
                journey.publicAddress(),
                journey.redirects(),
                found == null ? null : found.status(),
                found == null ? null : shortened(found.contentType()),
                look == null ? null : look.contentType(),
                look == null ? null : look.kind().name(),
                found == null ? null : found.sizeBytes(),
                found == null ? null : found.acceptsRanges());
    }

    /** Queries carry signatures, fragments nothing, and what comes before an @ may be a password. */
    static String withoutQuery(String url) {
        return url.replaceFirst("(?s)[?#].*", "").replaceFirst("//[^/]*@", "//…@");
    }

    private void place(@Nullable Reason unfit, @Nullable PropertyEntry verifiedBy) {
        if (unfit != null) {
            reasons.add(unfit);
        } else if (verifiedBy == null) {
            note(
                    "TT_DOMAIN_UNVERIFIED",
                    "No verified domain or prefix covers the URL. Add one to the URL properties in TikTok's developer"
                            + " portal, then state it by POST /media/domains.");
        }
    }

    private void way(Journey journey) {
        if (!journey.redirects().isEmpty()) {
            note("URL_REDIRECTS", "The URL redirects, and TikTok follows no redirects. Name the file's own address.");
        }
        if (journey.trouble() != null) {
            reasons.add(journey.trouble());
        }
    }

    private void file(Journey.Found found, @Nullable FirstLook look) {
        if (look == null) {
            note(
                    "URL_STATUS",
                    "The server answered " + found.status()
                            + ". The file must come with 200, without a sign-in, for as long as TikTok may take.");
            return;
        }
        boolean photo = look.kind() == FirstLook.Kind.PHOTO;
        if (look.kind() == FirstLook.Kind.NOT_MEDIA) {
            note("URL_NOT_MEDIA", "What the URL gives is " + look.description() + ". Name the address of the file.");
        } else if (look.kind() == FirstLook.Kind.UNSUPPORTED || (photo && !PHOTOS.contains(look.contentType()))) {
            note(
                    "TT_MEDIA_FORMAT_UNSUPPORTED",
                    "The file is " + look.description() + ". TikTok fetches JPEG and WebP, MP4, MOV and WebM; upload"
                            + " the file instead and a photo is made into JPEG.");
        } else {
            announced(found, photo ? "image/" : "video/");
        }
        if (found.sizeBytes() != null && found.sizeBytes() > (photo ? MOST_OF_A_PHOTO : MOST_OF_A_VIDEO)) {
            note("TT_MEDIA_TOO_LARGE", "A photo may have 20 MB, a video 500 MB. Compress it.");
        }
    }

    private void announced(Journey.Found found, String family) {
        String type = found.contentType() == null ? "" : found.contentType().toLowerCase(Locale.ROOT);
        if (!type.startsWith(family)) {
            note("CONTENT_TYPE_WRONG", "The server does not call the file " + family + "…. Correct its Content-Type.");
        }
    }

    private void note(String code, String message) {
        reasons.add(new Reason(code, message));
    }

    private static @Nullable String shortened(@Nullable String type) {
        return type == null || type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE);
    }
}
