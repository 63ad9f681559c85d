package io.postbreeze.sandbox.fault;

import io.postbreeze.sandbox.state.Fate;
import org.jspecify.annotations.Nullable;

/** What a fault does to the calls it strikes. */
sealed interface Effect {

    /** It waits, a time between the two, and goes on as if nothing had happened. */
    record Delay(long minMs, long maxMs) implements Effect {}

    /** It is refused and has no effect. */
    record Status(
            int status,
            String code,
            String message,
            @Nullable String retryAfter) implements Effect {}

    /** The connection breaks before anything of the body is read. */
    record ResetBeforeRead() implements Effect {}

    /** The connection breaks within the body, so the call has no effect. */
    record ResetAfterBytes(long bytes) implements Effect {}

    /** It has its effect, and the connection breaks in place of the answer. */
    record DropReply() implements Effect {}

    /** It has its effect, and the connection breaks within the answer's body. */
    record TruncateReply() implements Effect {}

    /** It has its effect, and the answer is no JSON. */
    record MalformedJson() implements Effect {}

    /** It has its effect, and the answer comes a byte at a time. */
    record SlowDrip(long dripMs) implements Effect {}

    /** The chunk is stored, and the answer's {@code Content-Range} is wrong by so many bytes. */
    record WrongContentRange(long bytes) implements Effect {}

    /** The upload address is dead from this call on; after an init, the one it has just given. */
    record ExpireUpload() implements Effect {}

    /** The call's token, or for a chunk every token of its creator, is dead after it. */
    record RevokeToken() implements Effect {}

    /** The post that an init begins has this before it. */
    record Doom(Fate.Kind kind, @Nullable String failReason) implements Effect {}
}
