package io.postbreeze.publisher.steps;

import io.postbreeze.tiktok.AccessToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An access token and whose it is. */
record Access(
        AccessToken token, Instant expiresAt, @Nullable String username) {}
