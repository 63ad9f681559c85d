package io.postbreeze.sandbox.http;

/** An answer in TikTok's v2 envelope that is no success. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String GUIDELINES = "Please review our integration guidelines at"
            + " https://developers.tiktok.com/doc/content-sharing-guidelines/";

    private final int status;
    private final String code;

    /** Status, TikTok's code, TikTok's sentence. */
    public Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** 400 with the live API's word and sentence. */
    public static Refusal invalidParams(String message) {
        return new Refusal(400, "invalid_params", message);
    }

    /** 403, all of which point at the guidelines. */
    public static Refusal forbidden(String code) {
        return new Refusal(403, code, GUIDELINES);
    }

    /** A token that is unknown, expired or revoked. */
    public static Refusal badToken() {
        return new Refusal(401, "access_token_invalid", "The access token is invalid or not found in the request.");
    }

    /** A scope that the creator did not grant. */
    public static Refusal badScope() {
        return new Refusal(
                401,
                "scope_not_authorized",
                "The user did not authorize the scope required for completing this request.");
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** TikTok's code. */
    public String code() {
        return code;
    }
}
