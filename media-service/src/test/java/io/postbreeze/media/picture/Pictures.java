package io.postbreeze.media.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures whose quarters tell which way up they are, and others made byte by byte. */
final class Pictures {
    static final Color TOP_LEFT = Color.RED;
    static final Color TOP_RIGHT = Color.GREEN;
    static final Color BOTTOM_LEFT = Color.BLUE;
    static final Color BOTTOM_RIGHT = Color.YELLOW;

    private Pictures() {}

    static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        fill(graphics, TOP_LEFT, 0, 0, width / 2, height / 2);
        fill(graphics, TOP_RIGHT, width / 2, 0, width - width / 2, height / 2);
        fill(graphics, BOTTOM_LEFT, 0, height / 2, width / 2, height - height / 2);
        fill(graphics, BOTTOM_RIGHT, width / 2, height / 2, width - width / 2, height - height / 2);
        graphics.dispose();
        return image;
    }

    private static void fill(Graphics2D graphics, Color color, int x, int y, int width, int height) {
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("Nothing writes " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage decoded(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path directory, byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(directory, "picture", ""), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JPEG with EXIF that says how the camera was held. */
    static byte[] held(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.capacity());
        return whole.put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A PNG that says it has so many pixels and has none. */
    static byte[] bomb(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[1_000_000]);
        deflater.finish();
        byte[] zeros = new byte[2_000];
        int length = deflater.deflate(zeros);
        deflater.end();
        chunk(png, "IDAT", java.util.Arrays.copyOf(zeros, length));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 4);
        chunk.put(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array());
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(chunk.array());
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
