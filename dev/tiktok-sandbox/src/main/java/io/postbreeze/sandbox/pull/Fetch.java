package io.postbreeze.sandbox.pull;

import io.postbreeze.sandbox.state.Properties;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.streams.Pipe;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Fetches one address into a file, following no redirect. A host that is not mapped is looked up as usual, and refused
 * when it is a place on this machine or its own network: an address of a stranger's must not reach there.
 */
final class Fetch {
    private static final OpenOptions NEW =
            new OpenOptions().setRead(false).setWrite(true).setCreate(true).setTruncateExisting(true);
    private static final int CONNECT_MS = 10_000;
    private static final int SILENCE_SECONDS = 60;

    private final Vertx vertx;
    private final Properties properties;
    private final HttpClient client;

    /**
     * A fetcher.
     *
     * @param atOnce how many transfers there are at most; all of them may be from one host
     */
    Fetch(Vertx vertx, Properties properties, int atOnce) {
        this.vertx = vertx;
        this.properties = properties;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MS)
                .setReadIdleTimeout(SILENCE_SECONDS)
                .setMaxPoolSize(atOnce)
                .setKeepAlive(false));
    }

    /**
     * Fetches; the future fails when anything but a whole file of at most {@code most} bytes came, with
     * {@link TooLarge} when it was more.
     *
     * @param goesOn told how many bytes have come; false ends the transfer
     * @param stop ends the transfer when it is complete, whatever has come until then
     */
    Future<Void> fetch(String url, Path into, long most, LongPredicate goesOn, Future<Void> stop) {
        URI address = URI.create(url);
        return place(address)
                .compose(place -> client.request(options(address, place)))
                .compose(request -> {
                    stop.onComplete(over -> request.reset());
                    return receive(request, into, most, goesOn);
                });
    }

    private static RequestOptions options(URI address, Place place) {
        // Left out of the Host header, as it is for the public address: signed addresses cover that header.
        int usual = place.isTls() ? 443 : 80;
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(place.port(), place.address()))
                .setHost(address.getHost())
                .setPort(address.getPort() < 0 ? usual : address.getPort())
                .setSsl(place.isTls())
                .setFollowRedirects(false)
                .setURI(Optional.ofNullable(address.getRawPath())
                                .filter(path -> !path.isEmpty())
                                .orElse("/")
                        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()))
                .putHeader("Accept-Encoding", "identity");
    }

    private Future<Void> receive(HttpClientRequest request, Path into, long most, LongPredicate goesOn) {
        return request.send()
                .compose(response -> {
                    // From here on, so that what breaks off before the file is open is heard of as well.
                    Pipe<Buffer> bytes = response.pipe().endOnFailure(false);
                    return response.statusCode() == 200
                            ? vertx.fileSystem()
                                    .open(into.toString(), NEW)
                                    .compose(file -> pour(bytes, file, most, goesOn))
                            : Future.failedFuture(new PullFailed("HTTP " + response.statusCode()));
                })
                .onFailure(failure -> request.reset());
    }

    private static Future<Void> pour(Pipe<Buffer> bytes, AsyncFile file, long most, LongPredicate goesOn) {
        return Future.<Void>future(
                        done -> bytes.to(new LimitedFile(file, most, goesOn)).onComplete(done))
                // A file that was ended is closed already; to close it again does no harm.
                .onFailure(failure -> file.close());
    }

    private Future<Place> place(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        Optional<URI> target = properties.target(host);
        if (target.isPresent()) {
            URI there = target.get();
            boolean isTls = "https".equals(there.getScheme());
            int port = there.getPort() < 0 ? (isTls ? 443 : 80) : there.getPort();
            return Future.succeededFuture(new Place(there.getHost(), port, isTls));
        }
        int port = address.getPort() < 0 ? 443 : address.getPort();
        return vertx.executeBlocking(() -> new Place(publicAddress(host), port, true), false)
                .map(Objects::requireNonNull);
    }

    private static String publicAddress(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (Arrays.stream(found).anyMatch(Fetch::isNear)) {
            throw new PullFailed("the host is on this machine's own network");
        }
        return found[0].getHostAddress();
    }

    private static boolean isNear(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isUniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean isCarrierGrade = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isUniqueLocal
                || isCarrierGrade;
    }

    /**
     * Where to connect.
     *
     * @param address name or number
     * @param port of TCP
     * @param isTls whether to speak TLS
     */
    private record Place(String address, int port, boolean isTls) {}
}
