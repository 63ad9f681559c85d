package io.postbreeze.publisher.failure;

/** How a failure is treated, before time and attempts are looked at. */
enum Treatment {
    /** Refused for good: told to the user at once. */
    GIVE_UP,
    /** Passes by itself soon. */
    RETRY,
    /** Pressure: slow down. */
    SLOW_DOWN,
    /** A 24-hour cap: wait for the window to move. */
    WAIT_FOR_CAP,
    /** Nothing was posted and the upload is worthless: begin anew. */
    START_OVER,
    /** TikTok does not know the publication. */
    LOST_TRACK,
    /** Ask first what became of it. */
    VERIFY,
    /** The token does not work. */
    TOKEN,
    /** The user must connect the account again. */
    RECONNECT
}
