package io.postbreeze.api;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tiny service on top of the kernel, so that its filters and mappers can be seen at work. */
final class KernelResources {
    static final String KEY = "pb_live_0123456789abcdefghijABCDEFGHIJ01";

    private KernelResources() {}

    @ApplicationScoped
    static class OneKey implements ApiKeyAuthenticator {
        @Override
        public Uni<Optional<ApiKey>> authenticate(String sha256) {
            return Uni.createFrom()
                    .item(Optional.of(new ApiKey("key_1", List.of("ws_1"), false))
                            .filter(key -> sha256.equals(Secrets.sha256(KEY))));
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
