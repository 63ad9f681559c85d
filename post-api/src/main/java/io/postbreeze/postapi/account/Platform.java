package io.postbreeze.postapi.account;

/** Kinds of accounts. */
public enum Platform {
    /** A personal or creator account. */
    TIKTOK_PERSONAL,
    /** A business account. */
    TIKTOK_BUSINESS
}
