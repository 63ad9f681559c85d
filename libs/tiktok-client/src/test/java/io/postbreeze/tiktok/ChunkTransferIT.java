package io.postbreeze.tiktok;

import static io.postbreeze.tiktok.TestServers.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postbreeze.tiktok.ChunkReceipt.Progress;
import io.postbreeze.tiktok.TikTokException.RangeNotSatisfiable;
import io.postbreeze.tiktok.TikTokException.Rejected;
import io.postbreeze.tiktok.TikTokException.SourceFailed;
import io.postbreeze.tiktok.TikTokException.Unavailable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ChunkTransferIT {

    private static final int MIB = 1024 * 1024;
    private static final URI API = URI.create("http://127.0.0.1:1");

    private TestServers servers;
    private TikTokClient client;
    private TikTokClient impatient;

    private static final String VERSION = "\"v1\"";

    @BeforeAll
    void start() {
        servers = new TestServers();
        client = servers.client(API);
        impatient = servers.impatientClient(API);
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 65_535, 65_536, 65_537, 10_000_123})
    void a_range_travels_from_the_store_to_tiktok_byte_by_byte(long length) {
        ChunkRange range = new ChunkRange(777, 776 + length, 20_000_000);
        CompletableFuture<String> headers = new CompletableFuture<>();
        CompletableFuture<Long> checksum = new CompletableFuture<>();
        URI sink = servers.http(request -> {
            headers.complete(headersOf(request));
            CRC32 crc = new CRC32();
            request.handler(piece -> crc.update(piece.getBytes()));
            request.endHandler(_ -> {
                checksum.complete(crc.getValue());
                request.response().setStatusCode(206).end();
            });
        });
        URI store = servers.http(ChunkTransferIT::serveRange);

        ChunkReceipt receipt = await(client.rangedSource()
                .open(URI.create(store + "/file?sig=a%2Fb"), range, VERSION)
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(100))
                .chain(bytes -> client.uploads().putChunk(at(sink), range, "video/mp4", bytes)));

        assertThat(receipt).isEqualTo(new ChunkReceipt(Progress.STORED_MORE_EXPECTED, null));
        assertThat(headers.join())
                .isEqualTo("PUT /u?t=a%%2Fb video/mp4 %d null bytes 777-%d/20000000".formatted(length, 776 + length));
        assertThat(checksum.join()).isEqualTo(crc(777, length));
    }

    @Test
    void two_hundred_megabytes_wait_for_a_sink_that_does_not_read() throws Exception {
        long size = 200L * MIB;
        AtomicLong arrived = new AtomicLong();
        CompletableFuture<HttpServerRequest> opened = new CompletableFuture<>();
        URI sink = servers.http(request -> {
            request.handler(piece -> arrived.addAndGet(piece.length()));
            request.endHandler(_ -> request.response().setStatusCode(201).end());
            request.pause();
            opened.complete(request);
        });
        GeneratedBytes source = new GeneratedBytes(servers.vertx, size);
        var receipt = client.uploads()
                .putChunk(at(sink), new ChunkRange(0, size - 1, size), "video/mp4", source)
                .subscribeAsCompletionStage();
        HttpServerRequest request = opened.get();
        long stuckAt = whenPaused(source).get();

        request.resume();

        assertThat(stuckAt).as("held by pipe and sockets").isLessThan(24L * MIB);
        assertThat(receipt.get()).isEqualTo(new ChunkReceipt(Progress.COMPLETE, size));
        assertThat(arrived).hasValue(size);
    }

    @Test
    void a_short_source_breaks_the_request_instead_of_ending_it() {
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> broken = new CompletableFuture<>();
        URI sink = servers.http(request -> {
            request.handler(_ -> {}).endHandler(_ -> ended.set(true));
            request.exceptionHandler(_ -> broken.complete(null));
        });

        assertThat(failure(sink, 200_000, new GeneratedBytes(servers.vertx, 199_999), SourceFailed.class))
                .hasMessage("source_too_short");
        broken.join();
        assertThat(ended).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {200_001, 300_000})
    void a_source_with_too_much_never_becomes_a_stored_chunk(long size) {
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> broken = new CompletableFuture<>();
        URI sink = servers.http(request -> {
            request.handler(_ -> {}).endHandler(_ -> ended.set(true));
            request.exceptionHandler(_ -> broken.complete(null));
        });

        assertThat(failure(sink, 200_000, new GeneratedBytes(servers.vertx, size), SourceFailed.class))
                .hasMessage("source_too_long");
        broken.join();
        assertThat(ended).isFalse();
    }

    @Test
    void a_source_that_falls_silent_is_told_from_a_sink_that_does() {
        URI reading = servers.http(request -> request.handler(_ -> {}));
        URI deaf = servers.http(HttpServerRequest::pause);
        URI mute = servers.http(request -> request.handler(_ -> {}));

        assertThat(failure(
                        impatient,
                        reading,
                        200_000,
                        new GeneratedBytes(servers.vertx, 100_000, true),
                        SourceFailed.class))
                .hasMessage("source_stalled");
        assertThat(failure(impatient, deaf, 200 * MIB, new GeneratedBytes(servers.vertx, 200 * MIB), Unavailable.class))
                .hasMessage("upload_stalled");
        assertThat(failure(impatient, mute, 200_000, new GeneratedBytes(servers.vertx, 200_000), Unavailable.class))
                .hasMessage("upload_unanswered");
    }

    @Test
    void a_reset_in_the_middle_is_unavailable_and_stops_the_source() {
        URI sink = servers.raw(socket -> socket.handler(_ -> socket.close()));
        GeneratedBytes source = new GeneratedBytes(servers.vertx, 200 * MIB);

        assertThat(failure(sink, 200 * MIB, source, Unavailable.class)).hasMessage("upload_lost");
        assertThat(whenPaused(source).join()).isLessThan(50L * MIB);
    }

    @Test
    void a_refused_connection_is_unavailable() {
        assertThat(failure(servers.nobody(), 10, new GeneratedBytes(servers.vertx, 10), Unavailable.class))
                .hasMessage("upload_unreachable");
    }

    @Test
    void a_gap_is_told_with_the_offset_to_go_on_from() {
        URI sink = servers.http(request -> request.body()
                .onSuccess(_ -> request.response()
                        .setStatusCode(416)
                        .putHeader("Content-Range", "bytes 0-199999/1000000")
                        .putHeader("x-tt-logid", "L5")
                        .end("{}")));

        RangeNotSatisfiable gap =
                failure(sink, 200_000, new GeneratedBytes(servers.vertx, 200_000), RangeNotSatisfiable.class);

        assertThat(gap.storedBytes()).isEqualTo(200_000);
        assertThat(gap.logId()).isEqualTo("L5");
    }

    @Test
    void a_refusal_before_the_last_byte_is_believed_at_once() {
        URI sink = servers.http(request ->
                request.handler(_ -> {}).response().setStatusCode(403).end());
        GeneratedBytes endless = new GeneratedBytes(servers.vertx, 100_000, true);

        assertThat(failure(sink, 200_000, endless, TikTokException.UploadGone.class))
                .hasMessage("upload_http_403");
    }

    @Test
    void a_success_before_the_last_byte_is_a_lie() {
        URI sink = servers.http(request ->
                request.handler(_ -> {}).response().setStatusCode(206).end());
        GeneratedBytes endless = new GeneratedBytes(servers.vertx, 100_000, true);

        assertThat(failure(sink, 200_000, endless, TikTokException.MalformedAnswer.class))
                .hasMessage("early_answer");
    }

    @Test
    void no_byte_goes_to_a_foreign_host() {
        UploadUrl foreign = UploadUrl.of("https://tiktokapis.com.evil.example/u");
        GeneratedBytes source = new GeneratedBytes(servers.vertx, 10);

        assertThatThrownBy(
                        () -> await(client.uploads().putChunk(foreign, new ChunkRange(0, 9, 10), "video/mp4", source)))
                .isInstanceOf(Rejected.class)
                .hasMessage("foreign_upload_url");
    }

    @Test
    void a_cancelled_transfer_breaks_both_sides() {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        CompletableFuture<Void> broken = new CompletableFuture<>();
        URI sink = servers.http(request -> {
            request.handler(_ -> opened.complete(null));
            request.exceptionHandler(_ -> broken.complete(null));
        });
        GeneratedBytes source = new GeneratedBytes(servers.vertx, 100_000, true);
        var running = client.uploads()
                .putChunk(at(sink), new ChunkRange(0, 199_999, 200_000), "video/mp4", source)
                .subscribe()
                .with(_ -> {});
        opened.join();

        running.cancel();

        broken.join();
        assertThat(source.paused).isTrue();
    }

    @Test
    void a_store_that_answers_another_range_is_not_believed() {
        URI store = servers.http(request -> request.response()
                .setStatusCode(206)
                .putHeader("Content-Range", "bytes 1-10/100")
                .end(GeneratedBytes.piece(1, 10)));

        assertThatThrownBy(() -> await(client.rangedSource().open(store, new ChunkRange(0, 9, 100), VERSION)))
                .isInstanceOf(SourceFailed.class)
                .hasMessage("source_wrong_range");
    }

    @Test
    void another_version_of_the_file_is_never_read() {
        URI store = servers.http(request -> request.response()
                .setStatusCode(VERSION.equals(request.getHeader("If-Match")) ? 412 : 206)
                .end());

        assertThatThrownBy(() -> await(client.rangedSource().open(store, new ChunkRange(0, 9, 100), VERSION)))
                .isInstanceOf(SourceFailed.class)
                .hasMessage("source_http_412");
    }

    @Test
    void a_store_that_breaks_off_fails_the_put() {
        URI store = servers.raw(socket -> socket.handler(_ -> socket.write("HTTP/1.1 206 Partial Content\r\n"
                        + "Content-Range: bytes 0-199999/1000000\r\nContent-Length: 200000\r\n\r\nonly this")
                .onComplete(_ -> socket.close())));
        URI sink = servers.http(request -> request.handler(_ -> {}));
        ChunkRange range = new ChunkRange(0, 199_999, 1_000_000);

        assertThatThrownBy(() -> await(client.rangedSource()
                        .open(store, range, VERSION)
                        .chain(bytes -> client.uploads().putChunk(at(sink), range, "video/mp4", bytes))))
                .isInstanceOf(SourceFailed.class)
                .hasMessage("source_lost");
    }

    @Test
    void a_store_that_is_away_or_silent_is_the_sources_fault() {
        URI silent = servers.raw(socket -> socket.handler(_ -> {}));
        ChunkRange range = new ChunkRange(0, 9, 100);

        assertThatThrownBy(() -> await(client.rangedSource().open(servers.nobody(), range, VERSION)))
                .hasMessage("source_unreachable");
        assertThatThrownBy(() -> await(impatient.rangedSource().open(silent, range, VERSION)))
                .hasMessage("source_stalled");
    }

    private <T extends TikTokException> T failure(URI sink, long length, ReadStream<Buffer> source, Class<T> type) {
        return failure(client, sink, length, source, type);
    }

    private static <T extends TikTokException> T failure(
            TikTokClient sender, URI sink, long length, ReadStream<Buffer> source, Class<T> type) {
        ChunkRange range = new ChunkRange(0, length - 1, Math.max(length * 2, 1_000_000));
        return catchThrowableOfType(type, () -> await(sender.uploads().putChunk(at(sink), range, "video/mp4", source)));
    }

    /** Completes with what was handed out once the source has been paused over two looks, thus is truly held back. */
    private CompletableFuture<Long> whenPaused(GeneratedBytes source) {
        CompletableFuture<Long> held = new CompletableFuture<>();
        AtomicLong before = new AtomicLong(-1);
        servers.vertx.setPeriodic(100, timer -> {
            long now = source.handedOut.get();
            if (now > 0 && now == before.getAndSet(now)) {
                servers.vertx.cancelTimer(timer);
                held.complete(now);
            }
        });
        return held;
    }

    private static void serveRange(HttpServerRequest request) {
        String[] borders =
                request.getHeader("Range").substring("bytes=".length()).split("-");
        long first = Long.parseLong(borders[0]);
        int length = (int) (Long.parseLong(borders[1]) - first + 1);
        assertThat(request.uri()).isEqualTo("/file?sig=a%2Fb");
        request.response()
                .setStatusCode(206)
                .putHeader("Content-Range", "bytes " + borders[0] + "-" + borders[1] + "/20000000")
                .end(GeneratedBytes.piece(first, length));
    }

    private static String headersOf(HttpServerRequest request) {
        return String.join(
                " ",
                request.method().name(),
                request.uri(),
                request.getHeader("Content-Type"),
                request.getHeader("Content-Length"),
                request.getHeader("Transfer-Encoding"),
                request.getHeader("Content-Range"));
    }

    private static long crc(long first, long length) {
        CRC32 crc = new CRC32();
        crc.update(GeneratedBytes.piece(first, (int) length).getBytes());
        return crc.getValue();
    }

    private static UploadUrl at(URI server) {
        return UploadUrl.of(server + "/u?t=a%2Fb");
    }
}
