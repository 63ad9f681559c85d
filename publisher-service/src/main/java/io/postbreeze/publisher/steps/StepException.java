package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;

/** A step that found out why it cannot go on. */
final class StepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    StepException(Failure failure) {
        super(failure.code(), null, false, false);
        this.failure = failure;
    }

    static StepException unusable(String code, String sentence) {
        return new StepException(Failure.of(FailureKind.UNUSABLE, code).because(sentence));
    }

    Failure failure() {
        return failure;
    }
}
