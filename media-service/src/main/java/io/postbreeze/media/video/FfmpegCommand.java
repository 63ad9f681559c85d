package io.postbreeze.media.video;

import io.postbreeze.media.inspection.Container;
import io.postbreeze.media.inspection.VideoFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines of ffmpeg. The file is hostile: its format is what our own inspection found and never what ffmpeg would
 * guess (so that no playlist or script is followed), nothing but local files can be opened, only decoders of common
 * codecs are used, and pictures have a largest size.
 */
final class FfmpegCommand {
    /** Longest side of a poster. */
    static final int POSTER_SIDE = 1280;
    /** Longest side of a thumbnail. */
    static final int THUMBNAIL_SIDE = 320;

    /** 8K in either direction; more does not fit into the memory that is allowed. */
    static final int MOST_PIXELS = 8192 * 4320;

    private static final String DECODERS = "h264,hevc,vp8,vp9,libvpx,libvpx-vp9,av1,libdav1d,libaom-av1,mpeg4,prores,"
            + "aac,mp3,mp3float,opus,libopus,vorbis,libvorbis,flac,alac,ac3,eac3,"
            + "pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be";

    private FfmpegCommand() {}

    /** Tells which encoders there are. */
    static List<String> encoders(String ffmpeg) {
        return List.of(ffmpeg, "-hide_banner", "-nostdin", "-encoders");
    }

    /**
     * Makes two pictures of one moment of a video.
     *
     * @param at which moment
     */
    static List<String> poster(String ffmpeg, VideoFacts video, Duration at, Path source, Path poster, Path thumbnail) {
        List<String> command = new ArrayList<>(common(ffmpeg));
        command.addAll(List.of("-ss", seconds(at)));
        command.addAll(input(video, source));
        command.addAll(List.of(
                "-filter_complex",
                "[0:v:0]split=2[a][b];[a]" + picture(video, POSTER_SIDE) + "[poster];[b]"
                        + picture(video, THUMBNAIL_SIDE) + "[thumbnail]"));
        command.addAll(jpeg("[poster]", poster));
        command.addAll(jpeg("[thumbnail]", thumbnail));
        return List.copyOf(command);
    }

    /** Encodes a moment of nothing, which shows that it can. */
    static List<String> encoding(String ffmpeg, Path to) {
        List<String> command = new ArrayList<>(common(ffmpeg));
        command.addAll(List.of("-f", "lavfi", "-i", "color=s=360x360:r=30:d=0.2"));
        command.addAll(List.of("-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo", "-shortest"));
        command.addAll(encoders(Duration.ofSeconds(1)));
        command.addAll(List.of("-f", "mp4", "file:" + to));
        return List.copyOf(command);
    }

    /** Makes a copy that keeps TikTok's limits: H.264 and AAC in MP4, the index first, rate and sides in range. */
    static List<String> repair(String ffmpeg, VideoFacts video, Path source, Path to) {
        List<String> command = new ArrayList<>(common(ffmpeg));
        // A video of which much cannot be decoded is damaged, not of another kind.
        command.addAll(List.of("-max_error_rate", "0.05"));
        command.addAll(input(video, source));
        command.addAll(List.of("-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn"));
        command.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        command.addAll(List.of("-vf", Mending.of(video).filters()));
        command.addAll(encoders(video.duration()));
        command.addAll(List.of("-movflags", "+faststart", "-flags", "+bitexact", "-fflags", "+bitexact"));
        command.addAll(List.of("-f", "mp4", "file:" + to));
        return List.copyOf(command);
    }

    private static List<String> encoders(Duration length) {
        String most = Long.toString(Mending.mostBitsPerSecond(length));
        return List.of(
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-profile:v",
                "high",
                "-pix_fmt",
                "yuv420p",
                "-crf",
                "20",
                "-maxrate",
                most,
                "-bufsize",
                most,
                "-threads",
                "1",
                "-c:a",
                "aac",
                "-b:a",
                "160k",
                "-ac",
                "2",
                "-ar",
                "48000");
    }

    private static List<String> common(String ffmpeg) {
        return List.of(
                ffmpeg,
                "-hide_banner",
                "-nostdin",
                "-nostats",
                "-loglevel",
                "error",
                "-y",
                "-filter_threads",
                "1",
                "-filter_complex_threads",
                "1");
    }

    private static List<String> input(VideoFacts video, Path source) {
        String format = format(video.container());
        return List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                format,
                "-codec_whitelist",
                DECODERS,
                "-max_pixels",
                Integer.toString(MOST_PIXELS),
                "-threads",
                "1",
                "-f",
                format,
                "-i",
                "file:" + source);
    }

    private static String format(Container container) {
        return switch (container) {
            case MP4, MOV -> "mov";
            case WEBM, MATROSKA -> "matroska";
        };
    }

    private static String picture(VideoFacts video, int longest) {
        Sides sides = Sides.shown(video).within(longest);
        return "scale=" + sides.width() + ":" + sides.height() + ",format=yuvj420p";
    }

    private static List<String> jpeg(String picture, Path to) {
        return List.of(
                "-map",
                picture,
                "-map_metadata",
                "-1",
                "-frames:v",
                "1",
                "-c:v",
                "mjpeg",
                "-q:v",
                "4",
                "-threads",
                "1",
                "-flags",
                "+bitexact",
                "-fflags",
                "+bitexact",
                "-f",
                "mjpeg",
                "file:" + to);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + "." + String.format("%03d", time.toMillisPart());
    }
}
