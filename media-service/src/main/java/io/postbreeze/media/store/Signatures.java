package io.postbreeze.media.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;

/** Signed requests as their users need them. */
final class Signatures {
    /** Set by the HTTP client itself; browsers and many clients refuse to be told them. */
    private static final Set<String> CLIENTS_OWN = Set.of("host", "content-length");

    private Signatures() {}

    static SignedRequest of(PresignedRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header : request.signedHeaders().entrySet()) {
            if (!CLIENTS_OWN.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                headers.put(asWritten(header.getKey()), String.join(",", header.getValue()));
            }
        }
        return new SignedRequest(request.url().toString(), request.expiration(), headers);
    }

    /** The SDK gives names in lower case; users compare them with the documentation. */
    private static String asWritten(String header) {
        return header.equalsIgnoreCase("content-type") ? "Content-Type" : header;
    }
}
