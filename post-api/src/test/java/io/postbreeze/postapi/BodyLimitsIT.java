package io.postbreeze.postapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over plain sockets: a client that is still sending when it is refused may never see the answer. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class BodyLimitsIT {
    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/posts/bulk, 5",
        "/api/v1/posts/import, 5",
        "/api/v1/posts, 2",
        "/api/v1/posts/validate, 2",
        "/api/v1/posts/bulk/, 2",
        "/api/v1/posts/bulk;x, 2",
        "/api/v1/workspaces, 2",
    })
    void aBodyThatTellsItIsTooLongIsRefusedUnread(String path, int megabytes) throws IOException {
        try (Socket server = connected()) {
            begin(server, path, "Content-Length: " + (long) megabytes * MEGABYTE);

            assertThat(statusLine(server)).contains(" 413 ");
        }
    }

    /** A client that sends all of it sees the answer each time, and may go on by the same connection. */
    @Test
    void aBodyThatIsTooLongIsRefusedInWords() throws Exception {
        byte[] body = new byte[3 * MEGABYTE];
        URI uri = URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/posts");
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < 100; i++) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + Api.KEY)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"", "1048576");
                assertThat(answer.body())
                        .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/posts", "/api/v1/posts/validate"})
    void aBodyThatDoesNotTellIsReadNoFurtherThanTheLimit(String path) throws IOException {
        try (Socket server = connected()) {
            begin(server, path, "Transfer-Encoding: chunked");
            OutputStream out = server.getOutputStream();
            out.write((Integer.toHexString(2 * MEGABYTE) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(" ".repeat(MEGABYTE + 65_536).getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(statusLine(server)).contains(" 413 ");
        }
    }

    private static Socket connected() throws IOException {
        Socket server = new Socket("127.0.0.1", RestAssured.port);
        server.setSoTimeout(30_000);
        return server;
    }

    private static void begin(Socket server, String path, String length) throws IOException {
        String head = String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + Api.KEY,
                "Content-Type: application/json",
                length,
                "",
                "");
        server.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        server.getOutputStream().flush();
    }

    private static String statusLine(Socket server) throws IOException {
        return new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
