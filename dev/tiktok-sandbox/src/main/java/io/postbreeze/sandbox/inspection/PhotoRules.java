package io.postbreeze.sandbox.inspection;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** TikTok's limits for a photo that has arrived. */
public final class PhotoRules {
    /** 20 MB, read strictly: 20 MiB would be more. */
    public static final long MOST_BYTES = 20_000_000;

    /**
     * What a photo of more bytes fails with. No documented reason is for too many bytes. Of those there are, this one
     * names a size, is final, and has the right cure: make the picture smaller. A failed pull would be tried again in
     * vain, a failed format check blames what is in order.
     */
    public static final String TOO_LARGE = "picture_size_check_failed";

    private static final Set<String> FORMATS = Set.of("jpeg", "webp");
    private static final int SHORT_SIDE = 1080;
    private static final int LONG_SIDE = 1920;

    private PhotoRules() {}

    /**
     * The first broken rule as TikTok's {@code fail_reason}, or null when there is none.
     *
     * @param bytes size of the file
     */
    public static @Nullable String failReason(Finding finding, long bytes) {
        // It comes first, as the size is known before anything is decoded.
        if (bytes > MOST_BYTES) {
            return TOO_LARGE;
        }
        if (!finding.readable() || !FORMATS.contains(finding.codec())) {
            return "file_format_check_failed";
        }
        int shorter = Math.min(finding.width(), finding.height());
        int longer = Math.max(finding.width(), finding.height());
        return shorter <= SHORT_SIDE && longer <= LONG_SIDE ? null : "picture_size_check_failed";
    }
}
