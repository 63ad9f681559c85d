package io.postbreeze.postapi.account;

/** Whether an account can be published to. */
public enum AccountStatus {
    /** Its tokens work. */
    ACTIVE,
    /** Its refresh token is dead: the creator must connect it again. */
    TOKEN_EXPIRED,
    /** The creator took the permission away. */
    REVOKED,
    /** Removed by its workspace; never listed. */
    DISCONNECTED
}
