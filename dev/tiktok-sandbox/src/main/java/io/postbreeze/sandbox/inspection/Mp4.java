package io.postbreeze.sandbox.inspection;

import io.postbreeze.sandbox.inspection.Boxes.Box;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Reads the movie box of an MP4 or MOV. */
final class Mp4 {
    private Mp4() {}

    /** What a movie box says; unreadable when it has no video track or lies about its own structure. */
    static Finding read(ByteBuffer moov) {
        try {
            List<Box> boxes = Boxes.within(moov);
            Optional<Box> video = boxes.stream()
                    .filter(box -> box.type().equals("trak"))
                    .filter(Mp4::isVideo)
                    .findFirst();
            return video.flatMap(Mp4::track).orElse(Finding.UNREADABLE);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Finding.UNREADABLE;
        }
    }

    private static boolean isVideo(Box track) {
        return track.child("mdia")
                .flatMap(media -> media.child("hdlr"))
                .map(handler -> Boxes.type(handler.content().duplicate().position(8)))
                .filter("vide"::equals)
                .isPresent();
    }

    private static Optional<Finding> track(Box track) {
        Optional<Box> media = track.child("mdia");
        Optional<Box> table = media.flatMap(box -> box.child("minf")).flatMap(box -> box.child("stbl"));
        Optional<Box> sample = table.flatMap(box -> box.child("stsd"));
        Optional<Double> seconds = media.flatMap(box -> box.child("mdhd")).map(Mp4::seconds);
        if (sample.isEmpty() || seconds.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer entry = sample.get().content().duplicate().position(12);
        String codec = Boxes.type(entry);
        int width = entry.getShort(entry.position() + 24) & 0xffff;
        int height = entry.getShort(entry.position() + 26) & 0xffff;
        double length = seconds.get();
        long frames = table.flatMap(box -> box.child("stts")).map(Mp4::frames).orElse(0L);
        double rate = length > 0 ? frames / length : 0;
        return Optional.of(new Finding(true, codec, Math.round(length * 1000), width, height, rate));
    }

    private static double seconds(Box header) {
        ByteBuffer content = header.content().duplicate();
        boolean wide = content.get(0) == 1;
        content.position(wide ? 20 : 12);
        long scale = content.getInt() & 0xffff_ffffL;
        long duration = wide ? content.getLong() : content.getInt() & 0xffff_ffffL;
        return scale == 0 ? 0 : (double) duration / scale;
    }

    private static long frames(Box timeToSample) {
        ByteBuffer content = timeToSample.content().duplicate().position(4);
        long entries = content.getInt() & 0xffff_ffffL;
        long frames = 0;
        for (long i = 0; i < entries && content.remaining() >= 8; i++) {
            frames += content.getInt() & 0xffff_ffffL;
            content.getInt();
        }
        return frames;
    }
}
