package io.postbreeze.sandbox.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One act of posting, from its init on. Its states and what leads from one to the next: {@code docs/states.md} of this
 * module.
 *
 * @param publishId TikTok's id of the act
 * @param openId whose
 * @param createdAt when init came
 * @param kind what is posted
 * @param mode posted at once, or left in the creator's inbox
 * @param info what was said about it
 * @param transfer how its bytes come in
 * @param media the files, in order, once they are there and were looked at
 * @param course when what happens to it
 * @param postIds the numbers it will have in public; an inbox item may become several posts
 * @param fate what a fault has in store for it; null for none
 */
public record Post(
        String publishId,
        String openId,
        Instant createdAt,
        Kind kind,
        Mode mode,
        PostInfo info,
        Transfer transfer,
        List<Medium> media,
        Course course,
        List<Long> postIds,
        @Nullable Fate fate) {

    /** What is posted. */
    public enum Kind {
        /** One video. */
        VIDEO,
        /** A carousel. */
        PHOTO
    }

    /** Who presses the button. */
    public enum Mode {
        /** The app does, with everything said in the init. */
        DIRECT_POST,
        /** The creator does, in TikTok's own app. */
        MEDIA_UPLOAD
    }

    /** Keeps its own copies. */
    public Post {
        media = List.copyOf(media);
        postIds = List.copyOf(postIds);
    }

    /** The same after a change of how its bytes come in. */
    public Post with(Transfer changed) {
        return new Post(publishId, openId, createdAt, kind, mode, info, changed, media, course, postIds, fate);
    }

    /** The same with another course. */
    public Post with(Course changed) {
        return new Post(publishId, openId, createdAt, kind, mode, info, transfer, media, changed, postIds, fate);
    }

    /** The same with its files. */
    public Post withMedia(List<Medium> files) {
        return new Post(publishId, openId, createdAt, kind, mode, info, transfer, files, course, postIds, fate);
    }

    /** The same with more bytes stored. */
    public Post withReceivedBytes(long bytes) {
        return with(transfer.withReceived(bytes));
    }

    /** The same after some bytes came for nothing. */
    public Post withMoreDiscarded(long bytes) {
        return with(transfer.withMoreDiscarded(bytes));
    }

    /** The same with an upload address that dies at an instant. */
    public Post withUploadUntil(Instant end) {
        return with(transfer.withUntil(end));
    }

    /** The same, posted by its creator in the app. */
    Post posted(Course changed, String privacy, List<Long> ids) {
        return new Post(
                publishId,
                openId,
                createdAt,
                kind,
                mode,
                info.withPrivacy(privacy),
                transfer,
                media,
                changed,
                ids,
                fate);
    }

    /** Names the upload or the pull. */
    public String uploadId() {
        return transfer.id();
    }

    /** Its first number. */
    public long postId() {
        return postIds.getFirst();
    }

    /** Whether all its bytes are in, checked or not. */
    public boolean isWhole() {
        return transfer.isWhole() || course.receivedAt() != null;
    }

    /** TikTok's word for where it stands, were no fault to hold it. */
    public String status(Instant now) {
        if (course.settledAt() == null) {
            return !isWhole() && transfer.expired(now) ? "FAILED" : transfer.processingWord();
        }
        if (now.isBefore(course.settledAt())) {
            return transfer.processingWord();
        }
        if (course.failReason() != null) {
            return "FAILED";
        }
        return Course.reached(course.postedAt(), now) ? "PUBLISH_COMPLETE" : "SEND_TO_USER_INBOX";
    }

    /** Why it failed; empty while it has not. */
    public Optional<String> failReason(Instant now) {
        if (!status(now).equals("FAILED")) {
            return Optional.empty();
        }
        return Optional.of(course.failReason() != null ? course.failReason() : timedOut());
    }

    /** TikTok does not say what an upload that is never finished fails with. */
    private String timedOut() {
        return transfer.source() == Transfer.Source.FILE_UPLOAD
                ? "internal"
                : kind == Kind.VIDEO ? "video_pull_failed" : "photo_pull_failed";
    }

    /** Whether nothing more can become of it by itself. */
    public boolean isSettled(Instant now) {
        String status = status(now);
        return !status.equals(transfer.processingWord());
    }

    /** Whether it can be seen on its creator's profile, at least by the creator. */
    public boolean onProfile(Instant now) {
        return status(now).equals("PUBLISH_COMPLETE") && !Course.reached(course.removedAt(), now);
    }

    /** Whether everyone can see it. */
    public boolean isPublic(Instant now) {
        return onProfile(now) && Course.reached(course.publicAt(), now);
    }

    /** Whether TikTok tells its number. */
    public boolean isIdentified(Instant now) {
        return isPublic(now) && Course.reached(course.identifiedAt(), now);
    }
}
