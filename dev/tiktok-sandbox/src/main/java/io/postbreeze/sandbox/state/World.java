package io.postbreeze.sandbox.state;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Everything the sandbox knows. Used from one event loop only, so nothing here is locked. */
public final class World {
    private final SandboxClock clock;
    private final RandomGenerator random;
    private final Settings initial;
    private final Properties properties;
    private final Tokens tokens;
    private final Posts posts;
    private final Documents<Creator> creators;
    private final Documents<Long> ahead;
    private final List<Consumer<Post>> postListeners = new ArrayList<>();
    private final List<ObjIntConsumer<String>> disconnectListeners = new ArrayList<>();
    private final List<Runnable> resetListeners = new ArrayList<>();
    private final List<Runnable> closeListeners = new ArrayList<>();
    private Settings settings;
    private volatile boolean closed;
    private Predicate<String> faultActive = fault -> false;

    /** Opens the world that is kept in a directory, or begins a new one. */
    public World(Path directory, Clock clock, RandomGenerator random, Settings initial, Properties properties) {
        this.random = random;
        this.initial = initial;
        this.settings = initial;
        this.properties = properties;
        this.ahead = new Documents<>(directory.resolve("clock"), Long.class);
        this.clock =
                new SandboxClock(clock, Duration.ofMillis(ahead.get("ahead-ms").orElse(0L)));
        this.tokens = new Tokens(directory, this.clock);
        this.posts = new Posts(directory);
        this.creators = new Documents<>(directory.resolve("creators"), Creator.class);
        seed();
    }

    private void seed() {
        Creator.SEEDS.stream()
                .filter(seed -> creators.get(seed.openId()).isEmpty())
                .forEach(seed -> creators.put(seed.openId(), seed));
    }

    /** The time in the sandbox. */
    public Instant now() {
        return clock.instant();
    }

    /** The clock, to look at. */
    public SandboxClock clock() {
        return clock;
    }

    /** Lets time pass. */
    public void advance(Duration by) {
        clock.advance(by);
        ahead.put("ahead-ms", clock.ahead().toMillis());
    }

    /** How it behaves now. */
    public Settings settings() {
        return settings;
    }

    /** Makes it behave otherwise from now on; posts keep the instants they were given. */
    public void change(Settings changed) {
        settings = changed;
    }

