package io.postbreeze.media.inspection;

import java.util.Locale;
import java.util.Set;

/** The kind of a file by its first bytes; names and headers are not asked. */
enum FileSignature {
    ISO_MEDIA("an MP4 or MOV video"),
    MATROSKA("a WebM video"),
    JPEG("a JPEG photo"),
    PNG("a PNG photo"),
    WEBP("a WebP photo"),
    GIF("a GIF"),
    HEIF("a HEIC or AVIF photo"),
    AVI("an AVI video"),
    ZIP("a zip archive or an Office document"),
    PDF("a PDF document"),
    WEB_PAGE("a web page, as when a sharing link was saved instead of the file behind it"),
    PROGRAM("a program"),
    TEXT("text"),
    UNKNOWN("of no known media format");

    private static final int HEAD = 512;
    private static final Set<String> FIRST_BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");
    private static final Set<String> STILL_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "avif");

    private final String description;

    FileSignature(String description) {
        this.description = description;
    }

    /** What it is, to go on after "the file is". */
    String description() {
        return description;
    }

    static FileSignature of(ProbeBuffer file) {
        String head = file.head(HEAD);
        if (head.length() >= 12 && FIRST_BOXES.contains(head.substring(4, 8))) {
            boolean still = head.startsWith("ftyp", 4) && STILL_BRANDS.contains(head.substring(8, 12));
            return still ? HEIF : ISO_MEDIA;
        }
        if (head.startsWith("RIFF")) {
            return head.startsWith("WEBP", 8) ? WEBP : head.startsWith("AVI ", 8) ? AVI : UNKNOWN;
        }
        return byStart(head);
    }

    private static FileSignature byStart(String head) {
        if (head.startsWith("\u001aE\u00df\u00a3")) {
            return MATROSKA;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GIF;
        }
        return useless(head);
    }

    private static FileSignature useless(String head) {
        if (head.startsWith("PK\u0003\u0004")) {
            return ZIP;
        }
        if (head.startsWith("%PDF")) {
            return PDF;
        }
        if (head.startsWith("MZ") || head.startsWith("\u007fELF")) {
            return PROGRAM;
        }
        String text = head.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.contains("<head")) {
            return WEB_PAGE;
        }
        return head.chars().allMatch(c -> (c >= 0x20 && c < 0x7f) || Character.isWhitespace(c)) ? TEXT : UNKNOWN;
    }
}
