package io.postbreeze.postapi.post.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the list of files that are to be fetched. */
final class MediaItemReader {
    private static final Set<String> FIELDS = Set.of("url", "type", "altText");
    private static final Set<String> TYPES = Set.of("image", "video", "gif", "document");
    private static final Set<String> PUBLISHABLE = Set.of("image", "video");
    private static final int MOST_ITEMS = 35;
    private static final int LONGEST_URL = 2_048;

    private MediaItemReader() {}

    static List<MediaItem> read(Fields body) {
        List<Fields> items = body.objects("mediaItems");
        if (items.size() > MOST_ITEMS) {
            body.invalid("mediaItems", "A post takes at most " + MOST_ITEMS + " files.");
        }
        return items.stream().map(MediaItemReader::item).toList();
    }

    private static MediaItem item(Fields item) {
        item.refuseUnknown(FIELDS);
        String url = item.requiredText("url");
        if (!url.isEmpty() && !isFetchable(url)) {
            item.note(
                    "url",
                    PostRule.MEDIA_URL_INVALID,
                    "This is no address we can fetch: send an absolute https:// address without a user or password.");
        }
        return new MediaItem(item.path(), url, type(item), item.text("altText"));
    }

    private static @Nullable String type(Fields item) {
        String said = item.text("type");
        String type = said == null ? null : said.toLowerCase(Locale.ROOT);
        if (type == null || PUBLISHABLE.contains(type)) {
            return type;
        }
        if (TYPES.contains(type)) {
            item.note("type", PostRule.TT_MEDIA_FORMAT_UNSUPPORTED, "TikTok takes images and videos, no " + type + ".");
        } else {
            item.invalid("type", "This is one of document, gif, image, video.");
        }
        return null;
    }

    private static boolean isFetchable(String url) {
        try {
            URI address = new URI(url);
            String scheme = address.getScheme();
            return url.length() <= LONGEST_URL
                    && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