    /** Owned addresses and mapped hosts. */
    public Properties properties() {
        return properties;
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

    /** The largest signed 64-bit number that no post has yet. */
    public long hugeNumber() {
        return posts.largestFreeNumber();
    }

    /** Everyone who lives here, in the order of their coming. */
    public List<Creator> creators() {
        return List.copyOf(creators.all());
    }

    /** A creator by id or handle. */
    public Optional<Creator> creator(String openIdOrHandle) {
        return creators.get(openIdOrHandle)
                .or(() -> creators.all().stream()
                        .filter(creator -> creator.handle().equals(openIdOrHandle))
                        .findFirst());
    }

    /** The creator of a post or token, which cannot be gone. */
    public Creator creatorOf(String openId) {
        return creators.get(openId).orElseThrow();
    }

    /** Stores a creator; the id must be ours. */
    public void putCreator(Creator creator) {
        creators.put(creator.openId(), creator);
    }

    /** Stores an access token. */
    public void putAccess(Token token) {
        tokens.putAccess(token);
    }

    /** Stores a refresh token. */
    public void putRefresh(Token token) {
        tokens.putRefresh(token);
    }

    /** A living access token, of either platform. */
    public Optional<Token> access(String value) {
        return tokens.access(value);
    }

    /** A living refresh token, of either platform. */
    public Optional<Token> refresh(String value) {
        return tokens.refresh(value);
    }

    /** Kills one access or refresh token. */
    public void forgetToken(String value) {
        tokens.forget(value);
    }

    /** Kills a creator's tokens of one platform; the other registration of the app does not notice. */
    public void forgetTokens(String openId, Token.Platform platform) {
        tokens.forgetAllOf(openId, platform);
    }

    /** The tie to the app ends: every token dies, unfinished posts fail; {@code reason} as TikTok's webhook counts. */
    public void disconnect(String openId, int reason) {
        tokens.forgetAllOf(openId);
        posts.of(openId).stream()
                .filter(post -> !post.isSettled(now()))
                .forEach(post -> fail(post.publishId(), "auth_removed"));
        disconnectListeners.forEach(listener -> listener.accept(openId, reason));
    }

    /** Kills every token of a creator's, and tells nobody. */
    public void forgetTokens(String openId) {
        tokens.forgetAllOf(openId);
    }

    /** Tells who is disconnected, and why. */
    public void onDisconnect(ObjIntConsumer<String> listener) {
        disconnectListeners.add(listener);
    }

    /** Stores a post. */
    public void putPost(Post post) {
        if (closed) {
            return;
        }
        posts.put(post);
        postListeners.forEach(listener -> listener.accept(post));
    }

    /** Tells of every post that is new or changed; its instants may lie ahead. */
    public void onPost(Consumer<Post> listener) {
        postListeners.add(listener);
    }

    /** Changes a post as it stands now, which may be newer than what the caller last saw. */
    public void updatePost(String uploadId, UnaryOperator<Post> change) {
        posts.byTransfer(uploadId).map(change).ifPresent(this::putPost);
    }

    /** All bytes of a post are in and were looked at. */
    public void settle(String uploadId, List<Medium> media, Instant receivedAt, Optional<String> failReason) {
        updatePost(uploadId, post -> Verdict.of(post, media, receivedAt, failReason, settings));
    }

    /** A post fails now, whatever it was about to become. */
    public void fail(String publishId, String reason) {
        post(publishId)
                .ifPresent(post ->
                        putPost(post.with(post.course().failed(post.course().receivedAt(), now(), reason))));
    }

    /** A creator posts an inbox item in the app, as one post or several. */
    public void finish(Post post, int howMany) {
        putPost(Verdict.finished(post, now(), howMany, this::bigNumber, settings));
    }

    /** Moderation of a post comes to its end now: through, or for nobody to see. */
    public void moderate(Post post, boolean through, String failReason) {
        putPost(Verdict.moderated(post, now(), through, failReason));
    }

    /** A post goes off the profile. */
    public void takeDown(Post post) {
        putPost(post.with(post.course().removed(now())));
    }

    /** A post by the id of its act. */
    public Optional<Post> post(String publishId) {
        return posts.byPublishId(publishId);
    }

    /** A post by its upload or pull. */
    public Optional<Post> upload(String uploadId) {
        return posts.byTransfer(uploadId);
    }

    /** All posts, newest first. */
    public List<Post> posts() {
        return posts.all();
    }

    /** The posts of one creator, newest first. */
    public List<Post> postsOf(String openId) {
        return posts.of(openId);
    }

    /** Where the bytes of a post's file are, or will be. */
    public Path file(Post post, int index) {
        return posts.file(post, index);
    }

    /** Tells whether a fault is still there. */
    public void faultsAre(Predicate<String> active) {
        faultActive = active;
    }

    /** Whether a post's status goes back and forth. */
    public boolean isFlapping(Post post) {
        return post.fate() != null
                && post.fate().kind() == Fate.Kind.FLAP
                && faultActive.test(post.fate().faultId());
    }

    /** The time as a post feels it: one that a fault holds up stands still before all that lies ahead. */
    public Instant nowFor(Post post) {
        boolean held = post.fate() != null
                && post.fate().kind() == Fate.Kind.STUCK
                && faultActive.test(post.fate().faultId());
        return held ? post.createdAt().minusMillis(1) : now();
    }

    /**
     * Ends the world: what breaks off because the sandbox stops is no event in it, and goes on at the next start. May
     * be called from any thread.
     */
    public void close() {
        closed = true;
        closeListeners.forEach(Runnable::run);
    }

    /** Asked to come to an end when the world does; may block, and is no event loop's to call. */
    public void onClose(Runnable listener) {
        closeListeners.add(listener);
    }

    /** Begins anew: the seeds, the first settings, the real time. */
    public void reset() {
        posts.clear();
        tokens.clear();
        creators.clear();
        seed();
        settings = initial;
        properties.reset();
        clock.reset();
        ahead.clear();
        resetListeners.forEach(Runnable::run);
    }

    /** Told when everything begins anew, for whoever remembers something of their own. */
    public void onReset(Runnable listener) {
        resetListeners.add(listener);
    }
}
