package io.postbreeze.postapi.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A consent page that was opened: proves that a callback was asked for, once. */
@Entity
@Table(name = "oauth_states")
class OAuthState {
    @Id
    @Column(name = "state_sha256")
    String stateSha256;

    String workspaceId;

    @Enumerated(EnumType.STRING)
    Platform platform;

    Instant expiresAt;
}
