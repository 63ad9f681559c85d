package io.postbreeze.postapi.post;

import io.postbreeze.postapi.post.validation.PlatformOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A column of the table of posts, in the order in which an export writes them. */
enum CsvColumn {
    /** Rows that share it are one post. */
    POST_KEY("postKey", Kind.OTHER),
    /** The post's text. */
    CONTENT("content", Kind.POST),
    /** When to publish. */
    SCHEDULED_FOR("scheduledFor", Kind.POST),
    /** A draft's pin in the calendar. */
    DRAFT_SCHEDULED_FOR("draftScheduledFor", Kind.POST),
    /** Whether to publish at once. */
    PUBLISH_NOW("publishNow", Kind.POST),
    /** For display. */
    TIMEZONE("timezone", Kind.POST),
    /** The target's files, one after the other with spaces between. */
    MEDIA_IDS("mediaIds", Kind.TARGET),
    /** The account. */
    ACCOUNT_ID("accountId", Kind.TARGET),
    /** The target's own text. */
    CAPTION_OVERRIDE("captionOverride", Kind.TARGET),
    /** Kind of account. */
    PLATFORM("platform", Kind.OPTION),
    /** Who may see it. */
    PRIVACY("privacy", Kind.OPTION),
    /** Comments. */
    ALLOW_COMMENTS("allowComments", Kind.OPTION),
    /** Duets. */
    ALLOW_DUET("allowDuet", Kind.OPTION),
    /** Stitches. */
    ALLOW_STITCH("allowStitch", Kind.OPTION),
    /** Music for photos. */
    AUTO_ADD_MUSIC("autoAddMusic", Kind.OPTION),
    /** Own brand. */
    BRAND_ORGANIC("brandOrganicToggle", Kind.OPTION),
    /** Paid partnership. */
    BRAND_CONTENT("brandContentToggle", Kind.OPTION),
    /** Title of a slideshow. */
    PHOTO_TITLE("photoTitle", Kind.OPTION),
    /** Made by AI. */
    IS_AIGC("isAigc", Kind.OPTION),
    /** Cover of a video. */
    VIDEO_COVER("videoCoverTimestampMs", Kind.OPTION),
    /** Cover of a slideshow. */
    PHOTO_COVER("photoCoverIndex", Kind.OPTION),
    /** Publish, or deliver to the inbox. */
    POST_MODE("postMode", Kind.OPTION),
    /** How photos are made to fit. */
    PHOTO_FIT("photoFit", Kind.OPTION),
    /** Whether a video is repaired. */
    AUTO_REPAIR("autoRepair", Kind.OPTION),
    /** How late it may still be published. */
    SKIP_AFTER("skipAfter", Kind.OPTION),
    /** How long it is tried. */
    GIVE_UP_AFTER("giveUpAfter", Kind.OPTION),
    /** Export only: the post. */
    ID("id", Kind.OTHER),
    /** Export only: where the target stands. */
    STATUS("status", Kind.OTHER),
    /** Export only: TikTok's id of the post. */
    EXTERNAL_POST_ID("externalPostId", Kind.OTHER),
    /** Export only: its address. */
    EXTERNAL_URL("externalUrl", Kind.OTHER),
    /** Export only: why it failed. */
    ERROR_CODE("errorCode", Kind.OTHER),
    /** Export only: the same for people. */
    ERROR_MESSAGE("errorMessage", Kind.OTHER);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final String header;
    private final Kind kind;

    CsvColumn(String header, Kind kind) {
        this.header = header;
        this.kind = kind;
    }

    String header() {
        return header;
    }

    static @Nullable CsvColumn named(String header) {
        return Arrays.stream(values())
                .filter(column -> column.header.equals(header))
                .findFirst()
                .orElse(null);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(CsvColumn::header).toList();
    }

    /** The fields of a post, without targets. */
    static Map<String, Object> post(Map<CsvColumn, String> row) {
        Map<String, Object> post = fields(row, Kind.POST);
        post.put("platforms", new ArrayList<>());
        return post;
    }

