package io.postbreeze.media.domain;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether TikTok would fetch from a URL of a workspace, as far as verification goes. */
@ApplicationScoped
public class Ownership {
    private final ServerProperties server;
    private final VerifiedProperties stated;

    Ownership(ServerProperties server, VerifiedProperties stated) {
        this.server = server;
        this.stated = stated;
    }

    /** Whether a URL is fit for TikTok to fetch from, and its place is verified. */
    public Uni<Boolean> isVerified(String workspaceId, String url) {
        PullUrl fit;
        try {
            fit = PullUrl.parse(url);
        } catch (UnfitUrlException _) {
            return Uni.createFrom().item(false);
        }
        return by(workspaceId, fit).map(Optional::isPresent);
    }

    /** What a URL is verified by; the server's own before the workspace's. */
    Uni<Optional<PropertyEntry>> by(String workspaceId, PullUrl url) {
        Optional<PropertyEntry> ours = first(server.entries(), url);
        return ours.isPresent()
                ? Uni.createFrom().item(ours)
                : stated.of(workspaceId).map(entries -> first(entries, url));
    }

    /** What counts in a workspace: its own, then the server's. */
    Uni<List<PropertyEntry>> entries(String workspaceId) {
        return stated.of(workspaceId)
                .map(own ->
                        Stream.concat(own.stream(), server.entries().stream()).toList());
    }

    private static Optional<PropertyEntry> first(List<PropertyEntry> entries, PullUrl url) {
        return entries.stream().filter(entry -> entry.covers(url)).findFirst();
    }
}
