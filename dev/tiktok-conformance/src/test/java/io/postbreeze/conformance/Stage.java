package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What one case works with; puts back what it changed for all. */
final class Stage implements AutoCloseable {
    static final String ALL = "user.info.basic,user.info.profile,user.info.stats,video.list,video.publish,video.upload";
    static final String PUBLIC = "PUBLIC_TO_EVERYONE";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Target target = Target.only();
    final Api api = new Api(target.api);
    private @Nullable JsonObject settingsBefore;
    private boolean hasFaults;
    private @Nullable Person person;

    /** A fresh public creator; elsewhere the one whose token was given. */
    Person person() {
        if (person == null) {
            person = target.hasAdmin
                    ? creator(new JsonObject())
                    : new Person("", "", Target.setting("ACCESS_TOKEN", ""));
        }
        return person;
    }

    String token() {
        return person().token();
    }

    Person creator(JsonObject options) {
        String handle = "case" + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
        JsonObject made = admin("POST", "/creators", options.copy().put("handle", handle), 201);
        String openId = made.getString("openId");
        return new Person(openId, handle, token(openId, ALL));
    }

    String token(String openId, String scopes) {
        return tokens(openId, scopes, "v2").getString("accessToken");
    }

    JsonObject tokens(String openId, String scopes, String kind) {
        JsonArray list = new JsonArray(Arrays.asList(scopes.split(",")));
        return admin(
                "POST",
                "/tokens",
                new JsonObject().put("openId", openId).put("scopes", list).put("kind", kind),
                201);
    }

    JsonObject admin(String method, String path, JsonObject body, int status) {
        Answer answer = new Api(target.api).with("", "", method, "/sandbox" + path, body.encode());
        assertThat(answer.status())
                .as(method + " " + path + " " + answer.text())
                .isEqualTo(status);
        return answer.body();
    }

    JsonArray list(String path) {
        return new JsonArray(new Api(target.api).plain("/sandbox" + path).text());
    }

    void settings(String name, Object value) {
        if (settingsBefore == null) {
            settingsBefore = new Api(target.api).plain("/sandbox/settings").body();
        }
        admin("POST", "/settings", new JsonObject().put(name, value), 200);
    }

    void later(Duration by) {
        admin("POST", "/clock", new JsonObject().put("advance", by.toString()), 200);
    }

    void fault(JsonObject fault) {
        hasFaults = true;
        admin("POST", "/faults", fault, 201);
    }

    /** The bytes are on the profile, or wherever they end: the entry of a publish once it is settled. */
    JsonObject settled(String publishId) {
        return reached(publishId, "PUBLISH_COMPLETE", "FAILED", "SEND_TO_USER_INBOX");
    }

    JsonObject reached(String publishId, String... statuses) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(15))
                .until(() -> entry(publishId), entry -> Arrays.asList(statuses).contains(entry.getString("status")));
    }

    JsonObject entry(String publishId) {
        String query = Api.encoded(java.util.Map.of("publishId", publishId));
        return list("/publishes?" + query).getJsonObject(0);
    }

    /** Status as TikTok tells it. */
    JsonObject status(Person who, String publishId) {
        return api.post(Api.STATUS, who.token(), new JsonObject().put("publish_id", publishId))
                .ok()
                .data();
    }

    @Override
    public void close() {
        if (hasFaults) {
            new Api(target.api).with("", "", "DELETE", "/sandbox/faults", "");
        }
        if (settingsBefore != null) {
            admin("POST", "/settings", settingsBefore, 200);
        }
    }
}
