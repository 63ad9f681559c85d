package io.postbreeze.postapi.tiktokevents;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PublicEndpoint;
import io.postbreeze.postapi.account.TikTokAppConfig;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where TikTok posts its messages; its signature is the key. */
@Path("/api/v1/tiktok/webhook")
@PublicEndpoint
class TikTokMessageResource {
    private static final int LARGEST = 64 * 1024;

    private final TikTokMessages messages;
    private final TikTokAppConfig app;
    private final Clock clock;

    TikTokMessageResource(TikTokMessages messages, TikTokAppConfig app, Clock clock) {
        this.messages = messages;
        this.app = app;
        this.clock = clock;
    }

    /** Takes a message in; TikTok sends it again for three days unless it is answered with 200. */
    @POST
    @Operation(operationId = "receiveTikTokMessage", summary = "For TikTok: messages about creators and publications")
    public Uni<MessageTaken> receive(
            @HeaderParam("TikTok-Signature") @Nullable String signature, byte @Nullable [] body) {
        if (body == null || body.length == 0 || body.length > LARGEST) {
            throw new ApiException(400, "MESSAGE_INVALID", "A message has 1 to " + LARGEST + " bytes.");
        }
        if (!TikTokSignature.isGenuine(signature, body, app.clientSecret(), clock.instant())) {
            throw new ApiException(
                    401, "SIGNATURE_INVALID", "TikTok-Signature does not sign this body, or is too old.");
        }
        TikTokMessage message = TikTokMessage.read(body);
        if (message == null || !message.clientKey().equals(app.clientKey())) {
            throw new ApiException(400, "MESSAGE_INVALID", "This is no message for this app.");
        }
        return messages.accept(message, body).replaceWith(new MessageTaken(true));
    }

    /** The answer. */
    record MessageTaken(boolean taken) {}
}
