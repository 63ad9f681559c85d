package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.publication.CreatorFacts;
import org.jspecify.annotations.Nullable;

/**
 * What one run has already looked up, so that its next step need not ask again. Lives as long as the run, on one event
 * loop.
 */
public final class Workbench {
    @Nullable
    StoredMedia media;

    @Nullable
    CreatorFacts creator;

    @Nullable
    Access access;
}
