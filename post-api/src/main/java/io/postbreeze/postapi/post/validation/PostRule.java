package io.postbreeze.postapi.post.validation;

import java.util.Locale;

/**
 * Every rule a request can break: its name is the code of the contract. The list is closed; {@code docs/errors.md} and
 * the page behind {@link #anchor()} are made from it.
 */
public enum PostRule {
    /** Both or neither of the two lists of accounts were sent. */
    MUST_SPECIFY_EXACTLY_ONE(
            400,
            "Both or neither of the two lists of accounts were sent.",
            "Send platforms (flat shape) or targets (nested shape)."),
    /** A field has a name that nobody knows. */
    UNKNOWN_FIELD(
            400,
            "A field has a name that nobody knows.",
            "Correct the name or leave the field out; nothing is silently ignored."),
    /** A field that must be there is missing or empty. */
    FIELD_REQUIRED(400, "A field that must be there is missing or empty.", "Add it."),
    /** A value has the wrong type or form. */
    FIELD_INVALID(400, "A value has the wrong type or form.", "Send what the message asks for."),
    /** The time has passed by more than 60 seconds. */
    SCHEDULED_TIME_IN_PAST(
            400, "The time has passed by more than 60 seconds.", "Choose a later time, or send publishNow: true."),
    /** An account is named twice in one post. */
    DUPLICATE_TARGET(
            422,
            "An account is named twice in one post.",
            "Name it once; make a second post for a second publication."),
    /** There is no such account in this workspace. */
    ACCOUNT_NOT_FOUND(
            422,
            "There is no such account in this workspace.",
            "List the accounts by GET /social-accounts and take an id from there."),
    /** TikTok no longer accepts the account's tokens. */
    ACCOUNT_NEEDS_RECONNECT(
            422, "TikTok no longer accepts the account's tokens.", "Connect the account again; it keeps its id."),
    /** The creator has not allowed what this post needs. */
    ACCOUNT_SCOPE_MISSING(
            422,
            "The creator has not allowed what this post needs.",
            "Connect the account again and leave every permission switched on."),
    /** The options are for another kind of account. */
    PLATFORM_MISMATCH(422, "The options are for another kind of account.", "Send the platform of the account."),
    /** No privacy level was set; TikTok wants the creator to choose, so there is no default. */
    TT_PRIVACY_REQUIRED(
            422,
            "No privacy level was set; TikTok wants the creator to choose, so there is no default.",
            "Send PUBLIC_TO_EVERYONE, MUTUAL_FOLLOW_FRIENDS, FOLLOWER_OF_CREATOR or SELF_ONLY."),
    /** The privacy level does not exist, or TikTok does not offer it to this creator. */
    TT_PRIVACY_NOT_ALLOWED(
            422,
            "The privacy level does not exist, or TikTok does not offer it to this creator.",
            "Pick one of the levels that the message names."),
    /** TikTok has not audited this server's app and refuses everything that is not private. */
    TT_APP_UNAUDITED(
            422,
            "TikTok has not audited this server's app and refuses everything that is not private.",
            "Send SELF_ONLY until the app has passed TikTok's audit."),
    /** Branded content must be public. */
    TT_BRANDED_PRIVATE(
            422, "Branded content must be public.", "Send PUBLIC_TO_EVERYONE, or switch brandContentToggle off."),
    /** The caption has more than 2,200 UTF-16 units. */
    TT_CAPTION_TOO_LONG(
            422, "The caption has more than 2,200 UTF-16 units.", "Shorten it; an emoji counts as two units or more."),
    /** The caption holds a control character. */
    TT_CAPTION_CHARACTER(
            422,
            "The caption holds a control character.",
            "Leave out everything below U+0020 but line breaks and tabs."),
    /** The photo title has more than 90 UTF-16 units. */
    TT_PHOTO_TITLE_TOO_LONG(422, "The photo title has more than 90 UTF-16 units.", "Shorten it."),
    /** TikTok's API has no first comment. */
    TT_FIRST_COMMENT_UNSUPPORTED(422, "TikTok's API has no first comment.", "Leave firstComment out."),
    /** The cover is outside the post: a frame beyond the video, or a photo that is not there. */
    TT_COVER_OUT_OF_RANGE(
            422,
            "The cover is outside the post: a frame beyond the video, or a photo that is not there.",
            "Name a time within the video, or a place within the photos, from 0."),
    /** TikTok has no posts without media. */
    TT_MEDIA_REQUIRED(422, "TikTok has no posts without media.", "Name one video or up to 35 photos."),
    /** A post takes one video. */
    TT_TOO_MANY_VIDEOS(422, "A post takes one video.", "Make a post for each video."),
    /** A post takes at most 35 photos. */
    TT_TOO_MANY_PHOTOS(422, "A post takes at most 35 photos.", "Leave some out or make a second post."),
    /** Photos and a video are in one post. */
    TT_MIXED_MEDIA(422, "Photos and a video are in one post.", "Publish a carousel or a single video; pick one."),
    /** The address of a file cannot be fetched. */
    MEDIA_URL_INVALID(
            422,
            "The address of a file cannot be fetched.",
            "Send an absolute https:// address that anybody can open."),
    /** Media cannot be fetched from an address yet. */
    MEDIA_ITEMS_UNAVAILABLE(
            422,
            "Media cannot be fetched from an address yet.",
            "Upload it by POST /media/presign and name it in mediaIds."),
    /** There is no such media asset in this workspace. */
    MEDIA_NOT_FOUND(
            422, "There is no such media asset in this workspace.", "Upload the file and take the id from the answer."),
    /** The file was announced but its bytes never came. */
    MEDIA_NOT_UPLOADED(
            422, "The file was announced but its bytes never came.", "PUT it to the uploadUrl, then create the post."),
    /** The file is not what it claims, or cannot be read. */
    MEDIA_REJECTED(
            422,
            "The file is not what it claims, or cannot be read.",
            "Export it again as MP4, MOV, WebM, JPEG, PNG or WebP."),
    /** A video is over 500 MB or a photo over 20 MB. */
    TT_MEDIA_TOO_LARGE(
            422, "A video is over 500 MB or a photo over 20 MB.", "Compress or transcode it before uploading."),
    /** A video is shorter than 3 seconds, or longer than 10 minutes or than this creator may post. */
    TT_DURATION_OUT_OF_RANGE(
            422,
            "A video is shorter than 3 seconds, or longer than 10 minutes or than this creator may post.",
            "Trim it before uploading."),
    /** TikTok does not take this container, codec or kind of file. */
    TT_MEDIA_FORMAT_UNSUPPORTED(
            422,
            "TikTok does not take this container, codec or kind of file.",
            "Use MP4, MOV or WebM with H.264, or JPEG, PNG or WebP."),
    /** The frame rate is outside 23 to 60 frames a second. */
    TT_FRAME_RATE_OUT_OF_RANGE(
            422, "The frame rate is outside 23 to 60 frames a second.", "Transcode the video to 30 frames a second."),
    /** A side of the picture is outside 360 to 4,096 pixels. */
    TT_PICTURE_SIZE_OUT_OF_RANGE(
            422, "A side of the picture is outside 360 to 4,096 pixels.", "Scale it; 1080 × 1920 is best."),
    /** TikTok does not fetch from the host of the media's public address. */
    TT_DOMAIN_UNVERIFIED(
            422,
            "TikTok does not fetch from the host of the media's public address.",
            "Add the host to the verified domains in TikTok's developer portal.");

    private final int status;
    private final String meaning;
    private final String fix;

    PostRule(int status, String meaning, String fix) {
        this.status = status;
        this.meaning = meaning;
        this.fix = fix;
    }

    /** HTTP status of an answer that is about this rule. */
    public int status() {
        return status;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What to do, in a sentence. */
    public String fix() {
        return fix;
    }

    /** Where it is explained, below the server's address. */
    public String anchor() {
        return "/docs/errors#" + name().toLowerCase(Locale.ROOT);
    }
}
