package io.postbreeze.media.inspection;

import java.util.Locale;

/** File formats of videos that can be read. */
public enum Container {
    /** ISO base media, fragmented or not. */
    MP4("video/mp4"),
    /** QuickTime. */
    MOV("video/quicktime"),
    /** The subset of Matroska that browsers play and record. */
    WEBM("video/webm"),
    /** Matroska outside that subset. */
    MATROSKA("video/x-matroska");

    private final String contentType;

    Container(String contentType) {
        this.contentType = contentType;
    }

    /** MIME type. */
    public String contentType() {
        return contentType;
    }

    /** Short name in contracts and tables: {@code mp4}, {@code mov}, {@code webm}, {@code matroska}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
