package io.postbreeze.media.domain;

import io.postbreeze.media.fetch.FetchConfig;
import io.postbreeze.media.inspection.FirstLook;
import io.postbreeze.safehttp.NameResolver;
import io.postbreeze.safehttp.SafeTarget;
import io.postbreeze.safehttp.SafeTargets;
import io.postbreeze.safehttp.TargetRules;
import io.postbreeze.safehttp.UnsafeTargetException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Goes where a URL leads, as far as the first bytes of the file. Every hop is checked anew before anything is sent, and
 * when the time is up the connection is closed, however busy the other side keeps it.
 */
@ApplicationScoped
class UrlProbe {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int PARTIAL = 206;
    private static final Pattern TOTAL = Pattern.compile("bytes \\d{1,18}-\\d{1,18}/(\\d{1,18})");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final Vertx vertx;
    private final SafeTargets targets;
    private final HttpClient client;
    private final Duration longest;
    private final Clock clock;

    UrlProbe(Vertx vertx, FetchConfig fetches, DomainConfig config, Clock clock) {
        this.vertx = vertx;
        this.targets = new SafeTargets(
                vertx, NameResolver.system(), new TargetRules(fetches.ports(), fetches.allowLoopback(), true));
        this.longest = config.checkTimeout();
        this.client = vertx.createHttpClient(
                SafeTargets.clientOptions().setKeepAlive(false).setConnectTimeout((int) longest.toMillis()));
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        client.close();
        targets.close();
    }

    /** Never fails: what went wrong is part of the journey. */
    Future<Journey> follow(String url) {
        return follow(Journey.BEGIN, withoutFragment(url), clock.instant().plus(longest));
    }

    private Future<Journey> follow(Journey before, String url, Instant deadline) {
        long left = Duration.between(clock.instant(), deadline).toMillis();
        if (left <= 0) {
            return Future.succeededFuture(stopped(before, new TimeoutException()));
        }
        return targets.check(url)
                .compose(target -> ask(target, left))
                .timeout(left, TimeUnit.MILLISECONDS)
                .compose(answer -> onward(before, url, answer, deadline))
                .recover(failure -> Future.succeededFuture(stopped(before, failure)));
    }

    private Future<Journey> onward(Journey before, String url, Answer answer, Instant deadline) {
        String location = answer.location();
        if (!REDIRECTS.contains(answer.found().status()) || location == null) {
            return Future.succeededFuture(before.arrived(answer.found()));
        }
        String next;
        try {
            next = withoutFragment(URI.create(url).resolve(location).toString());
        } catch (IllegalArgumentException _) {
            return Future.succeededFuture(
                    before.redirected(new Journey.Hop(answer.found().status(), ""))
                            .stopped(null, null, "URL_UNREACHABLE", "The URL redirects to something unreadable."));
        }
        Journey further = before.redirected(new Journey.Hop(answer.found().status(), Judgement.withoutQuery(next)));
        return further.redirects().size() > MOST_REDIRECTS
                ? Future.succeededFuture(further.stopped(
                        null, null, "URL_UNREACHABLE", "The URL redirects more than " + MOST_REDIRECTS + " times."))
                : follow(further, next, deadline);
    }

    private Future<Answer> ask(SafeTarget target, long left) {
        return client.request(target.request(HttpMethod.GET)).compose(request -> {
            long timer = vertx.setTimer(left, late -> request.connection().close());
            return send(request).compose(UrlProbe::head).onComplete(ended -> {
                vertx.cancelTimer(timer);
                request.connection().close();
            });
        });
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request) {
        return request.putHeader(HttpHeaders.ACCEPT, "*/*")
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity")
                .putHeader("Range", "bytes=0-" + (FirstLook.ENOUGH - 1))
                .putHeader(HttpHeaders.USER_AGENT, "Postbreeze-Media/1.0")
                .send();
    }

    private static Future<Answer> head(HttpClientResponse response) {
        Promise<Answer> done = Promise.promise();
        Buffer head = Buffer.buffer();
        response.exceptionHandler(done::tryFail);
        response.endHandler(end -> done.tryComplete(answer(response, head)));
        response.handler(bytes -> {
            head.appendBuffer(bytes, 0, Math.min(bytes.length(), FirstLook.ENOUGH - head.length()));
            if (head.length() == FirstLook.ENOUGH) {
                response.pause();
                done.tryComplete(answer(response, head));
            }
        });
        return done.future();
    }

    private static Answer answer(HttpClientResponse response, Buffer head) {
        boolean partial = response.statusCode() == PARTIAL;
        String told = partial
                ? response.getHeader(HttpHeaders.CONTENT_RANGE)
                : response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return new Answer(
                new Journey.Found(
                        response.statusCode(),
                        response.getHeader(HttpHeaders.CONTENT_TYPE),
                        size(partial, told == null ? "" : told),
                        partial,
                        head.getBytes()),
                response.getHeader(HttpHeaders.LOCATION));
    }

    private static @Nullable Long size(boolean partial, String told) {
        Matcher total = (partial ? TOTAL : LENGTH).matcher(told);
        return total.matches() ? Long.valueOf(total.group(partial ? 1 : 0)) : null;
    }

    private static Journey stopped(Journey before, Throwable failure) {
        if (failure instanceof UnsafeTargetException unsafe) {
            return switch (unsafe.reason()) {
                case UNRESOLVED ->
                    before.stopped(false, null, "URL_UNRESOLVED", "The host has no address. Is it spelled correctly?");
                case NOT_PUBLIC ->
                    before.stopped(
                            true,
                            false,
                            "URL_NOT_PUBLIC",
                            "The host is not on the public internet: nobody outside"
                                    + " can fetch the file. Nothing was sent there.");
                case MALFORMED, SCHEME, USER_INFO, PORT, HOST ->
                    before.stopped(null, null, "URL_FORBIDDEN", unsafe.reason().explanation());
            };
        }
        if (failure instanceof TimeoutException) {
            return before.stopped(null, null, "URL_TOO_SLOW", "The server did not answer in time.");
        }
        return before.stopped(
                true,
                true,
                "URL_UNREACHABLE",
                failure instanceof SSLException
                        ? "The server's certificate cannot be trusted."
                        : "The server could not be reached, or hung up.");
    }

    /** Fragments never travel. */
    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    /** What came back, and where it points. */
    private record Answer(Journey.Found found, @Nullable String location) {}
}
