package io.postbreeze.tiktok;

/** Whether a call leaves something behind, which decides what a lost answer means. */
enum Effect {
    /** Asking again is harmless. */
    NONE,
    /** It may have taken effect although no answer came. */
    LASTING
}
