package io.postbreeze.media.inspection;

/** Reads what photos are from their headers; not a pixel is decoded. */
final class Photo {
    private static final int MOST_SEGMENTS = 512;
    private static final int APP1 = 0xE1;
    private static final int WEBP_ANIMATION = 0x02;

    private Photo() {}

    static PhotoFacts jpeg(ProbeBuffer file) {
        long at = 2;
        int orientation = Exif.UPRIGHT;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            if (file.u8(at) != 0xFF) {
                throw UnreadableMedia.damaged("it is no complete JPEG");
            }
            int marker = file.u8(at + 1);
            if (isFrame(marker)) {
                return facts(PhotoFormat.JPEG, file.u16(at + 7), file.u16(at + 5), orientation, false);
            }
            if (marker == APP1 && orientation == Exif.UPRIGHT) {
                orientation = Exif.orientation(file, at + 4, segmentLength(file, at) - 2);
            }
            at += marker == 0xFF ? 1 : isBare(marker) ? 2 : 2 + segmentLength(file, at);
        }
        throw UnreadableMedia.tooComplex("it has too many parts before the picture");
    }

    private static int segmentLength(ProbeBuffer file, long at) {
        int length = file.u16(at + 2);
        if (length < 2) {
            throw UnreadableMedia.damaged("it is no complete JPEG");
        }
        return length;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isBare(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    static PhotoFacts png(ProbeBuffer file) {
        if (!file.ascii(12, 4).equals("IHDR")) {
            throw UnreadableMedia.damaged("it is a PNG without a header");
        }
        return facts(PhotoFormat.PNG, file.u32(16), file.u32(20), Exif.UPRIGHT, isAnimatedPng(file));
    }

    /** What says that a PNG moves stands before its first pixels. */
    private static boolean isAnimatedPng(ProbeBuffer file) {
        long at = 8;
        for (int i = 0; i < MOST_SEGMENTS && at + 8 <= file.size(); i++) {
            switch (file.ascii(at + 4, 4)) {
                case "acTL" -> {
                    return true;
                }
                case "IDAT", "IEND" -> {
                    return false;
                }
                default -> at += 12 + file.u32(at);
            }
        }
        return false;
    }

    /** Whether it moves is not looked at: no GIF can be posted. */
    static PhotoFacts gif(ProbeBuffer file) {
        return facts(PhotoFormat.GIF, file.littleEndian(6, 2), file.littleEndian(8, 2), Exif.UPRIGHT, false);
    }

    static PhotoFacts webp(ProbeBuffer file) {
        if (file.littleEndian(4, 4) + 8 > file.size()) {
            throw UnreadableMedia.cutOff();
        }
        return switch (file.ascii(12, 4)) {
            case "VP8X" ->
                webp(file.littleEndian(24, 3) + 1, file.littleEndian(27, 3) + 1, (file.u8(20) & WEBP_ANIMATION) != 0);
            case "VP8L" -> losslessWebp(file.littleEndian(21, 4));
            case "VP8 " -> webp(file.littleEndian(26, 2) & 0x3fff, file.littleEndian(28, 2) & 0x3fff, false);
            default -> throw UnreadableMedia.damaged("it is a WebP without a picture");
        };
    }

    private static PhotoFacts losslessWebp(long bits) {
        return webp((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1, false);
    }

    private static PhotoFacts webp(long width, long height, boolean animated) {
        return facts(PhotoFormat.WEBP, width, height, Exif.UPRIGHT, animated);
    }

    private static PhotoFacts facts(PhotoFormat format, long width, long height, int orientation, boolean animated) {
        Size size = Size.of(width, height).orDamaged();
        return new PhotoFacts(format, size.width(), size.height(), orientation, animated);
    }
}
