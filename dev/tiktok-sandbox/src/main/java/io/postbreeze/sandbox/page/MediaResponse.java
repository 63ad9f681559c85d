package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /sandbox/publishes/{publishId}/media/{index}}: a received file, in ranges if a player asks for them. */
final class MediaResponse {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    private final FileSystem files;
    private final World world;

    /** Files of a world. */
    MediaResponse(FileSystem files, World world) {
        this.files = files;
        this.world = world;
    }

    /** The file, or a part of it; 410 when it is no longer kept. */
    void send(RoutingContext call) {
        Optional<Post> post = Optional.ofNullable(call.pathParam("publishId")).flatMap(world::post);
        Optional<Medium> medium = post.flatMap(found -> medium(found, call.pathParam("index")));
        if (medium.isEmpty()) {
            call.response().setStatusCode(404).end();
            return;
        }
        Path file = world.file(post.orElseThrow(), medium.get().index());
        if (!Files.exists(file)) {
            call.response().setStatusCode(410).end();
            return;
        }
        long size = medium.get().bytes();
        Matcher range = RANGE.matcher(
                Optional.ofNullable(call.request().getHeader("Range")).orElse(""));
        HttpServerResponse response = call.response()
                .putHeader("Content-Type", medium.get().contentType())
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Accept-Ranges", "bytes");
        if (range.matches()) {
            sendRange(response, file, range, size);
        } else {
            send(response, file, 0, size);
        }
    }

    /** The file at an index, the first when none is named. */
    private static Optional<Medium> medium(Post post, @Nullable String index) {
        String asked = index == null ? "0" : index;
        return post.media().stream()
                .filter(medium -> String.valueOf(medium.index()).equals(asked))
                .findFirst();
    }

    private void sendRange(HttpServerResponse response, Path file, Matcher range, long size) {
        long first = Long.parseLong(range.group(1));
        long asked = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
        long last = Math.min(asked, size - 1);
        if (first > last) {
            response.setStatusCode(416)
                    .putHeader("Content-Range", "bytes */" + size)
                    .end();
            return;
        }
        response.setStatusCode(206).putHeader("Content-Range", "bytes " + first + "-" + last + "/" + size);
        send(response, file, first, last - first + 1);
    }

    /** Piped and not by sendfile, whose end Vert.x logs as an error whenever a player has seen enough. */
    private void send(HttpServerResponse response, Path file, long first, long length) {
        response.putHeader("Content-Length", String.valueOf(length));
        files.open(file.toString(), new OpenOptions().setWrite(false).setCreate(false))
                .onFailure(unreadable -> response.reset())
                .onSuccess(bytes -> bytes.setReadPos(first)
                        .setReadLength(length)
                        .pipeTo(response)
                        .onComplete(over -> bytes.close()));
    }
}
