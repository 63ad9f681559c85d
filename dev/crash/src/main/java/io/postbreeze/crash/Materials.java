package io.postbreeze.crash;

import io.postbreeze.bench.stack.StackApi;
import io.postbreeze.crash.Subject.File;
import io.postbreeze.testkit.SampleVideo;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** The files that are posted, stored once. */
final class Materials {
    private static final int PHOTOS = 2;

    private final Map<File, Stored> stored = new EnumMap<>(File.class);

    private Materials() {}

    static Materials storedIn(StackApi api, Path directory) throws IOException, InterruptedException {
        Materials materials = new Materials();
        for (File file : File.values()) {
            materials.stored.put(file, file.isVideo() ? video(api, file, directory) : carousel(api));
        }
        return materials;
    }

    private static Stored video(StackApi api, File file, Path directory) throws IOException, InterruptedException {
        byte[] bytes = file.size() == 0
                ? SampleVideo.bytes()
                : Files.readAllBytes(SampleVideo.paddedTo(file.size(), directory.resolve(file + ".mp4")));
        return new Stored(List.of(api.upload(file + ".mp4", "video/mp4", bytes)), sha256(bytes));
    }

    private static Stored carousel(StackApi api) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            ids.add(api.upload("photo" + i + ".jpg", "image/jpeg", photo(i)));
        }
        return new Stored(ids, "");
    }

    private static byte[] photo(int number) throws IOException {
        BufferedImage image = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(number / (float) PHOTOS, 0.6f, 0.9f));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    Stored of(File file) {
        return Objects.requireNonNull(stored.get(file));
    }

    /**
     * A file in the store.
     *
     * @param mediaIds its ids
     * @param sha256 of the video, empty for photos
     */
    record Stored(List<String> mediaIds, String sha256) {
        Stored {
            mediaIds = List.copyOf(mediaIds);
        }
    }
}
