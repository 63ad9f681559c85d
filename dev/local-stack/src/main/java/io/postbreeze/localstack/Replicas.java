package io.postbreeze.localstack;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The replicas of a service, asked in turn. One that takes no connection is passed over before anything is sent, so any
 * request may go to the next one then. Whoever failed is asked after all others for a second: a process that was killed
 * leaves many open connections, and each looks sound until it is used.
 */
final class Replicas implements OriginRequestProvider {
    private static final long SHUNNED_NANOS = 1_000_000_000;
    private static final String ASKED = "replica";

    private final List<Replica> all;
    private final AtomicInteger turn = new AtomicInteger();

    Replicas(List<Integer> ports) {
        all = ports.stream().map(Replica::new).toList();
    }

    /** Fails with a {@link java.net.ConnectException} when no replica takes a connection. */
    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        return connect(context, inTurn().iterator());
    }

    /** Notes that the replica that was asked last took the request and did not answer it. */
    void failed(ProxyContext context) {
        Replica asked = context.get(ASKED, Replica.class);
        if (asked != null) {
            asked.shun(System.nanoTime());
        }
    }

    private List<Replica> inTurn() {
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        long now = System.nanoTime();
        return IntStream.range(0, all.size())
                .mapToObj(index -> all.get((first + index) % all.size()))
                .sorted(Comparator.comparing(replica -> replica.isShunned(now)))
                .toList();
    }

    private static Future<HttpClientRequest> connect(ProxyContext context, Iterator<Replica> candidates) {
        Replica replica = candidates.next();
        context.set(ASKED, replica);
        return context.client().request(replica.address()).recover(failure -> {
            replica.shun(System.nanoTime());
            return candidates.hasNext() ? connect(context, candidates) : Future.failedFuture(failure);
        });
    }

    /** One process. */
    private static final class Replica {
        private final int port;
        private volatile boolean shunned;
        private volatile long sinceNanos;

        Replica(int port) {
            this.port = port;
        }

        RequestOptions address() {
            return new RequestOptions().setHost("127.0.0.1").setPort(port);
        }

        void shun(long now) {
            sinceNanos = now;
            shunned = true;
        }

        boolean isShunned(long now) {
            return shunned && now - sinceNanos < SHUNNED_NANOS;
        }
    }
}
