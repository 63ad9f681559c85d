package io.postbreeze.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every act of posting, found by the id of the act and of its transfer. */
final class Posts {
    private final Path files;
    private final Documents<Post> byTransfer;
    private final Map<String, String> transfers = new HashMap<>();

    Posts(Path directory) {
        this.files = directory.resolve("media");
        try {
            Files.createDirectories(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.byTransfer = new Documents<>(directory.resolve("posts"), Post.class);
        byTransfer.all().forEach(post -> transfers.put(post.publishId(), post.uploadId()));
    }

    void put(Post post) {
        byTransfer.put(post.uploadId(), post);
        transfers.put(post.publishId(), post.uploadId());
    }

    Optional<Post> byTransfer(String id) {
        return byTransfer.get(id);
    }

    Optional<Post> byPublishId(String publishId) {
        return Optional.ofNullable(transfers.get(publishId)).flatMap(byTransfer::get);
    }

    /** All of them, newest first. */
    List<Post> all() {
        return newestFirst(byTransfer.all().stream());
    }

    List<Post> of(String openId) {
        return newestFirst(
                byTransfer.all().stream().filter(post -> post.openId().equals(openId)));
    }

    private static List<Post> newestFirst(Stream<Post> posts) {
        // Of those that began at the same instant the later one comes first, too.
        return posts.toList().reversed().stream()
                .sorted(Comparator.comparing(Post::createdAt).reversed())
                .toList();
    }

    /** The largest signed 64-bit number that is no post's yet. */
    long largestFreeNumber() {
        Set<Long> taken = byTransfer.all().stream()
                .flatMap(post -> post.postIds().stream())
                .collect(Collectors.toSet());
        return LongStream.iterate(Long.MAX_VALUE, number -> number - 1)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
    }

    /** Where the bytes of a post's file are, or will be. */
    Path file(Post post, int index) {
        return files.resolve(index == 0 ? post.uploadId() : post.uploadId() + "-" + index);
    }

    void clear() {
        for (Post post : all()) {
            for (int i = 0; i < Math.max(1, post.transfer().urls().size()); i++) {
                delete(file(post, i));
            }
        }
        byTransfer.clear();
        transfers.clear();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