    /** The first of the post's own columns in which a further row says something else than the first one. */
    static Optional<CsvColumn> contradiction(Map<CsvColumn, String> first, Map<CsvColumn, String> further) {
        return further.entrySet().stream()
                .filter(cell ->
                        cell.getKey().kind == Kind.POST && !cell.getValue().equals(first.get(cell.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Adds a row's target to a body. */
    @SuppressWarnings("unchecked") // The list was made by post().
    static void addTarget(Map<String, Object> post, Map<CsvColumn, String> row) {
        Map<String, Object> target = fields(row, Kind.TARGET);
        String media = row.get(MEDIA_IDS);
        if (media != null) {
            target.put(MEDIA_IDS.header, List.of(SPACES.split(media.strip())));
        }
        target.put("platformOptions", fields(row, Kind.OPTION));
        ((List<Object>) Objects.requireNonNull(post.get("platforms"))).add(target);
    }

    /** The row of a target. */
    static Map<CsvColumn, String> row(PostView post, PostView.Target target) {
        Map<CsvColumn, String> row = new EnumMap<>(CsvColumn.class);
        put(row, POST_KEY, post.id());
        put(row, CONTENT, post.caption());
        put(row, target.scheduledFor() == null ? DRAFT_SCHEDULED_FOR : SCHEDULED_FOR, post.scheduledAt());
        put(row, TIMEZONE, post.timezone());
        put(row, MEDIA_IDS, String.join(" ", mediaIds(post, target)));
        put(row, ACCOUNT_ID, target.socialAccountId());
        put(row, CAPTION_OVERRIDE, target.captionOverride());
        options(row, target.platformOptions());
        put(row, ID, post.id());
        put(row, STATUS, target.status());
        put(row, EXTERNAL_POST_ID, target.externalPostId());
        put(row, EXTERNAL_URL, target.externalUrl());
        put(row, ERROR_CODE, target.errorCode());
        put(row, ERROR_MESSAGE, target.errorMessage());
        return row;
    }

    private static void options(Map<CsvColumn, String> row, PlatformOptions options) {
        put(row, PLATFORM, options.platform());
        put(row, PRIVACY, options.privacy());
        put(row, ALLOW_COMMENTS, options.allowComments());
        put(row, ALLOW_DUET, options.allowDuet());
        put(row, ALLOW_STITCH, options.allowStitch());
        put(row, AUTO_ADD_MUSIC, options.autoAddMusic());
        put(row, BRAND_ORGANIC, options.brandOrganicToggle());
        put(row, BRAND_CONTENT, options.brandContentToggle());
        put(row, PHOTO_TITLE, options.photoTitle());
        put(row, IS_AIGC, options.isAigc());
        put(row, VIDEO_COVER, options.videoCoverTimestampMs());
        put(row, PHOTO_COVER, options.photoCoverIndex());
        put(row, POST_MODE, options.postMode());
        put(row, PHOTO_FIT, options.photoFit());
        put(row, AUTO_REPAIR, options.autoRepair());
        put(row, SKIP_AFTER, options.skipAfter());
        put(row, GIVE_UP_AFTER, options.giveUpAfter());
    }

    private static List<String> mediaIds(PostView post, PostView.Target target) {
        return target.mediaIds().isEmpty()
                ? post.media().stream().map(PostView.Media::mediaAssetId).toList()
                : target.mediaIds();
    }

    private static void put(Map<CsvColumn, String> row, CsvColumn column, @Nullable Object value) {
        row.put(column, value == null ? "" : value.toString());
    }

    private static Map<String, Object> fields(Map<CsvColumn, String> row, Kind kind) {
        Map<String, Object> fields = new LinkedHashMap<>();
        row.forEach((column, cell) -> {
            if (column.kind == kind && column != MEDIA_IDS) {
                fields.put(column.header, column.value(cell));
            }
        });
        return fields;
    }

    /** A cell as the body has it; what does not fit stays text, and the rules say so in its place. */
    private Object value(String cell) {
        return switch (this) {
            case PUBLISH_NOW,
                    ALLOW_COMMENTS,
                    ALLOW_DUET,
                    ALLOW_STITCH,
                    AUTO_ADD_MUSIC,
                    BRAND_ORGANIC,
                    BRAND_CONTENT,
                    IS_AIGC,
                    AUTO_REPAIR -> cell.equals("true") || cell.equals("false") ? Boolean.valueOf(cell) : cell;
            case VIDEO_COVER, PHOTO_COVER -> NUMBER.matcher(cell).matches() ? Long.valueOf(cell) : cell;
            default -> cell;
        };
    }

    /** Where a column's cell goes. */
    private enum Kind {
        /** Into the post. */
        POST,
        /** Into the target. */
        TARGET,
        /** Into the target's options. */
        OPTION,
        /** Nowhere. */
        OTHER
    }
}
