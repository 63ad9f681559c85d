package io.postbreeze.postapi.apikey;

/** What a key reaches. */
enum KeyAccess {
    /** Every workspace of its owner, today's and later ones; it may make workspaces and keys. */
    FULL,
    /** The workspaces on its list. */
    SCOPED
}
