package io.postbreeze.media.inspection;

/**
 * Looks at a file and tells what it really is. Reads a few small ranges (at most 3 MB of any file, usually under 30
 * kB), uses little memory, always ends, and throws nothing but what the {@link RangeReader} throws.
 */
public final class MediaInspector {
    private MediaInspector() {}

    /** Inspects a file. */
    public static Inspection inspect(RangeReader file) {
        ProbeBuffer buffer = new ProbeBuffer(file);
        try {
            return new Inspection(read(buffer), buffer.bytesRead());
        } catch (UnreadableMedia unreadable) {
            return new Inspection(unreadable.rejection(), buffer.bytesRead());
        }
    }

    private static MediaFacts read(ProbeBuffer file) {
        if (file.size() == 0) {
            throw UnreadableMedia.of(RejectionCode.MEDIA_EMPTY, "The file has no bytes. Upload it again.");
        }
        FileSignature signature = FileSignature.of(file);
        return switch (signature) {
            case ISO_MEDIA -> IsoMedia.read(file);
            case MATROSKA -> MatroskaMedia.read(file);
            case JPEG -> Photo.jpeg(file);
            case PNG -> Photo.png(file);
            case WEBP -> Photo.webp(file);
            case GIF -> Photo.gif(file);
            case HEIF, AVI -> throw refusal(RejectionCode.MEDIA_FORMAT_UNSUPPORTED, signature);
            default -> throw refusal(RejectionCode.MEDIA_NOT_RECOGNISED, signature);
        };
    }

    private static UnreadableMedia refusal(RejectionCode code, FileSignature signature) {
        return UnreadableMedia.of(
                code,
                "The file is " + signature.description()
                        + ". Upload a video as MP4, MOV or WebM, or a photo as JPEG, PNG or WebP.");
    }
}
