package io.postbreeze.postapi.account;

import io.postbreeze.tiktok.CreatorInfo;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A TikTok account that a workspace may publish to, with its sealed tokens. */
@Entity
@Table(name = "social_accounts")
public class SocialAccount {
    /** {@code soc_…}. */
    @Id
    public String id;

    /** Owner. */
    public String workspaceId;

    /** Kind of account. */
    @Enumerated(EnumType.STRING)
    public Platform platform;

    /** Whether it can be published to. */
    @Enumerated(EnumType.STRING)
    public AccountStatus status;

    /** TikTok's id of the creator for this application. */
    public String openId;

    @Nullable
    String username;

    @Nullable
    String displayName;

    @Nullable
    String avatarUrl;

    String scopes;

    @Nullable
    String privacyLevels;

    @Nullable
    Long maxVideoDurationSec;

    @Nullable
    Instant creatorCheckedAt;

    Instant connectedAt;

    @Nullable
    Instant disconnectedAt;

    String tokenKeyId;
    byte[] accessTokenSealed;
    byte[] refreshTokenSealed;
    Instant tokenExpiresAt;
    Instant refreshExpiresAt;

    @Nullable
    Instant lastRefreshedAt;

    @Nullable
    Instant lastRefreshAttemptAt;

    @Nullable
    String lastRefreshError;

    @Nullable
    Instant refreshLeaseUntil;

    long refreshFence;

    /** The privacy levels TikTok offered when last asked, empty when it has not said. */
    public List<String> offeredPrivacyLevels() {
        return privacyLevels == null || privacyLevels.isEmpty() ? List.of() : List.of(privacyLevels.split(","));
    }

    /** The longest video TikTok takes from this creator, in seconds; null when it has not said. */
    public @Nullable Long longestVideoSeconds() {
        return maxVideoDurationSec;
    }

    /** What the creator allowed us. */
    public Set<String> grantedScopes() {
        return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(","));
    }

    /** When the creator's consent ends unless a token is renewed before. */
    public Instant consentEndsAt() {
        return refreshExpiresAt;
    }

    /** Remembers what TikTok said that the creator may post. */
    void learn(CreatorInfo creator, Instant now) {
        privacyLevels = creator.privacyLevels().stream().map(Enum::name).collect(Collectors.joining(","));
        maxVideoDurationSec = Optional.ofNullable(creator.maxVideoDuration())
                .map(Duration::toSeconds)
                .orElse(null);
        creatorCheckedAt = now;
    }
}
