package io.postbreeze.postapi.workspace;

/** How a workspace's people read the clock. */
public enum TimeFormat {
    /** 14:30. */
    H24,
    /** 2:30 PM. */
    H12
}
