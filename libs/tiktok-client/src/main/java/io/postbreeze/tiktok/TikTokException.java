package io.postbreeze.tiktok;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which a call to TikTok can fail, told apart by what the caller has to do next. Messages hold identifiers
 * only: no token, no address.
 */
public abstract sealed class TikTokException extends RuntimeException {

    private final String code;
    private final @Nullable String logId;

    private TikTokException(String code, @Nullable String logId, @Nullable Throwable cause) {
        super(logId == null ? code : code + " (log id " + logId + ")", cause);
        this.code = code;
        this.logId = logId;
    }

    /** TikTok's own code, or a word of this library for what happened on the way; from a small set, fit for a label. */
    public final String code() {
        return code;
    }

    /** TikTok's id of the call for its support; null when no answer came. */
    public final @Nullable String logId() {
        return logId;
    }

    /** Too many calls within a minute: wait and ask again. */
    public static final class Throttled extends TikTokException {
        private final @Nullable Duration retryAfter;

        public Throttled(String code, @Nullable String logId, @Nullable Duration retryAfter) {
            super(code, logId, null);
            this.retryAfter = retryAfter;
        }

        /** The wait TikTok asked for; null when it did not say. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** TikTok could not be reached, failed, or broke off, and nothing has taken effect: repeat later. */
    public static final class Unavailable extends TikTokException {
        public Unavailable(String code, @Nullable String logId, @Nullable Throwable cause) {
            super(code, logId, cause);
        }
    }

    /** The access token is dead: get a new one and repeat once. */
    public static final class AuthorizationExpired extends TikTokException {
        public AuthorizationExpired(String code, @Nullable String logId) {
            super(code, logId, null);
        }
    }

    /** The refresh token or the authorization code is dead ({@code invalid_grant}): the creator must connect again. */
    public static final class ReconnectNeeded extends TikTokException {
        public ReconnectNeeded(String code, @Nullable String logId) {
            super(code, logId, null);
        }
    }

    /** The creator did not grant what this call needs: only connecting again with that scope helps. */
    public static final class ScopeMissing extends TikTokException {
        public ScopeMissing(String code, @Nullable String logId) {
            super(code, logId, null);
        }
    }

    /** A 24-hour cap of the creator or of this application is used up: wait for hours, not for seconds. */
    public static final class CapReached extends TikTokException {
        public CapReached(String code, @Nullable String logId) {
            super(code, logId, null);
        }
    }

    /** TikTok understood and refused: the same request will be refused for ever. */
    public static final class Rejected extends TikTokException {
        private final @Nullable String detail;

        public Rejected(String code, @Nullable String logId, @Nullable String detail) {
            super(code, logId, null);
            this.detail = detail;
        }

        /** TikTok's sentence, shortened and stripped of control characters; null when it gave none. */
        public @Nullable String detail() {
            return detail;
        }
    }

    /** The chunk does not continue what TikTok has stored (416): go on from where TikTok stands. */
    public static final class RangeNotSatisfiable extends TikTokException {
        private final @Nullable Long storedBytes;

        public RangeNotSatisfiable(@Nullable String logId, @Nullable Long storedBytes) {
            super("range_not_satisfiable", logId, null);
            this.storedBytes = storedBytes;
        }

        /**
         * How many bytes TikTok has, which is the offset to go on from; null when its answer does not tell for sure.
         */
        public @Nullable Long storedBytes() {
            return storedBytes;
        }
    }

    /** The upload address has expired or is unknown (403, 404): begin again with a new init. */
    public static final class UploadGone extends TikTokException {
        public UploadGone(String code, @Nullable String logId) {
            super(code, logId, null);
        }
    }

    /**
     * The request was sent in full and its answer was lost: it may have taken effect, so ask before repeating. Only
     * calls that change something fail so; others are {@link Unavailable}.
     */
    public static final class OutcomeUnknown extends TikTokException {
        public OutcomeUnknown(String code, @Nullable String logId, @Nullable Throwable cause) {
            super(code, logId, cause);
        }
    }

    /**
     * An answer came whole but cannot be understood or must not be trusted. After an init it may have taken effect
     * nevertheless.
     */
    public static final class MalformedAnswer extends TikTokException {
        public MalformedAnswer(String code, @Nullable String logId, @Nullable Throwable cause) {
            super(code, logId, cause);
        }
    }

    /**
     * The bytes to send could not be read as promised: too short, too long, silent, or not the range that was asked
     * for. The fault is not TikTok's; it has stored no part of this chunk that counts.
     */
    public static final class SourceFailed extends TikTokException {
        public SourceFailed(String code, @Nullable Throwable cause) {
            super(code, null, cause);
        }
    }
}
