package io.postbreeze.postapi;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Calls as a user makes them. */
public final class Api {
    /** The bootstrap key of the tests. */
    public static final String KEY = "pb_live_0123456789abcdefghijABCDEFGHIJ01";

    private Api() {}

    /** A request with the key. */
    public static RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + KEY).contentType("application/json");
    }

    /** A request of one of our services. */
    public static RequestSpecification service() {
        return given().header("Authorization", "Bearer service-token-for-tests-only-0123456789")
                .contentType("application/json");
    }

    /** Connects a creator of the sandbox the way a browser does; the account's id. */
    public static String connect(String creator) {
        return connect(creator, caller());
    }

    /** The same for somebody else. */
    public static String connect(String creator, Tenant tenant) {
        return connect(creator, tenant.caller());
    }

    private static String connect(String creator, RequestSpecification caller) {
        String page = caller.body("{\"platform\":\"TIKTOK_PERSONAL\"}")
                .post("/api/v1/social-accounts/connect")
                .then()
                .statusCode(200)
                .extract()
                .path("authorizeUrl");
        String back = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(page + "&sandbox_auto_approve=" + creator)
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        return callback(back.substring(back.indexOf('?') + 1))
                .statusCode(200)
                .extract()
                .path("accountId");
    }

    /** What the browser brings back from TikTok. */
    public static ValidatableResponse callback(String query) {
        return given().accept("application/json")
                .urlEncodingEnabled(false)
                .get("/api/v1/oauth/tiktok/callback?" + query)
                .then();
    }

    /** The feature page's body for a video post, with another date and the two ids. */
    static String flatBody(String accountId, String mediaId) {
        return """
                {
                  "content": "Behind the scenes from launch week ✨",
                  "scheduledFor": "2099-06-02T12:00:00Z",
                  "mediaIds": ["%s"],
                  "platforms": [{
                    "accountId": "%s",
                    "platformOptions": {
                      "platform": "TIKTOK_PERSONAL",
                      "privacy": "PUBLIC_TO_EVERYONE",
                      "allowComments": true,
                      "allowDuet": false,
                      "allowStitch": false,
                      "autoAddMusic": false,
                      "brandOrganicToggle": false,
                      "brandContentToggle": false
                    }
                  }]
                }""".formatted(mediaId, accountId);
    }

    /** The same in the nested shape. */
    static String nestedBody(String accountId, String mediaId) {
        return flatBody(accountId, mediaId)
                .replace("content\"", "caption\"")
                .replace("scheduledFor", "scheduledAt")
                .replace("\"platforms\"", "\"targets\"")
                .replace("accountId", "socialAccountId");
    }
}
