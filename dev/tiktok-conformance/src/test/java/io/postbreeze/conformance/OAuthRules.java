package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** Section 1: consent, codes, tokens, revocation. */
final class OAuthRules {
    private static final String CHALLENGE = "0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a";

    private OAuthRules() {}

    static void write(Book book) {
        consent(book);
        codes(book);
        proof(book);
        lifetimes(book);
        clients(book);
        revocation(book);
    }

    private static void consent(Book book) {
        book.rule("1.1", "the callback gets a code, the granted scopes and the state as it was", stage -> {
            Map<String, String> back = new Login(stage).authorize(Map.of("state", "a b&c"));
            assertThat(back).containsKeys("code", "scopes").containsEntry("state", "a b&c");
        });
        refused(
                book,
                "an unknown response_type comes back as an error",
                "response_type",
                "token",
                "unsupported_response_type");
        refused(book, "an unknown scope comes back as an error", "scope", "video.delete", "invalid_scope");
        for (String name : new String[] {"client_key", "redirect_uri"}) {
            book.rule("1.1", "an unknown " + name + " sends nobody anywhere", stage -> {
                Answer answer = new Login(stage).page(Map.of(name, "https://stranger.example/"));
                assertThat(answer.status()).isBetween(400, 499);
                assertThat(answer.header("Location")).isEmpty();
            });
        }
    }

    private static void refused(Book book, String title, String name, String value, String error) {
        book.rule(
                "1.1",
                title,
                stage -> assertThat(new Login(stage).authorize(Map.of(name, value)))
                        .containsEntry("error", error)
                        .containsEntry("state", "case-state"),
                error);
    }

    private static void codes(Book book) {
        book.rule(
                "1.5",
                "an app that is registered elsewhere only is no client here",
                stage -> new Login(stage)
                        .token(Map.of(
                                "client_key", Target.setting("BUSINESS_ID", "sandbox-business-id"),
                                "client_secret", Target.setting("BUSINESS_SECRET", "sandbox-business-secret"),
                                "grant_type", "client_credentials"))
                        .is(200, "unauthorized_client"),
                "unauthorized_client");
        book.rule("1.2", "a code becomes a flat token answer", stage -> {
            JsonObject body = new Login(stage).connect();
            assertThat(body.fieldNames())
                    .contains("open_id", "scope", "access_token", "expires_in", "refresh_token", "refresh_expires_in");
            assertThat(body.getString("token_type")).isEqualTo("Bearer");
            assertThat(body.fieldNames()).doesNotContain("data", "error");
        });
        book.rule(
                "1.2",
                "a code works once",
                stage -> {
                    Login login = new Login(stage);
                    String code = login.code(Map.of());
                    login.exchange(Map.of("code", code));
                    login.exchange(Map.of("code", code)).is(200, "invalid_grant");
                },
                "invalid_grant");
        book.rule("1.2", "a code dies after five minutes", stage -> {
            Login login = new Login(stage);
            String code = login.code(Map.of());
            stage.later(Duration.ofMinutes(5));
            login.exchange(Map.of("code", code)).is(200, "invalid_grant");
        });
        grants(book);
    }

    private static void grants(Book book) {
        book.rule(
                "1.2",
                "an exchange that fails burns the code",
                stage -> {
                    Login login = new Login(stage);
                    String code = login.code(Map.of());
                    login.exchange(Map.of("code", code, "redirect_uri", "https://other.example/"))
                            .is(200, "invalid_request");
                    login.exchange(Map.of("code", code)).is(200, "invalid_grant");
                },
                "invalid_request");
        book.rule("1.6", "the scopes of the answer are those that were granted", stage -> {
            Login login = new Login(stage);
            String code = login.code(Map.of("scope", "user.info.basic,video.upload"));
            assertThat(login.exchange(Map.of("code", code))
                            .body()
                            .getString("scope")
                            .split(","))
                    .containsExactlyInAnyOrder("user.info.basic", "video.upload");
        });
        book.rule("1.2", "client credentials give a clt. token and no refresh token", stage -> {
            JsonObject body = new Login(stage)
                    .token(Map.of("grant_type", "client_credentials"))
                    .body();
            assertThat(body.getString("access_token")).startsWith("clt.");
            assertThat(body.fieldNames()).doesNotContain("refresh_token");
        });
    }

    private static void proof(Book book) {
        Map<String, String> asked = Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256");
        book.rule("1.1", "the verifier of a hex challenge opens the code", stage -> {
            Login login = new Login(stage);
            Answer answer = login.exchange(Map.of("code", login.code(asked), "code_verifier", "A".repeat(43)));
            assertThat(answer.body().getString("access_token")).startsWith("act.");
        });
        for (String verifier : new String[] {"B".repeat(43), "A".repeat(42), "-"}) {
            book.rule(
                    "1.1",
                    "a challenge is not answered by " + verifier.length() + " × " + verifier.charAt(0),
                    stage -> {
                        Login login = new Login(stage);
                        Answer answer = login.exchange(Map.of("code", login.code(asked), "code_verifier", verifier));
                        assertThat(answer.code()).isIn("invalid_request", "invalid_grant");
                    });
        }
        book.rule("1.1", "a verifier without a challenge is overlooked", stage -> {
            Login login = new Login(stage);
            Answer answer = login.exchange(Map.of("code", login.code(Map.of()), "code_verifier", "anything"));
            assertThat(answer.body().getString("access_token")).startsWith("act.");
        });
        book.rule(
                "1.1",
                "a challenge in base64url is no hex SHA-256",
                stage -> assertThat(new Login(stage)
                                .authorize(Map.of(
                                        "code_challenge",
                                        "DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo",
                                        "code_challenge_method",
                                        "S256")))
                        .containsEntry("error", "invalid_request"));
    }

