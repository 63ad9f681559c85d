package io.postbreeze.safehttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.safehttp.UnsafeTargetException.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people write to get at what is inside, with the very rules by which files are fetched: http too, and the port of
 * a server on this machine open, so that whatever slips through is heard there. {@code $} is that port.
 */
class HostileUrlsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final AtomicInteger HEARD = new AtomicInteger();

    /** Names of an attacker's. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "localhost.attacker.test", List.of("127.0.0.1"),
            "six.attacker.test", List.of("::1"),
            "inner.attacker.test", List.of("10.1.2.3"),
            "cloud.attacker.test", List.of("169.254.169.254"),
            "mixed.attacker.test", List.of("8.8.8.8", "192.168.1.1"),
            "mapped.attacker.test", List.of("::ffff:127.0.0.1"),
            "local6.attacker.test", List.of("fd00::1"),
            "127.0.0.1.attacker.test", List.of("127.0.0.1"));

    private static int port;

    @BeforeAll
    static void listen() throws Exception {
        HttpServer server = VERTX.createHttpServer()
                .connectionHandler(connection -> HEARD.incrementAndGet())
                .requestHandler(request -> request.response().end("inside"));
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "http://127.0.0.1:$/ NOT_PUBLIC",
                "https://127.0.0.1:$/ NOT_PUBLIC",
                "http://127.0.0.2:$/ NOT_PUBLIC",
                "http://127.255.255.254:$/ NOT_PUBLIC",
                "http://localhost:$/ NOT_PUBLIC",
                "http://LOCALHOST:$/ NOT_PUBLIC",
                "http://localhost.:$/ NOT_PUBLIC",
                "http://127.1:$/ HOST",
                "http://127.0.1:$/ HOST",
                "http://2130706433:$/ HOST",
                "http://017700000001:$/ HOST",
                "http://0177.0.0.1:$/ HOST",
                "http://0177.0.0.01:$/ HOST",
                "http://0x7f000001:$/ HOST",
                "http://0x7f.0x0.0x0.0x1:$/ HOST",
                "http://127.0.0.0x1:$/ HOST",
                "http://127.0.0.1.:$/ HOST",
                "http://127.0.0.01:$/ HOST",
                "http://127.0.0.1.1:$/ HOST",
                "http://0:$/ HOST",
                "http://0.0.0.0:$/ NOT_PUBLIC",
                "http://[::]:$/ NOT_PUBLIC",
                "http://[::1]:$/ NOT_PUBLIC",
                "http://[0:0:0:0:0:0:0:1]:$/ NOT_PUBLIC",
                "http://[::ffff:127.0.0.1]:$/ NOT_PUBLIC",
                "http://[::ffff:7f00:1]:$/ NOT_PUBLIC",
                "http://[::127.0.0.1]:$/ NOT_PUBLIC",
                "http://[64:ff9b::7f00:1]:$/ NOT_PUBLIC",
                "http://[2002:7f00:1::]:$/ NOT_PUBLIC",
                "http://[2001:0:7f00:1::]:$/ NOT_PUBLIC",
                "http://[fe80::1]:$/ NOT_PUBLIC",
                "http://[fe80::1%25lo]:$/ HOST",
                "http://[fc00::1]:$/ NOT_PUBLIC",
                "http://[ff02::1]:$/ NOT_PUBLIC",
                "http://[::1%25]:$/ HOST",
                "http://[127.0.0.1]:$/ MALFORMED",
                "http://10.0.0.1:$/ NOT_PUBLIC",
                "http://172.16.0.1:$/ NOT_PUBLIC",
                "http://172.31.255.255:$/ NOT_PUBLIC",
                "http://192.168.0.1:$/ NOT_PUBLIC",
                "http://100.64.0.1:$/ NOT_PUBLIC",
                "http://169.254.169.254/latest/meta-data/ NOT_PUBLIC",
                "http://[fd00:ec2::254]/latest/meta-data/ NOT_PUBLIC",
                "http://169.254.170.2/v2/credentials NOT_PUBLIC",
                "http://100.100.100.200/latest/meta-data/ NOT_PUBLIC",
                "http://192.0.0.192/opc/v2/ NOT_PUBLIC",
                "http://168.63.129.16/ NOT_PUBLIC",
                "http://224.0.0.1/ NOT_PUBLIC",
                "http://255.255.255.255/ NOT_PUBLIC",
                "http://localhost.attacker.test:$/ NOT_PUBLIC",
                "http://six.attacker.test:$/ NOT_PUBLIC",
                "http://inner.attacker.test:$/ NOT_PUBLIC",
                "http://cloud.attacker.test/ NOT_PUBLIC",
                "http://mixed.attacker.test:$/ NOT_PUBLIC",
                "http://mapped.attacker.test:$/ NOT_PUBLIC",
                "http://local6.attacker.test:$/ NOT_PUBLIC",
                "http://127.0.0.1.attacker.test:$/ NOT_PUBLIC",
                "http://nobody.attacker.test:$/ UNRESOLVED",
                "http://user@127.0.0.1:$/ USER_INFO",
                "http://example.com@127.0.0.1:$/ USER_INFO",
                "http://user:secret@example.com/ USER_INFO",
                "http://@127.0.0.1:$/ USER_INFO",
                "http://127.0.0.1:$@example.com/ USER_INFO",
                "http://example.com%40127.0.0.1:$/ HOST",
                "http://127.0.0.1:$#@example.com/ MALFORMED",
                "http://example.com\\@127.0.0.1:$/ MALFORMED",
                "http:\\\\127.0.0.1:$/ MALFORMED",
                "http:/127.0.0.1:$/ HOST",
                "http:127.0.0.1:$/ MALFORMED",
                "//127.0.0.1:$/ MALFORMED",
                "http:///127.0.0.1:$/ HOST",
                "http://%31%32%37.0.0.1:$/ HOST",
                "http://１２７.0.0.1:$/ MALFORMED",
                "http://127。0。0。1:$/ MALFORMED",
                "http://ⓛocalhost:$/ MALFORMED",
                "http://127.0.0.1\u200b:$/ MALFORMED",
                "http://127.0.0.1:22/ PORT",
                "http://example.com:6379/ PORT",
                "http://example.com:99999/ PORT",
                "http://example.com:-1/ HOST",
                "ftp://127.0.0.1:$/ SCHEME",
                "file:///etc/passwd SCHEME",
                "gopher://127.0.0.1:$/_GET SCHEME",
                "dict://127.0.0.1:$/ SCHEME",
                "data:text/html,hello MALFORMED",
                "jar:http://127.0.0.1:$!/ MALFORMED",
                "ws://127.0.0.1:$/ SCHEME",
            })
    void nothingInsideIsReachedAndEachIsRefusedForItsReason(String url, Reason reason) throws Exception {
        int before = HEARD.get();

        assertThat(fetched(url.replace("$", Integer.toString(port)))).isEqualTo(reason);

        assertThat(HEARD).as("connections to this machine").hasValue(before);
    }

    /** Why it is refused, null when an answer comes. */
    private static Reason fetched(String url) throws Exception {
        SafeTargets targets =
                new SafeTargets(VERTX, HostileUrlsTest::resolve, new TargetRules(Set.of(80, 443, port), false, true));
        HttpClient client = VERTX.createHttpClient(SafeTargets.clientOptions().setConnectTimeout(500));
        try {
            targets.check(url)
                    .compose(target -> client.request(target.request(HttpMethod.GET)))
                    .compose(HttpClientRequest::send)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(UnsafeTargetException.class);
            return ((UnsafeTargetException) e.getCause()).reason();
        }
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        List<String> known = NAMES.get(host);
        if (known == null && host.endsWith(".attacker.test")) {
            throw new UnknownHostException(host);
        }
        return known == null
                ? NameResolver.system().resolve(host)
                : known.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }
}
