package io.postbreeze.safehttp;

import io.postbreeze.safehttp.UnsafeTargetException.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Checks where an address leads. A name is resolved once, every address it has must be allowed (a name with one inner
 * and one public address is an attack or a mistake), and the request goes to an address that was checked.
 */
public final class SafeTargets implements AutoCloseable {
    private static final int RESOLVERS = 8;
    private static final Duration LONGEST_RESOLVE = Duration.ofSeconds(30);
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_HEADERS = 16_384;

    private final WorkerExecutor workers;
    private final NameResolver names;
    private final TargetRules rules;

    /**
     * A check.
     *
     * @param names resolves hosts; {@link NameResolver#system()} outside of tests
     * @param rules where requests may go
     */
    public SafeTargets(Vertx vertx, NameResolver names, TargetRules rules) {
        this.workers = vertx.createSharedWorkerExecutor(
                "safe-http-names", RESOLVERS, LONGEST_RESOLVE.toSeconds(), TimeUnit.SECONDS);
        this.names = names;
        this.rules = rules;
    }

    /**
     * Checks an address for one request.
     *
     * @return the target; fails with {@link UnsafeTargetException}
     */
    public Future<SafeTarget> check(String url) {
        TargetUrl target;
        try {
            target = TargetUrl.parse(url, rules);
        } catch (UnsafeTargetException e) {
            return Future.failedFuture(e);
        }
        return workers.executeBlocking(() -> resolve(target), false).map(Objects::requireNonNull);
    }

    /**
     * Settings for a client that sends such requests: TLS with its certificate checked, no answer is unpacked, lines
     * and headers are bounded, and there is no proxy that would resolve the name anew. The caller adds its timeouts.
     */
    public static HttpClientOptions clientOptions() {
        return new HttpClientOptions()
                .setTrustAll(false)
                .setVerifyHost(true)
                .setDecompressionSupported(false)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setMaxRedirects(0);
    }

    private SafeTarget resolve(TargetUrl url) {
        List<InetAddress> addresses;
        try {
            addresses = List.of(names.resolve(url.host()));
        } catch (UnknownHostException _) {
            throw new UnsafeTargetException(Reason.UNRESOLVED);
        }
        if (addresses.isEmpty()) {
            throw new UnsafeTargetException(Reason.UNRESOLVED);
        }
        if (!addresses.stream().allMatch(address -> rules.allows(address, url))) {
            throw new UnsafeTargetException(Reason.NOT_PUBLIC);
        }
        return new SafeTarget(url, addresses.getFirst());
    }

    @Override
    public void close() {
        workers.close();
    }
}
