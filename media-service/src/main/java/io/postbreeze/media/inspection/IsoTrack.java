package io.postbreeze.media.inspection;

import org.jspecify.annotations.Nullable;

/** One track of an MP4 or MOV file, read box by box in whatever order they come. */
final class IsoTrack {
    private final ProbeBuffer file;
    private long id;
    private int rotation;
    private long timescale;
    private long duration;
    private String handler = "";
    private @Nullable String code;
    private int width;
    private int height;
    private long samples = -1;

    private IsoTrack(ProbeBuffer file) {
        this.file = file;
    }

    static IsoTrack read(ProbeBuffer file, Box trak) {
        IsoTrack track = new IsoTrack(file);
        for (Box box : trak.children(file)) {
            switch (box.type()) {
                case "tkhd" -> track.header(box);
                case "mdia" -> track.media(box);
                default -> {}
            }
        }
        return track;
    }

    boolean isVideo() {
        return handler.equals("vide") && code != null;
    }

    boolean isAudio() {
        return handler.equals("soun") && code != null;
    }

    long id() {
        return id;
    }

    int rotation() {
        return rotation;
    }

    /** Ticks per second, 0 when the track does not tell. */
    long timescale() {
        return timescale;
    }

    /** Length in ticks of what the index describes; fragments come on top. */
    long duration() {
        return duration;
    }

    /** Pictures or pieces of sound that the index describes; fragments come on top. */
    long samples() {
        return Math.max(samples, 0);
    }

    String codec() {
        return code == null ? "unknown" : Codecs.ofFourCharacters(code);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private void header(Box tkhd) {
        boolean wide = file.u8(tkhd.requireLength(84).body()) == 1;
        tkhd.requireLength(wide ? 96 : 84);
        id = file.u32(tkhd.body() + (wide ? 20 : 12));
        long matrix = tkhd.body() + (wide ? 52 : 40);
        double turned = Math.toDegrees(Math.atan2(file.i32(matrix + 4), file.i32(matrix)));
        rotation = Math.floorMod(Math.round(turned / 90) * 90, 360);
    }

    private void media(Box mdia) {
        for (Box box : mdia.children(file)) {
            switch (box.type()) {
                case "mdhd" -> {
                    IsoClock clock = IsoClock.read(file, box);
                    timescale = clock.timescale();
                    duration = clock.duration();
                }
                case "hdlr" -> handler = file.ascii(box.requireLength(12).body() + 8, 4);
                case "minf" -> sampleTables(box);
                default -> {}
            }
        }
    }

    private void sampleTables(Box minf) {
        for (Box box : minf.children(file)) {
            if (box.type().equals("stbl")) {
                sampleTable(box);
            }
        }
    }

    private void sampleTable(Box stbl) {
        for (Box box : stbl.children(file)) {
            switch (box.type()) {
                case "stsd" -> description(box);
                case "stsz", "stz2" -> samples = count(box);
                default -> {}
            }
            if (knowsEnough()) {
                return;
            }
        }
    }

    /** Tables are long and each costs a read to step over, so none is visited without need. */
    private boolean knowsEnough() {
        return code != null && (samples >= 0 || (!handler.isEmpty() && !handler.equals("vide")));
    }

    private void description(Box stsd) {
        long entry = stsd.requireLength(16).body() + 8;
        code = file.ascii(entry + 4, 4);
        if (stsd.length() >= 8 + 36) {
            width = file.u16(entry + 32);
            height = file.u16(entry + 34);
        }
    }

    private long count(Box sizes) {
        long count = file.u32(sizes.requireLength(12).body() + 8);
        boolean listed = sizes.type().equals("stsz") && file.u32(sizes.body() + 4) == 0;
        if (listed && count * 4 > sizes.length() - 12) {
            throw UnreadableMedia.damaged("it promises more pictures than it lists");
        }
        return count;
    }
}
