package io.postbreeze.postapi.post.validation;

/** Every rule a request can break: its name is the code of the contract. */
public enum PostRule {
    /** Both or neither of the two lists of accounts. */
    MUST_SPECIFY_EXACTLY_ONE(400),
    /** A field nobody knows. */
    UNKNOWN_FIELD(400),
    /** A field that must be there. */
    FIELD_REQUIRED(400),
    /** A value of the wrong type or form. */
    FIELD_INVALID(400),
    /** A time that has passed. */
    SCHEDULED_TIME_IN_PAST(400),
    /** The same account twice. */
    DUPLICATE_TARGET(422),
    /** An account that does not exist here. */
    ACCOUNT_NOT_FOUND(422),
    /** An account whose tokens no longer work. */
    ACCOUNT_NEEDS_RECONNECT(422),
    /** Options for another kind of account. */
    PLATFORM_MISMATCH(422),
    /** No privacy level. */
    TT_PRIVACY_REQUIRED(422),
    /** A privacy level that does not exist, or that TikTok does not offer to this creator. */
    TT_PRIVACY_NOT_ALLOWED(422),
    /** Branded content that is not public. */
    TT_BRANDED_PRIVATE(422),
    /** A caption over 2,200 UTF-16 units. */
    TT_CAPTION_TOO_LONG(422),
    /** A photo title over 90 UTF-16 units. */
    TT_PHOTO_TITLE_TOO_LONG(422),
    /** A first comment, which TikTok's API has no place for. */
    TT_FIRST_COMMENT_UNSUPPORTED(422),
    /** Nothing to publish. */
    TT_MEDIA_REQUIRED(422),
    /** More than one video. */
    TT_TOO_MANY_VIDEOS(422),
    /** More than 35 photos. */
    TT_TOO_MANY_PHOTOS(422),
    /** Photos and a video in one post. */
    TT_MIXED_MEDIA(422),
    /** Photo posts, which this version cannot publish. */
    TT_PHOTO_POSTS_UNAVAILABLE(422),
    /** Media by URL, which this version cannot fetch. */
    MEDIA_ITEMS_UNAVAILABLE(422),
    /** Media that does not exist here. */
    MEDIA_NOT_FOUND(422),
    /** Media whose bytes never came. */
    MEDIA_NOT_UPLOADED(422),
    /** Media that is not what it claims, or cannot be read. */
    MEDIA_REJECTED(422),
    /** A file over TikTok's or our limit. */
    TT_MEDIA_TOO_LARGE(422),
    /** A video that is too short or too long. */
    TT_DURATION_OUT_OF_RANGE(422),
    /** A container or codec TikTok does not take. */
    TT_MEDIA_FORMAT_UNSUPPORTED(422),
    /** A frame rate outside 23 to 60. */
    TT_FRAME_RATE_OUT_OF_RANGE(422),
    /** A side outside 360 to 4,096 pixels. */
    TT_PICTURE_SIZE_OUT_OF_RANGE(422);

    private final int status;

    PostRule(int status) {
        this.status = status;
    }

    /** HTTP status of an answer that is about this rule. */
    public int status() {
        return status;
    }
}
