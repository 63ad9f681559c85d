package io.postbreeze.localstack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds an account that can be published to, or connects the sandbox's creator as a user would, by TikTok's page. */
final class AccountConnection {
    private static final String CREATOR = "sandbox_creator";
    private static final String ACTIVE = "ACTIVE";
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final String gateway;
    private final String apiKey;

    AccountConnection(String gateway, String apiKey) {
        this.gateway = gateway;
        this.apiKey = apiKey;
    }

    /** Id of an account whose tokens live: the creator's, connected again if need be, or else any. */
    String accountId() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonArray accounts = new JsonArray(
                    send(http, api("/api/v1/social-accounts").GET(), 200).body());
            Optional<String> living = living(accounts);
            return living.isPresent() ? living.get() : connect(http);
        } catch (IOException e) {
            throw new StackFailure("Cannot connect the sandbox's creator: " + e.getMessage(), e);
        }
    }

    static Optional<String> living(JsonArray accounts) {
        List<JsonObject> all = accounts.stream().map(JsonObject.class::cast).toList();
        List<JsonObject> creators = all.stream()
                .filter(account -> CREATOR.equals(account.getString("handle")))
                .toList();
        return (creators.isEmpty() ? all : creators)
                .stream()
                        .filter(account -> ACTIVE.equals(account.getString("status")))
                        .map(account -> account.getString("id"))
                        .findFirst();
    }

    private String connect(HttpClient http) throws IOException, InterruptedException {
        String wish = new JsonObject().put("platform", "TIKTOK_PERSONAL").encode();
        HttpRequest.Builder connect = api("/api/v1/social-accounts/connect")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish));
        String authorizeUrl = new JsonObject(send(http, connect, 200).body()).getString("authorizeUrl");
        HttpRequest.Builder consent =
                HttpRequest.newBuilder(URI.create(authorizeUrl + "&sandbox_auto_approve=" + CREATOR));
        String callback =
                send(http, consent, 302).headers().firstValue("Location").orElseThrow();
        HttpRequest.Builder landing =
                HttpRequest.newBuilder(URI.create(callback)).header("Accept", "application/json");
        return new JsonObject(send(http, landing, 200).body()).getString("accountId");
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).header("Authorization", "Bearer " + apiKey);
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
        int status = response.statusCode();
        if (status / 100 != expected / 100) {
            // Without its query, which may carry a code or a state.
            URI uri = response.request().uri();
            throw new StackFailure("Cannot connect the sandbox's creator: %s answered %d, %s"
                    .formatted(uri.getPath(), status, response.body()));
        }
        return response;
    }
}
