package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** What every group of rules is written with. */
abstract class Rules {
    static final String CREATOR_INFO = "/v2/post/publish/creator_info/query/";
    static final String VIDEO_INIT = "/v2/post/publish/video/init/";
    static final String INBOX_INIT = "/v2/post/publish/inbox/video/init/";
    static final String CONTENT_INIT = "/v2/post/publish/content/init/";
    static final String STATUS = "/v2/post/publish/status/fetch/";
    static final String CANCEL = "/v2/post/publish/cancel/";
    static final int CHUNK = 5_242_880;

    private static final AtomicInteger HANDLES = new AtomicInteger();
    private static final Path SAMPLES = Path.of("../tiktok-sandbox/src/test/resources/samples");

    /**
     * Whom a case acts for.
     *
     * @param openId id of the creator
     * @param token access token with every scope
     */
    record Account(String openId, String token) {}

    /** One case: the section of the reference it proves, what the rule is, and the proof. */
    static DynamicTest rule(String section, String title, Executable proof) {
        return DynamicTest.dynamicTest("§" + section + " " + title, () -> {
            Seen.CASES.incrementAndGet();
            proof.execute();
        });
    }

    /** A creator as any other: a new one where that can be had, else the one whose token was given. */
    static Account account() {
        if (Target.HAS_ADMIN) {
            return creator("{}");
        }
        assumeTrue(Target.TOKEN.isPresent(), "needs an access token");
        return new Account("", Target.TOKEN.orElseThrow());
    }

    /** A new creator with an account of its own kind. */
    static Account creator(String settings) {
        return creator(settings, "video.publish,video.upload,video.list,user.info.basic,user.info.profile,user.info.stats");
    }

    static Account creator(String settings, String scopes) {
        needAdmin();
        String handle = "case" + HANDLES.incrementAndGet() + "." + System.nanoTime() % 100_000;
        String body = settings.replaceFirst("\\{", "{'handle':'" + handle + "'" + (settings.equals("{}") ? "" : ","));
        Answer made = Tiktok.admin("POST", "/creators", body);
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        String openId = made.json().path("openId").asText();
        return new Account(openId, token(openId, scopes));
    }

    static String token(String openId, String scopes) {
        Answer token = Tiktok.admin(
                "POST", "/tokens", "{'openId':'" + openId + "','scopes':'" + scopes + "'}");
        assertThat(token.status()).as(token.json().toString()).isEqualTo(201);
        return token.json().path("accessToken").asText();
    }

    static void needAdmin() {
        assumeTrue(Target.HAS_ADMIN, "needs the sandbox's admin side");
    }

    /** Time passes. */
    static void advance(Duration by) {
        needAdmin();
        assertThat(Tiktok.admin("POST", "/clock", "{'advance':'" + by + "'}").status())
                .isEqualTo(200);
    }

    /** With settings that hold for one case. */
    static void with(String settings, Executable proof) throws Throwable {
        needAdmin();
        JsonNode before = Tiktok.admin("GET", "/settings", "").json();
        assertThat(Tiktok.admin("POST", "/settings", settings).status()).isEqualTo(200);
        try {
            proof.execute();
        } finally {
            Tiktok.admin("POST", "/settings", before.toString());
        }
    }

    static void fault(String fault) {
        needAdmin();
        Answer armed = Tiktok.admin("POST", "/faults", fault);
        assertThat(armed.status()).as(armed.json().toString()).isEqualTo(201);
    }

    /** What a post says, in one piece. */
    static String video(String info, long size, long chunk, long count) {
        return Tiktok.json("{'post_info':" + info + ",'source_info':" + upload(size, chunk, count) + "}");
    }

    static String upload(long size, long chunk, long count) {
        return "{'source':'FILE_UPLOAD','video_size':%d,'chunk_size':%d,'total_chunk_count':%d}"
                .formatted(size, chunk, count);
    }

    static String hidden() {
        return "{'privacy_level':'SELF_ONLY','title':'conformance'}";
    }

    static Answer init(Account account, String info, long size, long chunk, long count) {
        return Tiktok.post(VIDEO_INIT, account.token(), video(info, size, chunk, count));
    }

    static Answer status(Account account, String publishId) {
        return Tiktok.post(STATUS, account.token(), Tiktok.json("{'publish_id':'" + publishId + "'}"));
    }

    /** Sends a file in one piece; the id of the act. */
    static String publish(Account account, String info, byte[] file) {
        Answer begun = init(account, info, file.length, file.length, 1);
        assertThat(begun.code()).as(begun.message()).isEqualTo("200 ok");
        Answer sent = Tiktok.chunk(begun.text("upload_url"), file, 0, file.length - 1);
        assertThat(sent.status()).isEqualTo(201);
        return begun.text("publish_id");
    }

    /** The status once the bytes were looked at and the usual time has passed. */
    static JsonNode settled(Account account, String publishId) {
        needAdmin();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            JsonNode entry = entry(publishId);
            return entry.path("receivedAt").isTextual()
                    || entry.path("status").asText().equals("FAILED");
        });
        advance(Duration.ofSeconds(4));
        return status(account, publishId).data();
    }

    /** The ledger's line about an act. */
    static JsonNode entry(String publishId) {
        return Tiktok.admin("GET", "/publishes?publishId=" + publishId, "").json().path(0);
    }

    static byte[] sampleVideo() {
        return SampleVideo.bytes();
    }

    static byte[] paddedVideo(int size) {
        try {
            Path file = Files.createTempFile("conformance", ".mp4");
            byte[] bytes = Files.readAllBytes(SampleVideo.paddedTo(size, file));
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
