package io.postbreeze.media.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code moov} box: the index of an MP4 or MOV file, read in a few windows and never as a whole. */
final class IsoMovie {
    private static final long MOST_BYTES = 32L << 20;

    private final List<IsoTrack> tracks = new ArrayList<>();
    private final Map<Long, Long> fragmentDefaults = new HashMap<>();
    private @Nullable IsoClock clock;
    private boolean fragmented;

    static IsoMovie read(ProbeBuffer file, Box moov) {
        if (moov.length() > MOST_BYTES) {
            throw UnreadableMedia.tooComplex("its index is larger than 32 MB");
        }
        IsoMovie movie = new IsoMovie();
        for (Box box : moov.children(file)) {
            switch (box.type()) {
                case "mvhd" -> movie.clock = IsoClock.read(file, box);
                case "trak" -> movie.tracks.add(IsoTrack.read(file, box));
                case "mvex" -> movie.fragmentDefaults(file, box);
                default -> {}
            }
        }
        return movie;
    }

    Optional<IsoTrack> video() {
        return tracks.stream().filter(IsoTrack::isVideo).findFirst();
    }

    Optional<IsoTrack> audio() {
        return tracks.stream().filter(IsoTrack::isAudio).findFirst();
    }

    IsoClock clock() {
        if (clock == null) {
            throw UnreadableMedia.damaged("its index has no header");
        }
        return clock;
    }

    /** Whether pictures may follow in fragments that the index does not list. */
    boolean fragmented() {
        return fragmented;
    }

    /** Ticks per sample of a track's fragments where they do not say themselves. */
    long defaultDuration(long trackId) {
        return fragmentDefaults.getOrDefault(trackId, 0L);
    }

    private void fragmentDefaults(ProbeBuffer file, Box mvex) {
        fragmented = true;
        for (Box box : mvex.children(file)) {
            if (box.type().equals("trex")) {
                long body = box.requireLength(24).body();
                fragmentDefaults.put(file.u32(body + 4), file.u32(body + 12));
            }
        }
    }
}
