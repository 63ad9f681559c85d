package io.postbreeze.postapi.account;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts of a caller's workspaces, and the way to a new one. */
@Path("/api/v1/social-accounts")
class SocialAccountResource {
    private final SocialAccounts accounts;
    private final ConnectAccount connect;
    private final ApiCaller caller;

    SocialAccountResource(SocialAccounts accounts, ConnectAccount connect, ApiCaller caller) {
        this.accounts = accounts;
        this.connect = connect;
        this.caller = caller;
    }

    /** Newest first; one workspace's or all of the caller's. */
    @GET
    public Uni<List<AccountView>> list(@QueryParam("workspaceId") @Nullable String workspaceId) {
        List<String> workspaces = workspaceId == null
                ? caller.workspaceIds()
                : List.of(Optional.of(workspaceId)
                        .filter(caller::mayUse)
                        .orElseThrow(() -> ApiException.notFound("workspace")));
        return Panache.withSession(() -> accounts.connected(workspaces))
                .map(found -> found.stream().map(AccountView::of).toList());
    }

    @GET
    @Path("/{id}")
    public Uni<AccountView> get(@PathParam("id") String id) {
        if (!PrefixedIds.isOf("soc", id)) {
            throw ApiException.notFound("social account");
        }
        List<String> workspaces = caller.workspaceIds();
        return Panache.withSession(() -> accounts.usable(List.of(id), workspaces))
                .map(found -> found.stream().findFirst().orElseThrow(() -> ApiException.notFound("social account")))
                .map(AccountView::of);
    }

    /** Opens a consent page; the creator's browser goes to {@code authorizeUrl}. */
    @POST
    @Path("/connect")
    public Uni<ConnectAccount.ConsentPage> connect(@Nullable ConnectRequest request) {
        if (request == null || request.platform() == null) {
            throw new ApiException(400, "PLATFORM_REQUIRED", "platform is missing: " + known() + ".");
        }
        Platform platform = Arrays.stream(Platform.values())
                .filter(candidate -> candidate.name().equals(request.platform()))
                .findFirst()
                .orElseThrow(() -> new ApiException(400, "PLATFORM_UNKNOWN", "platform must be " + known() + "."));
        return connect.open(workspace(request.workspaceId()), platform);
    }

    private String workspace(@Nullable String asked) {
        if (asked == null && caller.workspaceIds().size() > 1) {
            throw new ApiException(400, "WORKSPACE_REQUIRED", "This key has several workspaces: name workspaceId.");
        }
        return Optional.ofNullable(asked)
                .or(() -> caller.workspaceIds().stream().findFirst())
                .filter(caller::mayUse)
                .orElseThrow(() -> ApiException.notFound("workspace"));
    }

    private static String known() {
        return String.join(
                " or ", Arrays.stream(Platform.values()).map(Enum::name).toList());
    }

    /**
     * What to connect.
     *
     * @param platform kind of account
     * @param workspaceId where to; may be left out by a key with one workspace
     */
    record ConnectRequest(
            @Nullable String platform, @Nullable String workspaceId) {}
}
