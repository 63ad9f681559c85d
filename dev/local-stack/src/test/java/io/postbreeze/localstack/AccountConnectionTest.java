package io.postbreeze.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class AccountConnectionTest {
    @Test
    void the_creators_account_is_taken_before_newer_ones() {
        JsonArray accounts = JsonArray.of(
                account("soc_3", "somebody", "ACTIVE"),
                account("soc_2", "sandbox_creator", "TOKEN_EXPIRED"),
                account("soc_1", "sandbox_creator", "ACTIVE"));
        assertThat(AccountConnection.living(accounts)).contains("soc_1");
    }

    @Test
    void a_dead_account_of_the_creator_is_connected_again() {
        JsonArray accounts =
                JsonArray.of(account("soc_2", "somebody", "ACTIVE"), account("soc_1", "sandbox_creator", "REVOKED"));
        assertThat(AccountConnection.living(accounts)).isEmpty();
        assertThat(AccountConnection.living(JsonArray.of())).isEmpty();
    }

    @Test
    void without_the_creator_any_living_account_will_do() {
        JsonArray accounts =
                JsonArray.of(account("soc_2", "somebody", "TOKEN_EXPIRED"), account("soc_1", "other", "ACTIVE"));
        assertThat(AccountConnection.living(accounts)).contains("soc_1");
    }

    private static JsonObject account(String id, String handle, String status) {
        return new JsonObject().put("id", id).put("handle", handle).put("status", status);
    }
}
