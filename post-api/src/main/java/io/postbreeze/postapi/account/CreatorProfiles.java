package io.postbreeze.postapi.account;

import io.postbreeze.tiktok.CreatorInfo;
import io.postbreeze.tiktok.TikTokDisplay;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.TikTokPublishing;
import io.postbreeze.tiktok.TokenGrant;
import io.postbreeze.tiktok.UserField;
import io.postbreeze.tiktok.UserInfo;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks TikTok who has just given us a permission, and what they may post. */
@ApplicationScoped
class CreatorProfiles {
    private final TikTokPublishing publishing;
    private final TikTokDisplay display;

    CreatorProfiles(TikTokPublishing publishing, TikTokDisplay display) {
        this.publishing = publishing;
        this.display = display;
    }

    /** The creator of a grant; fails with a {@link TikTokException} when TikTok does not say who it is. */
    Uni<Profile> of(TokenGrant grant) {
        Set<UserField> fields = EnumSet.of(UserField.OPEN_ID, UserField.AVATAR_URL, UserField.DISPLAY_NAME);
        if (grant.scopes().contains("user.info.profile")) {
            fields.add(UserField.USERNAME);
        }
        Uni<UserInfo> user = display.userInfo(grant.accessToken(), fields);
        // TikTok refuses this one when a creator has reached a cap, which is no reason not to connect.
        Uni<Optional<CreatorInfo>> creator = publishing
                .creatorInfo(grant.accessToken())
                .map(Optional::of)
                .onFailure(TikTokException.class)
                .recoverWithItem(Optional.empty());
        return user.chain(found -> creator.map(info -> new Profile(found, info.orElse(null))));
    }

    /**
     * Who it is.
     *
     * @param user the profile
     * @param creator what may be posted, null when TikTok does not say
     */
    record Profile(UserInfo user, @Nullable CreatorInfo creator) {}
}
