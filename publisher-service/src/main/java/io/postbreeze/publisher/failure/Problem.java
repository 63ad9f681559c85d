package io.postbreeze.publisher.failure;

/**
 * Why a publication ended without a post, for the user.
 *
 * @param code typed reason, a {@code TT_*} code where the product's page has one
 * @param message what happened
 * @param fix what the user can do
 */
public record Problem(String code, String message, String fix) {
    /** Both sentences, for places that have one field. */
    public String explanation() {
        return fix.isEmpty() ? message : message + " " + fix;
    }
}
