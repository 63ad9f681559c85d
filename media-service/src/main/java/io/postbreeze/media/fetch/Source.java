package io.postbreeze.media.fetch;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.postbreeze.media.inspection.RejectionCode;
import io.postbreeze.safehttp.NameResolver;
import io.postbreeze.safehttp.SafeTarget;
import io.postbreeze.safehttp.SafeTargets;
import io.postbreeze.safehttp.TargetRules;
import io.postbreeze.safehttp.UnsafeTargetException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Opens URLs. Where each one leads is checked anew, redirects included, and the connection goes to what was checked.
 */
@ApplicationScoped
class Source {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(7);

    private final Vertx vertx;
    private final SafeTargets targets;
    private final HttpClient client;
    private final FetchConfig config;
    private final Clock clock;

    Source(Vertx vertx, FetchConfig config, Clock clock) {
        this.vertx = vertx;
        this.targets = new SafeTargets(
                vertx, NameResolver.system(), new TargetRules(config.ports(), config.allowLoopback(), true));
        this.client = vertx.createHttpClient(
                SafeTargets.clientOptions().setKeepAlive(false).setConnectTimeout((int)
                        config.connectTimeout().toMillis()));
        this.config = config;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        client.close();
        targets.close();
    }

    /** The body behind a URL; blocking. Fails with {@link FetchFailure}. */
    SteadyDownload open(String url) {
        return new SteadyDownload(
                this,
                url,
                answer(url, MultiMap.caseInsensitiveMultiMap(), clock.instant().plus(config.totalTimeout())));
    }

    /**
     * The rest of a file of which an earlier replica has that many bytes; blocking. Null when there is another file by
     * now, or no way to have a part of it. Fails with {@link FetchFailure}, after some tries when the source is away.
     */
    @Nullable
    SteadyDownload resume(String url, long from, String version) {
        Instant deadline = clock.instant().plus(config.totalTimeout());
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                Download answer = rest(url, from, version, deadline);
                if (answer.startsAt(from)) {
                    return new SteadyDownload(this, url, answer, version, from);
                }
                answer.close();
                return null;
            } catch (FetchFailure failure) {
                if (failure.rejection().code() == RejectionCode.MEDIA_URL_FORBIDDEN
                        || wait.compareTo(LONGEST_WAIT) > 0
                        || !waited(wait, deadline)) {
                    throw failure;
                }
                wait = wait.multipliedBy(2);
            }
        }
    }

    /**
     * The rest of a file of which that many bytes are here; blocking. Fails with {@link FetchFailure}.
     *
     * @param version what the file was when it was begun
     */
    Download rest(String url, long from, String version, Instant deadline) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add(HttpHeaderNames.RANGE, "bytes=" + from + "-")
                .add(HttpHeaderNames.IF_RANGE, version);
        return answer(url, headers, deadline);
    }

    /** Waits on a worker thread; false when that would be past the end. */
    boolean waited(Duration wait, Instant deadline) {
        if (!clock.instant().plus(wait).isBefore(deadline)) {
            return false;
        }
        try {
            vertx.timer(wait.toMillis())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(2 * wait.toMillis() + config.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private Download answer(String url, MultiMap headers, Instant deadline) {
        int expected = headers.contains(HttpHeaderNames.RANGE) ? PARTIAL : OK;
        String at = withoutFragment(url);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Download download = hop(at, headers, deadline);
            if (download.status() == expected || download.status() == OK) {
                return download;
            }
            try (download) {
                at = next(at, download);
            }
        }
        throw new FetchFailure(
                RejectionCode.MEDIA_URL_UNREACHABLE,
                "The URL redirects more than " + MOST_REDIRECTS + " times. Name the file's own address.");
    }

    /** Fragments never travel; people copy them along. */
    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return (hash < 0 ? url : url.substring(0, hash)).strip();
    }

    private static String next(String at, Download answer) {
        String location = answer.location();
        if (!REDIRECTS.contains(answer.status()) || location == null) {
            throw Refusals.status(answer.status());
        }
        try {
            return withoutFragment(URI.create(at).resolve(location).toString());
        } catch (IllegalArgumentException e) {
            throw new FetchFailure(RejectionCode.MEDIA_URL_UNREACHABLE, "The URL redirects to something unreadable.");
        }
    }

    private Download hop(String url, MultiMap headers, Instant deadline) {
        Future<Download> asked = targets.check(url)
                .compose(target -> client.request(target.request(HttpMethod.GET))
                        .compose(request -> send(request, headers))
                        .map(response -> download(target, response, deadline)));
        try {
            Duration wait = config.connectTimeout().plus(config.idleTimeout());
            return asked.toCompletionStage().toCompletableFuture().get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            asked.onSuccess(Download::close);
            throw new FetchFailure(
                    RejectionCode.MEDIA_URL_TOO_SLOW, "The server did not answer in time. Try again later.");
        } catch (InterruptedException e) {
            asked.onSuccess(Download::close);
            Thread.currentThread().interrupt();
            throw new FetchFailure(
                    RejectionCode.MEDIA_URL_INTERRUPTED, "The service stopped while fetching. Try again.");
        }
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, MultiMap headers) {
        request.headers().addAll(headers);
        return request.putHeader(HttpHeaders.ACCEPT, "*/*")
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity")
                .putHeader(HttpHeaders.USER_AGENT, "Postbreeze-Media/1.0")
                .send();
    }

    private Download download(SafeTarget target, HttpClientResponse response, Instant deadline) {
        Context itsOwn = Objects.requireNonNull(Vertx.currentContext());
        return new Download(target.url().host(), response, itsOwn, clock, config.idleTimeout(), deadline);
    }

    private FetchFailure failure(Throwable cause) {
        return cause instanceof UnsafeTargetException unsafe
                ? Refusals.unsafe(unsafe.reason(), config.ports())
                : Refusals.unreachable(cause);
    }
}
