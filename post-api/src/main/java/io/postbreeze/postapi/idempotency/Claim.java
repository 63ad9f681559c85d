package io.postbreeze.postapi.idempotency;

/** What a request with an {@code Idempotency-Key} has to do. */
public sealed interface Claim {
    /**
     * Do the work, then keep the answer under this claim.
     *
     * @param apiKeyId whose key it is
     * @param key the key that was sent
     * @param id names this claim; a later one of the same key has another
     */
    record Mine(String apiKeyId, String key, String id) implements Claim {}

    /**
     * The work was done: answer the same.
     *
     * @param answer body of the first answer
     */
    record Done(String answer) implements Claim {}
}
