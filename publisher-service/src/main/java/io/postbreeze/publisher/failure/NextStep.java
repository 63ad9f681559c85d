package io.postbreeze.publisher.failure;

import java.time.Instant;

/** The answer of {@link FailurePolicy}. */
public sealed interface NextStep {

    /** Get a fresh access token now and go on; not an attempt. */
    record RenewToken() implements NextStep {}

    /** Go on from the checkpoint at that time; counts as an attempt. */
    record RetryAt(Instant at) implements NextStep {}

    /** Forget the upload and begin anew at that time; counts as an attempt. Only where nothing can have been posted. */
    record StartOverAt(Instant at) implements NextStep {}

    /** Go on from the checkpoint at that time; not an attempt. */
    record SnoozeUntil(Instant at, String waitingFor) implements NextStep {}

    /** Find out at that time what became of it before doing anything else. */
    record VerifyAt(Instant at) implements NextStep {}

    /** Wait for the user to connect the account again; look at that time whether it happened. */
    record Reauthorise(Instant lookAt) implements NextStep {}

    /** End it and tell the user why. */
    record GiveUp(Problem problem) implements NextStep {}
}
