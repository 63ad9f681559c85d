package io.postbreeze.analytics.refresh;

import io.postbreeze.analytics.numbers.RefreshProblem;
import io.postbreeze.tiktok.TikTokException;

/** Puts a failure of a reading into one of the few kinds that make a difference. */
final class Problems {
    private Problems() {}

    static RefreshProblem of(Throwable failure) {
        return switch (failure) {
            case TikTokException.Throttled _ -> RefreshProblem.THROTTLED;
            case TikTokException.CapReached _ -> RefreshProblem.THROTTLED;
            case TikTokException.AuthorizationExpired _ -> RefreshProblem.RECONNECT_NEEDED;
            case TikTokException.ReconnectNeeded _ -> RefreshProblem.RECONNECT_NEEDED;
            case TikTokException.ScopeMissing _ -> RefreshProblem.SCOPE_MISSING;
            case TikTokException.Rejected _ -> RefreshProblem.REFUSED;
            default -> RefreshProblem.UNAVAILABLE;
        };
    }
}
