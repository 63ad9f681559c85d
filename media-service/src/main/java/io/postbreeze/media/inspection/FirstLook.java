package io.postbreeze.media.inspection;

import java.util.Arrays;

/**
 * What a file is by its first bytes alone, before the rest of it is here.
 *
 * @param kind what it is good for
 * @param contentType its MIME type; of the family's best known member where the first bytes leave it open
 * @param description what it is, to go on after "the file is"
 */
public record FirstLook(Kind kind, String contentType, String description) {
    /** How many bytes are enough. */
    public static final int ENOUGH = 4_096;

    /** Looks at the first bytes of a file, all of them when it has fewer than {@link #ENOUGH}. */
    public static FirstLook at(byte[] head) {
        FileSignature signature = FileSignature.of(new ProbeBuffer(new Head(head)));
        return switch (signature) {
            case ISO_MEDIA -> of(Kind.VIDEO, "video/mp4", signature);
            case MATROSKA -> of(Kind.VIDEO, "video/webm", signature);
            case JPEG -> of(Kind.PHOTO, "image/jpeg", signature);
            case PNG -> of(Kind.PHOTO, "image/png", signature);
            case WEBP -> of(Kind.PHOTO, "image/webp", signature);
            case GIF -> of(Kind.PHOTO, "image/gif", signature);
            case HEIF, AVI -> of(Kind.UNSUPPORTED, "application/octet-stream", signature);
            default -> of(Kind.NOT_MEDIA, "application/octet-stream", signature);
        };
    }

    private static FirstLook of(Kind kind, String contentType, FileSignature signature) {
        return new FirstLook(kind, contentType, signature.description());
    }

    /** What a file is good for. */
    public enum Kind {
        /** A video that can be read. */
        VIDEO,
        /** A photo that can be read. */
        PHOTO,
        /** Media in a format that is not read here. */
        UNSUPPORTED,
        /** No media. */
        NOT_MEDIA
    }

    private static final class Head implements RangeReader {
        private final byte[] bytes;

        Head(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] read(long offset, int length) {
            return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
        }
    }
}
