package io.postbreeze.tiktok;

import static io.postbreeze.tiktok.TestServers.TOKEN;
import static io.postbreeze.tiktok.TestServers.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postbreeze.tiktok.TikTokException.MalformedAnswer;
import io.postbreeze.tiktok.TikTokException.OutcomeUnknown;
import io.postbreeze.tiktok.TikTokException.ReconnectNeeded;
import io.postbreeze.tiktok.TikTokException.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ApiCallsIT {

    private static final VideoInit INIT = new VideoInit(
            new PostInfo("hi", PrivacyLevel.SELF_ONLY, true, true, true, false, false, null, null),
            new FileUpload(10, 10, 1));

    private TestServers servers;

    @BeforeAll
    void start() {
        servers = new TestServers();
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    /** What one request looked like on the wire. */
    private record Seen(String line, String authorization, String contentType, String body) {}

    @Test
    void an_init_goes_out_as_documented_and_comes_back_typed() {
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        URI api = servers.http(request -> answer(request, seen, """
                {"data":{"publish_id":"v_pub_file~v2-1.1","upload_url":"http://127.0.0.1:1/u?t=1"},
                 "error":{"code":"ok","message":"","log_id":"L7"}}"""));

        InitializedUpload upload = await(servers.client(api).publishing().initVideo(TOKEN, INIT));

        assertThat(upload)
                .isEqualTo(new InitializedUpload("v_pub_file~v2-1.1", UploadUrl.of("http://127.0.0.1:1/u?t=1"), "L7"));
        assertThat(seen.join().line()).isEqualTo("POST /v2/post/publish/video/init/");
        assertThat(seen.join().authorization()).isEqualTo("Bearer act.secret");
        assertThat(seen.join().contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(seen.join().body()).contains("\"source\":\"FILE_UPLOAD\"");
    }

    @Test
    void the_other_questions_go_to_their_own_paths() {
        TikTokClient client = servers.client(URI.create(
                servers.http(request -> request.response().end("""
                        {"error":{"code":"ok"},"data":{"status":"PROCESSING_UPLOAD","privacy_level_options":[],
                         "user":{"username":"%s"},"videos":[]}}""".formatted(request.uri()))) + "/"));

        assertThat(await(client.display().userInfo(TOKEN, Set.of(UserField.USERNAME, UserField.OPEN_ID)))
                        .username())
                .isEqualTo("/v2/user/info/?fields=open_id,username");
        assertThat(await(client.publishing().creatorInfo(TOKEN)).privacyLevels())
                .isEmpty();
        assertThat(await(client.publishing().status(TOKEN, "p")).state())
                .isEqualTo(PublishStatus.State.PROCESSING_UPLOAD);
        assertThat(await(client.display().queryVideos(TOKEN, List.of("1")))).isEmpty();
        assertThat(await(client.display().listVideos(TOKEN, null)).hasMore()).isFalse();
    }

    @Test
    void a_refused_connection_is_unavailable_even_for_an_init() {
        assertThat(failure(servers.nobody(), Unavailable.class)).hasMessage("unreachable");
    }

    @Test
    void a_connection_cut_after_the_request_leaves_the_outcome_unknown() {
        URI api = servers.raw(socket -> socket.handler(_ -> socket.close()));

        assertThat(failure(api, OutcomeUnknown.class)).hasMessage("connection_lost");
    }

    @Test
    void a_truncated_answer_leaves_the_outcome_unknown() {
        URI api = servers.raw(answering("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":{"));

        assertThat(failure(api, OutcomeUnknown.class).code()).isEqualTo("connection_lost");
    }

    @Test
    void silence_after_the_request_leaves_the_outcome_unknown() {
        URI api = servers.raw(socket -> socket.handler(_ -> {}));

        assertThatThrownBy(() -> await(servers.impatientClient(api).publishing().initVideo(TOKEN, INIT)))
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessage("timeout");
    }

    @Test
    void a_question_that_changes_nothing_is_merely_unavailable_in_the_same_places() {
        URI cut = servers.raw(socket -> socket.handler(_ -> socket.close()));
        URI silent = servers.raw(socket -> socket.handler(_ -> {}));

        assertThatThrownBy(() -> await(servers.client(cut).publishing().status(TOKEN, "p")))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(
                        () -> await(servers.impatientClient(silent).publishing().creatorInfo(TOKEN)))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void an_answer_over_a_megabyte_is_dropped() {
        URI api = servers.http(request -> request.response().end(Buffer.buffer(new byte[1024 * 1024 + 1])));

        assertThat(failure(api, MalformedAnswer.class)).hasMessage("answer_too_large");
    }

    @Test
    void an_endless_answer_is_dropped_as_well() {
        URI api = servers.http(request -> {
            request.response().setChunked(true);
            servers.vertx.setPeriodic(1, timer -> flood(request, timer));
        });

        assertThat(failure(api, MalformedAnswer.class)).hasMessage("answer_too_large");
    }

    @Test
    void a_redirect_is_not_followed() {
        AtomicInteger requests = new AtomicInteger();
        URI api = servers.http(request -> {
            requests.incrementAndGet();
            request.response()
                    .setStatusCode(307)
                    .putHeader("Location", "/elsewhere")
                    .end();
        });

        assertThat(failure(api, MalformedAnswer.class)).hasMessage("http_307");
        assertThat(requests).hasValue(1);
    }

    @Test
    void calls_with_a_lasting_effect_never_share_a_connection() {
        Set<String> peers = ConcurrentHashMap.newKeySet();
        URI api = servers.http(request -> {
            peers.add(request.remoteAddress().toString());
            request.response().setStatusCode(503).end();
        });
        TikTokPublishing publishing = servers.client(api).publishing();

        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> await(publishing.initVideo(TOKEN, INIT))).isInstanceOf(Unavailable.class);
        }

        assertThat(peers).hasSize(3);
    }

    @Test
    void a_code_is_exchanged_as_a_form() {
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        URI api = servers.http(request -> answer(request, seen, """
                {"open_id":"o","scope":"a,b","access_token":"act.1","expires_in":7200,"refresh_token":"rft.1",
                 "refresh_expires_in":15552000}"""));

        TokenGrant grant = await(oauth(api).exchange("c+d", URI.create("http://localhost/cb"), null));

        assertThat(grant.scopes()).containsExactlyInAnyOrder("a", "b");
        assertThat(seen.join().line()).isEqualTo("POST /v2/oauth/token/");
        assertThat(seen.join().contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(seen.join().authorization()).isNull();
        assertThat(seen.join().body())
                .isEqualTo("client_key=ck&client_secret=c%26s&grant_type=authorization_code&code=c%2Bd"
                        + "&redirect_uri=http%3A%2F%2Flocalhost%2Fcb");
    }

    @Test
    void a_dead_refresh_token_asks_for_reconnection_although_the_status_is_200() {
        URI api = servers.http(request ->
                request.response().end("{\"error\":\"invalid_grant\",\"error_description\":\"x\",\"log_id\":\"L8\"}"));

        assertThatThrownBy(() -> await(oauth(api).refresh(new RefreshToken("rft.1"))))
                .isInstanceOfSatisfying(
                        ReconnectNeeded.class, lost -> assertThat(lost.logId()).isEqualTo("L8"));
    }

    @Test
    void a_lost_refresh_may_have_killed_the_old_token() {
        URI api = servers.raw(socket -> socket.handler(_ -> socket.close()));

        assertThatThrownBy(() -> await(oauth(api).refresh(new RefreshToken("rft.1"))))
                .isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void a_revocation_is_done_when_nothing_is_said() {
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        URI api = servers.http(request -> answer(request, seen, ""));

        await(oauth(api).revoke(TOKEN));

        assertThat(seen.join().line()).isEqualTo("POST /v2/oauth/revoke/");
        assertThat(seen.join().body()).endsWith("&token=act.secret");
    }

    @Test
    void the_consent_page_gets_everything_encoded_and_the_challenge_in_hex() {
        URI page = oauth(servers.nobody())
                .authorizeUrl(
                        URI.create("https://h/cb"), List.of("user.info.basic", "video.publish"), "s/&", "A".repeat(43));

        assertThat(page)
                .hasToString("https://www.tiktok.com/v2/auth/authorize/?client_key=ck&response_type=code"
                        + "&scope=user.info.basic%2Cvideo.publish&redirect_uri=https%3A%2F%2Fh%2Fcb&state=s%2F%26"
                        + "&code_challenge=0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a"
                        + "&code_challenge_method=S256");
    }

    private TikTokOAuth oauth(URI api) {
        URI consent = URI.create("https://www.tiktok.com/v2/auth/authorize/");
        return servers.client(api).oauth(new OAuthClient(consent, "ck", "c&s"));
    }

    private <T extends TikTokException> T failure(URI api, Class<T> type) {
        Uni<InitializedUpload> init = servers.client(api).publishing().initVideo(TOKEN, INIT);
        return catchThrowableOfType(type, () -> await(init));
    }

    private static void answer(HttpServerRequest request, CompletableFuture<Seen> seen, String json) {
        request.body().onSuccess(body -> {
            seen.complete(new Seen(
                    request.method() + " " + request.uri(),
                    request.getHeader("Authorization"),
                    request.getHeader("Content-Type"),
                    body.toString()));
            request.response().end(json);
        });
    }

    private static Handler<NetSocket> answering(String answer) {
        return socket -> socket.handler(_ -> socket.write(answer).onComplete(_ -> socket.close()));
    }

    private void flood(HttpServerRequest request, long timer) {
        if (request.response().closed()) {
            servers.vertx.cancelTimer(timer);
        } else {
            request.response().write(Buffer.buffer(new byte[64 * 1024]));
        }
    }
}
