package io.postbreeze.postapi.account;

import io.postbreeze.api.ApiCaller;
import io.postbreeze.api.ApiException;
import io.postbreeze.api.PageLimit;
import io.postbreeze.api.PrefixedIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Accounts of a caller's workspaces, and the way to a new one. */
@Path("/api/v1/social-accounts")
class SocialAccountResource {
    private final SocialAccounts accounts;
    private final ConnectAccount connect;
    private final DisconnectAccount disconnect;
    private final CreatorInfos creators;
    private final ApiCaller caller;

    SocialAccountResource(
            SocialAccounts accounts,
            ConnectAccount connect,
            DisconnectAccount disconnect,
            CreatorInfos creators,
            ApiCaller caller) {
        this.accounts = accounts;
        this.connect = connect;
        this.disconnect = disconnect;
        this.creators = creators;
        this.caller = caller;
    }

    /** Newest first, page by page; one workspace's or all of the caller's. */
    @GET
    @Operation(operationId = "listSocialAccounts", summary = "Connected accounts, newest first")
    public Uni<RestResponse<List<AccountView>>> list(
            @RestQuery @Nullable String workspaceId,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        List<String> workspaces = workspaceId == null ? caller.workspaceIds() : List.of(caller.workspace(workspaceId));
        if (cursor != null && !PrefixedIds.isOf("soc", cursor)) {
            throw new ApiException(400, "CURSOR_INVALID", "Take the cursor from the Link header of the page before.");
        }
        int most = PageLimit.of(limit);
        return Panache.withSession(() -> accounts.connected(workspaces, statuses(status), cursor, most + 1))
                .map(found -> page(found, most, uri));
    }

    private static Set<AccountStatus> statuses(@Nullable String named) {
        Set<AccountStatus> shown = EnumSet.complementOf(EnumSet.of(AccountStatus.DISCONNECTED));
        if (named == null) {
            return shown;
        }
        return Set.of(shown.stream()
                .filter(status -> status.name().equals(named))
                .findFirst()
                .orElseThrow(() -> new ApiException(400, "PARAMETER_INVALID", "status is one of " + shown + ".")));
    }

    private static RestResponse<List<AccountView>> page(List<SocialAccount> found, int most, UriInfo uri) {
        List<SocialAccount> shown = found.subList(0, Math.min(found.size(), most));
        RestResponse.ResponseBuilder<List<AccountView>> answer = RestResponse.ResponseBuilder.ok(
                shown.stream().map(AccountView::of).toList());
        if (found.size() > most) {
            answer.header(HttpHeaders.LINK, PageLimit.nextLink(uri, shown.getLast().id));
        }
        return answer.build();
    }

    @GET
    @Path("/{id}")
    public Uni<AccountView> get(@PathParam("id") String id) {
        List<String> workspaces = caller.workspaceIds();
        return Panache.withSession(() -> accounts.usable(List.of(checked(id)), workspaces))
                .map(found -> found.stream().findFirst().orElseThrow(() -> ApiException.notFound("social account")))
                .map(AccountView::of);
    }

    /** Takes an account away for good. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "disconnectSocialAccount",
            summary = "Disconnect an account: tokens are dropped, scheduled posts canceled, history stays")
    public Uni<AccountView> disconnect(@PathParam("id") String id) {
        return disconnect.disconnect(checked(id), caller.workspaceIds()).map(AccountView::of);
    }

    /** What TikTok says of the creator, at most a minute old. */
    @GET
    @Path("/{id}/creator-info")
    @Operation(operationId = "getCreatorInfo", summary = "What the creator may post at the moment")
    public Uni<CreatorInfoView> creatorInfo(@PathParam("id") String id) {
        List<String> workspaces = caller.workspaceIds();
        return Panache.withSession(() -> accounts.usable(List.of(checked(id)), workspaces))
                .map(found -> found.stream().findFirst().orElseThrow(() -> ApiException.notFound("social account")))
                .chain(account -> creators.of(account.id));
    }

    private static String checked(String id) {
        if (!PrefixedIds.isOf("soc", id)) {
            throw ApiException.notFound("social account");
        }
        return id;
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
        return connect.open(caller.workspace(request.workspaceId()), platform);
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
