package io.postbreeze.postapi.post.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rules about the account of one target. */
final class AccountRules {
    private static final String PRIVATE = "SELF_ONLY";

    private final PostRequest request;
    private final TargetRequest target;
    private final List<Broken> broken = new ArrayList<>();

    private AccountRules(PostRequest request, TargetRequest target) {
        this.request = request;
        this.target = target;
    }

    static List<Broken> check(PostRequest request, TargetRequest target, @Nullable AccountFacts account) {
        AccountRules rules = new AccountRules(request, target);
        if (account == null) {
            rules.account(PostRule.ACCOUNT_NOT_FOUND, "There is no such account.");
        } else {
            rules.check(account);
        }
        return rules.broken;
    }

    private void check(AccountFacts account) {
        if (account.connected()) {
            scopes(account);
        } else {
            account(
                    PostRule.ACCOUNT_NEEDS_RECONNECT,
                    "TikTok no longer accepts this account's tokens: connect it again.");
        }
        if (!account.platform().equals(target.options().platform())) {
            option("platform", PostRule.PLATFORM_MISMATCH, "This account is " + account.platform() + ".");
        }
        privacy(account);
    }

    private void scopes(AccountFacts account) {
        TreeSet<String> missing =
                new TreeSet<>(List.of(target.options().isForInbox() ? "video.upload" : "video.publish"));
        missing.removeAll(account.scopes());
        if (!missing.isEmpty()) {
            account(
                    PostRule.ACCOUNT_SCOPE_MISSING,
                    "The creator has not allowed " + String.join(", ", missing) + ": connect the account again.");
        }
    }

    private void privacy(AccountFacts account) {
        String privacy = target.options().privacy();
        if (privacy == null || !PostRules.PRIVACY_LEVELS.contains(privacy)) {
            return;
        }
        List<String> offered = account.offeredPrivacyLevels();
        if (!offered.isEmpty() && !offered.contains(privacy)) {
            option(
                    "privacy",
                    PostRule.TT_PRIVACY_NOT_ALLOWED,
                    "TikTok offers this creator " + String.join(", ", offered) + ".");
        } else if (!account.isAppAudited() && !privacy.equals(PRIVATE)) {
            option(
                    "privacy",
                    PostRule.TT_APP_UNAUDITED,
                    "TikTok has not audited this server's app and would refuse " + privacy + ": send " + PRIVATE + ".");
        }
    }

    private void account(PostRule rule, String message) {
        broken.add(new Broken(target.path() + "." + request.shape().accountId(), rule, message));
    }

    private void option(String field, PostRule rule, String message) {
        broken.add(new Broken(target.path() + ".platformOptions." + field, rule, message));
    }
}
