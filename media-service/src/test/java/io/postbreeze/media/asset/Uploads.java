package io.postbreeze.media.asset;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A user with a key who uploads files. */
record Uploads(String key) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Uploads a file; its id. */
    String upload(String filename, String contentType, byte[] bytes) throws IOException, InterruptedException {
        JsonPath presigned = post("presign", Map.of("filename", filename, "contentType", contentType))
                .statusCode(200)
                .extract()
                .jsonPath();
        put(presigned.getString("uploadUrl"), bytes, presigned.getMap("headers"));
        return presigned.getString("mediaAsset.id");
    }

    /** Puts bytes; the store's status. */
    static int put(String url, byte[] bytes, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder upload = HttpRequest.newBuilder(URI.create(url));
        headers.forEach(upload::header);
        upload.PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        return HTTP.send(upload.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    ValidatableResponse post(String path, Object body) {
        return request()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/media/" + path)
                .then();
    }

    ValidatableResponse post(String path) {
        return request().post("/api/v1/media/" + path).then();
    }

    ValidatableResponse patch(String id, Object body) {
        return request()
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/api/v1/media/" + id)
                .then();
    }

    ValidatableResponse get(String path) {
        return request().get("/api/v1/media/" + path).then();
    }

    ValidatableResponse delete(String path) {
        return request().delete("/api/v1/media/" + path).then();
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + key);
    }
}
