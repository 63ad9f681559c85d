package io.postbreeze.sandbox;

import io.postbreeze.sandbox.state.ChunkPlan;
import io.postbreeze.sandbox.state.Course;
import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.PostInfo;
import io.postbreeze.sandbox.state.Properties;
import io.postbreeze.sandbox.state.Settings;
import io.postbreeze.sandbox.state.Transfer;
import io.postbreeze.sandbox.state.World;
import io.postbreeze.testkit.SampleVideo;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Posts of every kind and state, put into a data directory before a sandbox opens it. */
final class Scene {
    static final String CREATOR = "-000sandboxcreator0001";
    static final String PRIVATE = "-000sandboxprivate0002";
    static final String PUBLIC = "PUBLIC_TO_EVERYONE";
    static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final World world;
    private final Clock clock;
    private int number;

    Scene(Path directory, Clock clock) {
        this.clock = clock;
        this.world = new World(directory, clock, new Random(3), Settings.DEFAULTS, new Properties(List.of(), Map.of()));
    }

    /** What is said about a post when nothing special is. */
    static PostInfo info(String caption, String privacy) {
        return new PostInfo(caption, null, privacy, false, false, false, false, false, false, false, null, null);
    }

    /** A carousel's words. */
    static PostInfo carousel(String title, String caption, long cover) {
        return new PostInfo(caption, title, PUBLIC, false, true, true, true, false, false, false, null, cover);
    }

    /** The sample video, posted so long ago. */
    Post video(String openId, PostInfo info, Duration ago) throws IOException {
        return video(
                openId, info, ago, SampleVideo.bytes(), new Medium(0, null, 0, HASH, "video/mp4", 12_000, 540, 960));
    }

    Post video(String openId, PostInfo info, Duration ago, byte[] bytes, Medium facts) throws IOException {
        Instant at = clock.instant().minus(ago);
        Transfer begun = Transfer.upload(id(), "token", new ChunkPlan(bytes.length, bytes.length, 1), at);
        Medium medium = new Medium(
                0,
                null,
                bytes.length,
                facts.sha256(),
                facts.contentType(),
                facts.durationMs(),
                facts.width(),
                facts.height());
        Post post = new Post(
                        "v_pub_file~v2-1." + id(),
                        openId,
                        at,
                        Post.Kind.VIDEO,
                        Post.Mode.DIRECT_POST,
                        info,
                        begun,
                        List.of(medium),
                        posted(at, info),
                        List.of(world.bigNumber()),
                        null)
                .withReceivedBytes(bytes.length);
        Files.write(world.file(post, 0), bytes);
        world.putPost(post);
        return post;
    }

    /** A carousel of pictures that were pulled. */
    Post photos(String openId, PostInfo info, Duration ago, List<byte[]> pictures) throws IOException {
        Instant at = clock.instant().minus(ago);
        List<String> urls = IntStream.range(0, pictures.size())
                .mapToObj(i -> "https://media.example.test/" + i + ".jpg")
                .toList();
        List<Medium> media = new ArrayList<>();
        for (byte[] picture : pictures) {
            int index = media.size();
            media.add(new Medium(index, urls.get(index), picture.length, HASH, "image/jpeg", 0, 1080, 1440));
        }
        Post post = new Post(
                "p_pub_url~v2." + id(),
                openId,
                at,
                Post.Kind.PHOTO,
                Post.Mode.DIRECT_POST,
                info,
                Transfer.pull(id(), urls, at),
                media,
                posted(at, info),
                List.of(world.bigNumber()),
                null);
        for (int i = 0; i < pictures.size(); i++) {
            Files.write(world.file(post, i), pictures.get(i));
        }
        world.putPost(post);
        return post;
    }

    /** One that failed, or is still on its way when there is no reason. */
    Post unfinished(String openId, String caption, @Nullable String failReason, long received) {
        Instant at = clock.instant().minusSeconds(40);
        Instant settled = failReason == null ? null : at.plusSeconds(2);
        Post post = new Post(
                        "v_pub_file~v2-1." + id(),
                        openId,
                        at,
                        Post.Kind.VIDEO,
                        Post.Mode.DIRECT_POST,
                        info(caption, PUBLIC),
                        Transfer.upload(id(), "token", new ChunkPlan(48_000_000, 10_000_000, 4), at),
                        List.of(),
                        new Course(settled == null ? null : at, settled, failReason, null, null, null, null),
                        List.of(world.bigNumber()),
                        null)
                .withReceivedBytes(received);
        world.putPost(post);
        return post;
    }

    /** As if the limit of what is kept had been reached. */
    void drop(Post post, int index) throws IOException {
        Files.delete(world.file(post, index));
    }

    private static Course posted(Instant at, PostInfo info) {
        Instant isPublic = info.privacyLevel().equals(PUBLIC) ? at.plusSeconds(3) : null;
        return new Course(at, at.plusSeconds(2), null, at.plusSeconds(2), isPublic, isPublic, null);
    }

    private String id() {
        return "76%017d".formatted(++number);
    }

    /** Pictures that can be told apart. */
    static List<byte[]> pictures(int count) {
        return LongStream.range(0, count).mapToObj(Scene::picture).toList();
    }

    private static byte[] picture(long index) {
        BufferedImage image = new BufferedImage(270, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(
                0,
                0,
                Color.getHSBColor(index / 12f, .6f, .9f),
                270,
                360,
                Color.getHSBColor(index / 12f + .2f, .8f, .4f)));
        pen.fillRect(0, 0, 270, 360);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
