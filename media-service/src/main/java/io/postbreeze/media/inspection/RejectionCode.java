package io.postbreeze.media.inspection;

/** Kinds of trouble that make a file useless; the names are part of the contract. */
public enum RejectionCode {
    /** No bytes at all. */
    MEDIA_EMPTY,
    /** Something else than a photo or a video, such as a web page. */
    MEDIA_NOT_RECOGNISED,
    /** A photo or video in a format that is not read here, such as AVI or HEIC. */
    MEDIA_FORMAT_UNSUPPORTED,
    /** Cut off, or contradicting itself. */
    MEDIA_DAMAGED,
    /** A media file without pictures, such as sound only. */
    MEDIA_NO_VIDEO,
    /** More structure than a real recording has; reading on would cost too much. */
    MEDIA_TOO_COMPLEX,
    /** Not as many bytes as were announced when the upload was asked for. */
    MEDIA_SIZE_MISMATCH,
    /** No URL. */
    MEDIA_URL_INVALID,
    /** A URL that nothing is ever fetched from: a private address, another scheme or port, a password in it. */
    MEDIA_URL_FORBIDDEN,
    /** No answer from there, or one that broke off. */
    MEDIA_URL_UNREACHABLE,
    /** An answer, but not 200. */
    MEDIA_URL_STATUS,
    /** Bytes that came too slowly. */
    MEDIA_URL_TOO_SLOW,
    /** Something else than a photo or a video was there, such as a sharing page. */
    MEDIA_URL_NOT_MEDIA,
    /** We stopped while fetching; nothing is wrong with the URL. */
    MEDIA_URL_INTERRUPTED,
    /** More bytes than may be posted. */
    TT_MEDIA_TOO_LARGE
}
