package io.postbreeze.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps files only up to a limit: those that were received first go first. What is still coming or being looked at is
 * never touched, and what the ledger says about a file stays.
 */
public final class Shelf {
    private final World world;
    private final Map<String, Long> kept = new LinkedHashMap<>();
    private long total;

    private Shelf(World world) {
        this.world = world;
    }

    private void begin() {
        world.posts().stream()
                .filter(post -> post.course().receivedAt() != null)
                .sorted(Comparator.comparing(
                        post -> Objects.requireNonNull(post.course().receivedAt())))
                .forEach(this::keep);
        world.onPost(this::changed);
        world.onReset(() -> {
            kept.clear();
            total = 0;
        });
    }

    /** Looks after the files of a world from now on. */
    public static void watch(World world) {
        new Shelf(world).begin();
    }

    private void changed(Post post) {
        boolean isOver = post.course().settledAt() != null;
        if (isOver && post.media().isEmpty() && !post.isWhole()) {
            // Cancelled or given up: nobody will ever look at a part of a file.
            delete(post);
        } else if (isOver) {
            keep(post);
        }
    }

    private void keep(Post post) {
        long bytes = post.media().stream().mapToLong(Medium::bytes).sum();
        if (post.media().isEmpty() || kept.putIfAbsent(post.uploadId(), bytes) != null) {
            return;
        }
        total += bytes;
        while (total > world.settings().keepBytes() && !kept.isEmpty()) {
            String oldest = kept.keySet().iterator().next();
            total -= Objects.requireNonNull(kept.remove(oldest));
            world.upload(oldest).ifPresent(this::delete);
        }
    }

    private void delete(Post post) {
        for (int i = 0; i < Math.max(1, post.transfer().urls().size()); i++) {
            try {
                Files.deleteIfExists(world.file(post, i));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
