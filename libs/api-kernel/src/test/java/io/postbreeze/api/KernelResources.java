package io.postbreeze.api;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tiny service on top of the kernel, so that its filters and mappers can be seen at work. */
final class KernelResources {
    static final String KEY = "pb_live_0123456789abcdefghijABCDEFGHIJ01";

    static final String BUSY = "pb_live_0123456789abcdefghijABCDEFGHIJ02";
    static final String SPENT = "pb_live_0123456789abcdefghijABCDEFGHIJ03";

    private static final Map<String, ApiKey> KEYS = Map.of(
            Secrets.sha256(KEY), new ApiKey("key_1", List.of("ws_1"), false),
            Secrets.sha256(BUSY), limited("key_2", new RateLimit("60;w=60, 1000;w=900", 60, 3, 59, 0)),
            Secrets.sha256(SPENT), limited("key_3", new RateLimit("60;w=60, 1000;w=900", 60, 0, 59, 12)));

    private KernelResources() {}

    private static ApiKey limited(String id, RateLimit limit) {
        return new ApiKey(id, List.of("ws_1"), false, false, limit);
    }

    @ApplicationScoped
    static class ThreeKeys implements ApiKeyAuthenticator {
        @Override
        public Uni<Optional<ApiKey>> authenticate(String sha256) {
            return Uni.createFrom().item(Optional.ofNullable(KEYS.get(sha256)));
        }
    }

    record Thing(int size) {}

    @Path("/api/v1/things")
    static class Things {
        private final ApiCaller caller;

        Things(ApiCaller caller) {
            this.caller = caller;
        }

        @GET
        public Map<String, Object> who() {
            return Map.of("key", caller.keyId(), "workspaces", caller.workspaceIds());
        }

        @POST
        public Uni<Integer> size(Thing thing) {
            return Uni.createFrom().item(thing.size());
        }

        @GET
        @Path("/open")
        @PublicEndpoint
        public String open() {
            return "open";
        }

        @GET
        @Path("/refused")
        public String refused() {
            throw new ApiException(422, "TT_X", "No.", List.of(new Violation("a[0].b", "TT_X", "No.")));
        }

        @GET
        @Path("/full")
        public String full() {
            caller.requireFullAccess();
            return "full";
        }

        @GET
        @Path("/named/{id}")
        public String named(@PathParam("id") String id, @QueryParam("of") @Nullable String of) {
            return id + of;
        }

        @GET
        @Path("/broken")
        public String broken() {
            throw new IllegalStateException("password=secret");
        }
    }

    @Path("/internal/v1/things")
    static class InternalThings {
        @GET
        public String read() {
            return "inside";
        }
    }
}
