package io.postbreeze.postapi.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postbreeze.postapi.webhook.rules.Signature;
import io.postbreeze.safehttp.SafeTarget;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One try's request: body, headers and signature. */
final class Attempt {
    static final String API_VERSION = "2026-05-01";

    private final EndpointSecrets secrets;
    private final ObjectMapper json;

    Attempt(EndpointSecrets secrets, ObjectMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    /** The same to the byte in every try. */
    String body(Claimed claimed) {
        try {
            return json.writeValueAsString(new Body(
                    claimed.event(), claimed.id(), claimed.createdAt().toString(), API_VERSION, claimed.payload()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload was written by us", e);
        }
    }

    RequestOptions request(Claimed claimed, SafeTarget target, String body, Instant now) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        secrets.openHeaders(claimed.endpointId(), claimed.target().headers()).forEach(headers::set);
        headers.set("Content-Type", "application/json");
        headers.set("User-Agent", "Postbreeze-Webhook/1.0");
        headers.set("X-Postbreeze-Event", claimed.event());
        headers.set("X-Postbreeze-Delivery-Id", claimed.id());
        headers.set("X-Postbreeze-Api-Version", API_VERSION);
        headers.set("X-Postbreeze-Signature", Signature.of(secrets(claimed, now), now, body));
        return target.request(HttpMethod.POST).setHeaders(headers);
    }

    private List<String> secrets(Claimed claimed, Instant now) {
        Claimed.Target target = claimed.target();
        List<String> opened = new ArrayList<>();
        opened.add(secrets.openSecret(claimed.endpointId(), target.secret()));
        if (target.oldSecret() != null && now.isBefore(Objects.requireNonNull(target.oldSecretUntil()))) {
            opened.add(secrets.openSecret(claimed.endpointId(), target.oldSecret()));
        }
        return opened;
    }

    private record Body(
            String event,
            String deliveryId,
            String sentAt,
            String apiVersion,
            @JsonRawValue String payload) {}
}
