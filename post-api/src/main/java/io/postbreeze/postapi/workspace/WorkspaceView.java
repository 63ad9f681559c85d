package io.postbreeze.postapi.workspace;

import java.time.Instant;

/**
 * A workspace as the API shows it.
 *
 * @param id {@code ws_…}
 * @param name as its people call it
 * @param slug unique, lower-case
 * @param ownerUserId whose it is, {@code usr_…}
 * @param timezone IANA name, for display
 * @param timeFormat how its people read the clock, for display
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
record WorkspaceView(
        String id,
        String name,
        String slug,
        String ownerUserId,
        String timezone,
        TimeFormat timeFormat,
        Instant createdAt,
        Instant updatedAt) {
    static WorkspaceView of(Workspace workspace) {
        return new WorkspaceView(
                workspace.id,
                workspace.name,
                workspace.slug,
                workspace.ownerUserId,
                workspace.timezone,
                workspace.timeFormat,
                workspace.createdAt,
                workspace.updatedAt);
    }
}
