package io.postbreeze.media.inspection;

import java.util.Locale;

/** One name per codec, whatever the container calls it. */
final class Codecs {
    private Codecs() {}

    /** Name of a four-character code in an MP4 or MOV sample description. */
    static String ofFourCharacters(String code) {
        return switch (code) {
            case "avc1", "avc3", "dvav", "dva1" -> "h264";
            case "hvc1", "hev1", "dvh1", "dvhe" -> "h265";
            case "vp08" -> "vp8";
            case "vp09" -> "vp9";
            case "av01" -> "av1";
            case "mp4v" -> "mpeg4";
            case "apch", "apcn", "apcs", "apco", "ap4h", "ap4x" -> "prores";
            case "mp4a" -> "aac";
            case "Opus" -> "opus";
            case "fLaC" -> "flac";
            case "ac-3" -> "ac3";
            case "ec-3" -> "eac3";
            case "lpcm", "sowt", "twos", "ipcm", "fpcm" -> "pcm";
            default -> plain(code);
        };
    }

    /** Name of a Matroska codec id. */
    static String ofMatroska(String id) {
        return switch (id) {
            case "V_VP8" -> "vp8";
            case "V_VP9" -> "vp9";
            case "V_AV1" -> "av1";
            case "V_MPEG4/ISO/AVC" -> "h264";
            case "V_MPEGH/ISO/HEVC" -> "h265";
            case "A_OPUS" -> "opus";
            case "A_VORBIS" -> "vorbis";
            default -> id.startsWith("A_AAC") ? "aac" : plain(id);
        };
    }

    /** A file's own name, harmless to show and store. */
    private static String plain(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9_./-]", "").toLowerCase(Locale.ROOT);
        return clean.isEmpty() ? "unknown" : clean;
    }
}
