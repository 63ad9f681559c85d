package io.postbreeze.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Everything the sandbox knows. Used from one event loop only, so nothing here is locked. */
public final class World {
    private final Clock clock;
    private final RandomGenerator random;
    private final Path videos;
    private final Documents<Token> accessTokens;
    private final Documents<Token> refreshTokens;
    private final Documents<Post> posts;
    private final Map<String, String> uploads = new HashMap<>();

    /** Opens the world that is kept in a directory, or begins a new one. */
    public World(Path directory, Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        this.videos = directory.resolve("videos");
        try {
            Files.createDirectories(videos);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.accessTokens = new Documents<>(directory.resolve("access-tokens"), Token.class);
        this.refreshTokens = new Documents<>(directory.resolve("refresh-tokens"), Token.class);
        this.posts = new Documents<>(directory.resolve("publishes"), Post.class);
        posts.all().forEach(post -> uploads.put(post.publishId(), post.uploadId()));
    }

    /** The time in the sandbox. */
    public Instant now() {
        return clock.instant();
    }

    /** Letters and digits nobody can guess. */
    public String secret() {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A number as large as TikTok's ids: over 2^53, so that whoever reads it as a double is found out. */
    public long bigNumber() {
        return 7_600_000_000_000_000_000L + random.nextLong(400_000_000_000_000_000L) | 1L;
    }

    /** Everyone who lives here. */
    public List<Creator> creators() {
        return Creator.SEEDS;
    }

    /** A creator by id or handle. */
    public Optional<Creator> creator(String openIdOrUsername) {
        return creators().stream()
                .filter(creator -> creator.openId().equals(openIdOrUsername)
                        || creator.username().equals(openIdOrUsername))
                .findFirst();
    }

    /** Stores an access token. */
    public void putAccess(Token token) {
        accessTokens.put(name(token.value()), token);
    }

    /** Stores a refresh token. */
    public void putRefresh(Token token) {
        refreshTokens.put(name(token.value()), token);
    }

    /** A living access token. */
    public Optional<Token> access(String value) {
        return accessTokens.get(name(value)).filter(token -> now().isBefore(token.expiresAt()));
    }

    /** A living refresh token. */
    public Optional<Token> refresh(String value) {
        return refreshTokens.get(name(value)).filter(token -> now().isBefore(token.expiresAt()));
    }

    /** Kills a refresh token. */
    public void forgetRefresh(Token token) {
        refreshTokens.remove(name(token.value()));
    }

    /** Kills every token of a creator. */
    public void forgetTokens(String openId) {
        forget(accessTokens, openId);
        forget(refreshTokens, openId);
    }

    private static void forget(Documents<Token> tokens, String openId) {
        List<Token> theirs = tokens.all().stream()
                .filter(token -> token.openId().equals(openId))
                .toList();
        theirs.forEach(token -> tokens.remove(name(token.value())));
    }

    /** Stores a post. */
    public void putPost(Post post) {
        posts.put(post.uploadId(), post);
        uploads.put(post.publishId(), post.uploadId());
    }

    /** Changes a post as it stands now, which may be newer than what the caller last saw. */
    public void updatePost(String uploadId, UnaryOperator<Post> change) {
        posts.get(uploadId).map(change).ifPresent(this::putPost);
    }

    /** A post by the id of its act. */
    public Optional<Post> post(String publishId) {
        return Optional.ofNullable(uploads.get(publishId)).flatMap(posts::get);
    }

    /** A post by its upload. */
    public Optional<Post> upload(String uploadId) {
        return posts.get(uploadId);
    }

    /** All posts, newest first. */
    public List<Post> posts() {
        return newestFirst(posts.all().stream());
    }

    /** The posts of one creator, newest first. */
    public List<Post> postsOf(String openId) {
        return newestFirst(posts.all().stream().filter(post -> post.openId().equals(openId)));
    }

    private static List<Post> newestFirst(Stream<Post> posts) {
        return posts.sorted(Comparator.comparing(Post::createdAt).reversed()).toList();
    }

    /** Where the bytes of a post are. */
    public Path video(Post post) {
        return videos.resolve(post.uploadId());
    }

    private static String name(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JRE has SHA-256", e);
        }
    }
}
