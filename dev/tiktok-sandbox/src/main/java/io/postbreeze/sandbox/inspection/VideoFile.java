package io.postbreeze.sandbox.inspection;

import java.io.IOException;
import java.util.Set;

/** Tells the containers of videos apart by their first bytes. */
final class VideoFile {
    private static final long EBML = 0x1A45DFA3;

    /** What a MOV of old begins with: QuickTime had no file type box. */
    private static final Set<String> FIRST_BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

    private VideoFile() {}

    static Finding read(FileBytes file) throws IOException {
        if (file.u32(0) == EBML) {
            return WebM.read(file);
        }
        if (FIRST_BOXES.contains(file.text(4, 4))) {
            return Mp4.read(file);
        }
        throw new Malformed("No container of videos");
    }
}
