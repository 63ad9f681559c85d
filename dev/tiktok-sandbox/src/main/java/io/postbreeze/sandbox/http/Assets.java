package io.postbreeze.sandbox.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Styles and scripts of the pages, from the class path. */
public final class Assets {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,40}\\.(css|js)");
    private static final int TAG_LENGTH = 12;
    private static final Map<String, Asset> READ = new ConcurrentHashMap<>();

    private record Asset(Buffer bytes, String type, String tag) {}

    private Assets() {}

    /**
     * Where a browser finds a file, in a way that a changed file has another address.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    static String address(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException(name));
        return "/pages/" + name + "?v=" + asset.tag();
    }

    /** {@code GET /pages/:name}: kept for ever under an address with its tag, else asked for anew each time. */
    public static void send(RoutingContext call) {
        Optional<Asset> found = find(String.valueOf(call.pathParam("name")));
        if (found.isEmpty()) {
            call.response().setStatusCode(404).end();
            return;
        }
        Asset asset = found.get();
        String quoted = "\"" + asset.tag() + "\"";
        boolean isVersioned = asset.tag().equals(call.request().getParam("v"));
        call.response()
                .putHeader("ETag", quoted)
                .putHeader("Content-Type", asset.type())
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", isVersioned ? "public, max-age=31536000, immutable" : "no-cache");
        if (quoted.equals(call.request().getHeader("If-None-Match"))) {
            call.response().setStatusCode(304).end();
        } else {
            call.response().end(asset.bytes());
        }
    }

    private static Optional<Asset> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(READ.get(name)).or(() -> {
            Optional<Asset> read = read(name);
            read.ifPresent(asset -> READ.put(name, asset));
            return read;
        });
    }

    private static Optional<Asset> read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/pages/" + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            String type = name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return Optional.of(new Asset(Buffer.buffer(bytes), type, hash.substring(0, TAG_LENGTH)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
