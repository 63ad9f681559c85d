package io.postbreeze.localstack.demo;

import io.postbreeze.localstack.StackFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Asks again and again, at a steady pace, until the answer will do. */
final class Patience {
    private static final Executor PACE = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    private Patience() {}

    /**
     * The first answer that is {@code enough}.
     *
     * @param what for the message when there is none within {@code limit}
     */
    static <T> T until(String what, Duration limit, Callable<T> question, Predicate<T> enough)
            throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < limit.toNanos()) {
            try {
                T answer = ask(question);
                if (enough.test(answer)) {
                    return answer;
                }
            } catch (StackFailure failure) {
                // A service that was killed comes back: nobody answering is no answer yet.
                if (!(failure.getCause() instanceof IOException)) {
                    throw failure;
                }
            }
        }
        throw new StackFailure("Waited %d s in vain for %s.".formatted(limit.toSeconds(), what));
    }

    private static <T> T ask(Callable<T> question) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        PACE.execute(() -> complete(answer, question));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : new StackFailure("" + e.getCause(), e);
        }
    }

    private static <T> void complete(CompletableFuture<T> answer, Callable<T> question) {
        try {
            answer.complete(question.call());
        } catch (Exception e) {
            answer.completeExceptionally(e);
        }
    }
}
