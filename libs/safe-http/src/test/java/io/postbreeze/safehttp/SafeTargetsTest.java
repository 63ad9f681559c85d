package io.postbreeze.safehttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.safehttp.UnsafeTargetException.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SafeTargetsTest {
    private static final TargetRules DEVELOPMENT = new TargetRules(Set.of(443), true);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void oneInnerAddressAmongPublicOnesIsEnoughToRefuse() throws Exception {
        assertThat(refusal(TargetRules.strict(), "https://example.com/", "8.8.8.8", "10.0.0.1"))
                .isEqualTo(Reason.NOT_PUBLIC);
        assertThat(refusal(TargetRules.strict(), "https://example.com/", "127.0.0.1"))
                .isEqualTo(Reason.NOT_PUBLIC);
    }

    @Test
    void evenWhereThisMachineIsAllowedTheNetworkIsNot() throws Exception {
        assertThat(refusal(DEVELOPMENT, "https://example.com/", "192.168.0.1")).isEqualTo(Reason.NOT_PUBLIC);
        assertThat(refusal(DEVELOPMENT, "http://example.com/", "8.8.8.8")).isEqualTo(Reason.NOT_PUBLIC);
        assertThat(refusal(DEVELOPMENT, "https://example.com:22/", "8.8.8.8")).isEqualTo(Reason.NOT_PUBLIC);
    }

    @Test
    void plainHttpReachesThePublicInternetWhereItIsAllowed() throws Exception {
        TargetRules reading = new TargetRules(Set.of(80, 443), false, true);

        assertThat(refusal(reading, "http://example.com/", "8.8.8.8")).isNull();
        assertThat(refusal(reading, "http://example.com:8080/", "8.8.8.8")).isEqualTo(Reason.PORT);
        assertThat(refusal(reading, "http://example.com/", "127.0.0.1")).isEqualTo(Reason.NOT_PUBLIC);
        assertThat(refusal(reading, "ftp://example.com/", "8.8.8.8")).isEqualTo(Reason.SCHEME);
        assertThat(refusal(TargetRules.strict(), "http://example.com/", "8.8.8.8"))
                .isEqualTo(Reason.SCHEME);
    }

    @Test
    void aNameWithoutAnAddressIsSaidToHaveNone() throws Exception {
        SafeTargets targets = new SafeTargets(
                vertx,
                host -> {
                    throw new UnknownHostException(host);
                },
                TargetRules.strict());

        assertThat(reason(targets.check("https://example.com/"))).isEqualTo(Reason.UNRESOLVED);
    }

    @Test
    void theRequestGoesToTheCheckedAddressUnderTheNamesHost() throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end(request.getHeader("Host") + " " + request.uri()));
        int port = await(server.listen(0, "127.0.0.1")).actualPort();
        AtomicInteger asked = new AtomicInteger();
        // A rebinding name: the second answer would be another machine.
        NameResolver rebinding = host ->
                new InetAddress[] {InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")};
        HttpClient client = vertx.createHttpClient(SafeTargets.clientOptions());

        String answer = await(new SafeTargets(vertx, rebinding, DEVELOPMENT)
                .check("http://receiver.invalid:" + port + "/hook?a=b")
                .compose(target -> client.request(target.request(HttpMethod.POST)))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body())
                .map(Object::toString));

        assertThat(answer).isEqualTo("receiver.invalid:" + port + " /hook?a=b");
        assertThat(asked).hasValue(1);
    }

    private Reason refusal(TargetRules rules, String url, String... addresses) throws Exception {
        InetAddress[] found =
                Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        return reason(new SafeTargets(vertx, host -> found, rules).check(url));
    }

    private static Reason reason(Future<SafeTarget> checked) throws Exception {
        return await(checked.map(target -> (Reason) null)
                .recover(failure -> Future.succeededFuture(((UnsafeTargetException) failure).reason())));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
