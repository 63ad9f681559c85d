package io.postbreeze.sandbox.inspection;

import java.io.IOException;

/** Tells the formats of photos apart by their first bytes. */
final class PhotoFile {
    private PhotoFile() {}

    static Finding read(FileBytes file) throws IOException {
        if (file.u16(0) == Jpeg.START) {
            return Jpeg.read(file);
        }
        if (file.text(0, 4).equals("RIFF") && file.text(8, 4).equals("WEBP")) {
            return WebP.read(file);
        }
        throw new Malformed("Neither a JPEG nor a WebP");
    }
}