    private static void lifetimes(Book book) {
        book.rule("1.3", "tokens of 2026 live two hours and 180 days", stage -> {
            JsonObject body = new Login(stage).connect();
            assertThat(body.getInteger("expires_in")).isEqualTo(7_200);
            assertThat(body.getInteger("refresh_expires_in")).isEqualTo(15_552_000);
        });
        book.rule("1.3", "an access token is dead after two hours, its refresh token is not", stage -> {
            Login login = new Login(stage);
            JsonObject pair = login.connect();
            stage.later(Duration.ofHours(2));
            stage.api
                    .get("/v2/user/info/?fields=open_id", pair.getString("access_token"))
                    .is(401, "access_token_invalid");
            assertThat(login.refresh(pair.getString("refresh_token")).body().getString("access_token"))
                    .startsWith("act.");
        });
        book.rule("1.3", "a refresh brings another refresh token and ends the former", stage -> {
            Login login = new Login(stage);
            String old = login.connect().getString("refresh_token");
            JsonObject next = login.refresh(old).body();
            assertThat(next.getString("refresh_token")).isNotEqualTo(old);
            login.refresh(old).is(200, "invalid_grant");
            assertThat(login.refresh(next.getString("refresh_token")).code()).isEmpty();
        });
        book.rule("1.3", "a refresh token is dead after 180 days", stage -> {
            Login login = new Login(stage);
            String old = login.connect().getString("refresh_token");
            stage.later(Duration.ofDays(180));
            login.refresh(old).is(200, "invalid_grant");
        });
        book.rule("1.3", "the older profile: a day, a year, and the refresh token stays", stage -> {
            stage.settings("tokenProfile", "legacy");
            Login login = new Login(stage);
            JsonObject pair = login.connect();
            assertThat(pair.getInteger("expires_in")).isEqualTo(86_400);
            assertThat(pair.getInteger("refresh_expires_in")).isEqualTo(31_536_000);
            assertThat(login.refresh(pair.getString("refresh_token")).body().getString("refresh_token"))
                    .isEqualTo(pair.getString("refresh_token"));
        });
    }

    private static void clients(Book book) {
        asked(book, "a wrong secret", Map.of("client_secret", "wrong"), "invalid_client");
        asked(book, "a wrong key", Map.of("client_key", "wrong"), "invalid_client");
        asked(book, "no secret", Map.of("client_secret", "-"), "invalid_request");
        asked(book, "no grant type", Map.of("grant_type", "-"), "invalid_request");
        asked(book, "the password grant", Map.of("grant_type", "password"), "unsupported_grant_type");
        asked(book, "no code", Map.of("code", "-"), "invalid_request");
        asked(book, "an unknown code", Map.of("code", "never-given"), "invalid_grant");
        asked(
                book,
                "an unknown refresh token",
                Map.of("grant_type", "refresh_token", "refresh_token", "rft.never"),
                "invalid_grant");
        book.rule("1.5", "an error is flat, with a description and a log id", stage -> {
            JsonObject body = new Login(stage).refresh("rft.never").body();
            assertThat(body.fieldNames()).containsExactlyInAnyOrder("error", "error_description", "log_id");
        });
        book.rule(
                "1.2",
                "JSON is no form",
                stage -> stage.api
                        .with("Accept", "*/*", "POST", Api.TOKEN, "{\"client_key\":\"x\"}")
                        .is(200, "invalid_request"));
        book.rule("1.5", "with standard statuses, a wrong client is 401 and a wrong grant 400", stage -> {
            stage.settings("oauthErrorStatus", 400);
            Login login = new Login(stage);
            login.refresh("rft.never").is(400, "invalid_grant");
            login.exchange(Map.of("code", "x", "client_secret", "wrong")).is(401, "invalid_client");
        });
    }

    private static void asked(Book book, String what, Map<String, String> changes, String error) {
        book.rule(
                "1.5",
                what + " is refused with " + error + " and HTTP 200",
                stage -> {
                    Login login = new Login(stage);
                    String code = changes.containsKey("grant_type") ? "unused" : login.code(Map.of());
                    java.util.HashMap<String, String> form = new java.util.HashMap<>(Map.of("code", code));
                    form.putAll(changes);
                    login.exchange(form).is(200, error);
                },
                error);
    }

    private static void revocation(Book book) {
        book.rule("1.4", "revocation kills the access token and the refresh token", stage -> {
            Login login = new Login(stage);
            JsonObject pair = login.connect();
            Answer answer = login.revoke(pair.getString("access_token"));
            assertThat(answer.status() + answer.text()).isIn("200", "200{}");
            stage.api
                    .get("/v2/user/info/?fields=open_id", pair.getString("access_token"))
                    .is(401, "access_token_invalid");
            login.refresh(pair.getString("refresh_token")).is(200, "invalid_grant");
        });
        book.rule("1.4", "an expired access token cannot be revoked", stage -> {
            Login login = new Login(stage);
            String access = login.connect().getString("access_token");
            stage.later(Duration.ofHours(2));
            assertThat(login.revoke(access).code()).isNotEmpty();
        });
        book.rule(
                "1.4",
                "an unknown token cannot be revoked",
                stage -> assertThat(new Login(stage).revoke("act.never").code()).isNotEmpty());
    }
}
