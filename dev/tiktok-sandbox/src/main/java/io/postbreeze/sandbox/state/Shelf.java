package io.postbreeze.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps files only up to a limit: those that were received first go first. What is still coming or being looked at is
 * never touched, and what the ledger says about a file stays.
 */
public final class Shelf {
    private final World world;
    private final Map<String, Long> kept = new LinkedHashMap<>();
    /** Uploads that are not whole yet, in the order of their ends. */
    private final Set<String> coming = new LinkedHashSet<>();

    private long total;

    private Shelf(World world) {
        this.world = world;
    }

    private void begin() {
        List<Post> posts = world.posts().reversed();
        posts.stream().filter(post -> post.media().isEmpty()).forEach(this::resume);
        posts.stream()
                .filter(post -> !post.media().isEmpty())
                .sorted(Comparator.comparing(
                        post -> Objects.requireNonNull(post.course().settledAt())))
                .forEach(this::keep);
        world.onPost(this::changed);
        world.onReset(() -> {
            kept.clear();
            coming.clear();
            total = 0;
        });
    }

    /** Nothing is being written yet, so a part of a file whose time is up can go at once. */
    private void resume(Post post) {
        if (!post.isWhole() && post.isSettled(world.now())) {
            delete(post);
        } else if (isUnfinished(post)) {
            coming.add(post.uploadId());
        }
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
        } else if (isUnfinished(post)) {
            coming.add(post.uploadId());
        }
        dropExpired();
    }

    /** Only time ends an upload that its client forgot, and time tells nobody. */
    private void dropExpired() {
        while (!coming.isEmpty()) {
            String oldest = coming.iterator().next();
            Optional<Post> first = world.upload(oldest).filter(Shelf::isUnfinished);
            if (first.isPresent() && !isLongExpired(first.get())) {
                return;
            }
            coming.remove(oldest);
            first.ifPresent(this::delete);
        }
    }

    private static boolean isUnfinished(Post post) {
        return post.transfer().source() == Transfer.Source.FILE_UPLOAD
                && post.course().settledAt() == null
                && !post.isWhole();
    }

    /** A chunk that came in time may still be on its way when the time is up. */
    private boolean isLongExpired(Post post) {
        return post.transfer().expired(world.now().minus(Transfer.LASTS));
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
