package io.postbreeze.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The suite's own client: follows nothing, retries nothing, remembers each code it was answered. */
final class Api {
    static final String INIT = "/v2/post/publish/video/init/";
    static final String INBOX = "/v2/post/publish/inbox/video/init/";
    static final String CONTENT = "/v2/post/publish/content/init/";
    static final String STATUS = "/v2/post/publish/status/fetch/";
    static final String CANCEL = "/v2/post/publish/cancel/";
    static final String CREATOR = "/v2/post/publish/creator_info/query/";
    static final String TOKEN = "/v2/oauth/token/";
    static final String REVOKE = "/v2/oauth/revoke/";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String base;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Api(String base) {
        this.base = base;
    }

    /** Codes and fail reasons that were answered. */
    Set<String> seen() {
        return seen;
    }

    Answer post(String path, String token, JsonObject body) {
        return postText(path, token, body.encode());
    }

    Answer postText(String path, String token, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(body)));
    }

    /** With a header of one's own choice; an empty name sends none. */
    Answer with(String header, String value, String method, String path, String body) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(header.isEmpty() ? request : request.header(header, value));
    }

    Answer get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    Answer form(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    Answer plain(String path) {
        return send(request(path).GET());
    }

    /** One chunk, with any headers. */
    Answer put(String url, byte[] bytes, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return send(request);
    }

    Answer chunk(String url, byte[] bytes, long first, long total) {
        String range = "bytes " + first + "-" + (first + bytes.length - 1) + "/" + total;
        return put(url, bytes, Map.of("Content-Type", "video/mp4", "Content-Range", range));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> reply =
                    HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
            Answer answer = new Answer(reply.statusCode(), reply.body(), reply.headers());
            note(answer);
            assumeTrue(Target.only().hasAdmin || answer.status() != 429, "the address limits us");
            return answer;
        } catch (IOException e) {
            throw new BrokenCall(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenCall(new IOException(e));
        }
    }

    private void note(Answer answer) {
        boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        try {
            if (isJson) {
                seen.add(answer.code());
                Object data = answer.body().getValue("data");
                if (data instanceof JsonObject fields && fields.getValue("fail_reason") instanceof String reason) {
                    seen.add("fail:" + reason);
                }
            }
        } catch (RuntimeException notJson) {
            seen.add("malformed");
        }
    }

    /** No whole answer came. */
    static final class BrokenCall extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenCall(IOException cause) {
            super(cause);
        }
    }
}
