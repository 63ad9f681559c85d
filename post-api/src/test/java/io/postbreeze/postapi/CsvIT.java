package io.postbreeze.postapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class CsvIT {
    private static final String HEADER = "postKey,content,scheduledFor,mediaIds,accountId,platform,privacy,"
            + "allowComments,allowDuet,allowStitch,autoAddMusic,brandOrganicToggle,brandContentToggle\r\n";

    @Inject
    Pool pool;

    private Tenant tenant;
    private String account;

    @BeforeEach
    void begin() {
        tenant = Tenant.fresh(pool).unlimited(pool);
        account = Api.connect("sandbox_creator", tenant);
    }

    @Test
    void rowsOfOneKeyAreOnePostAndEveryRowIsJudged() {
        String second = Api.connect("sandbox_private", tenant);
        String table = "\ufeff" + HEADER
                + row("a", "\"One, two\r\nthree\"", account, "SELF_ONLY")
                + "\r\n"
                + row("b", "Nobody may see it", account, "")
                + row("a", "", second, "SELF_ONLY")
                + row("", "Alone", account, "SELF_ONLY");

        importing(table, "")
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("refused", equalTo(1))
                .body("items.rows", equalTo(List.of(List.of(2, 5), List.of(4), List.of(6))))
                .body("items.statusCode", equalTo(List.of(201, 422, 201)))
                .body("items[0].post.targets.socialAccountId", equalTo(List.of(account, second)))
                .body("items[0].post.caption", equalTo("One, two\r\nthree"))
                .body("items[1].error.code", equalTo("TT_PRIVACY_REQUIRED"))
                .body("items[1].error.details[0].path", equalTo("row 4, privacy"));
    }

    @Test
    void whatWasExportedCanBeImportedAgain() {
        String text = "=HYPERLINK(\"\"http://evil\"\");  'quoted', ✨\n-last";
        importing(HEADER + row("a", "\"" + text + "\"", account, "SELF_ONLY"), "")
                .body("accepted", equalTo(1));
        String exported = exported("");

        assertThat(exported).contains("'=HYPERLINK").endsWith("\r\n");
        importing(exported, "").statusCode(200).body("accepted", equalTo(1));

        String both = exported("?status=SCHEDULED&accountId=" + account);
        assertThat(both.split("'=HYPERLINK", -1)).hasSize(3);
        tenant.caller()
                .get("/api/v1/posts")
                .then()
                .body("caption", equalTo(List.of(text.replace("\"\"", "\""), text.replace("\"\"", "\""))))
                .body(
                        "targets[0].platformOptions[0]",
                        equalTo(tenant.caller().get("/api/v1/posts").path("targets[1].platformOptions[0]")));
        assertThat(exported("?status=PUBLISHED").lines()).hasSize(1);
    }

    @Test
    void anExportGoesOnWhereItsLinkSays() {
        String rows = IntStream.range(0, 3)
                .mapToObj(i -> row("", "Number " + i, account, "SELF_ONLY"))
                .collect(Collectors.joining());
        importing(HEADER + rows, "").body("accepted", equalTo(3));

        String link = tenant.caller()
                .accept("text/csv")
                .get("/api/v1/posts/export?limit=2")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .header("Link");

        assertThat(link).contains("cursor=");
        String cursor = link.replaceFirst(".*cursor=([^&>]*).*", "$1");
        String next = tenant.caller()
                .accept("text/csv")
                .urlEncodingEnabled(false)
                .get("/api/v1/posts/export?limit=2&cursor=" + cursor)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(next.lines()).hasSize(2);
    }

    @Test
    void theSameTableAgainCreatesNothing() {
        String key = UUID.randomUUID().toString();
        String table = HEADER + row("", "Once", account, "SELF_ONLY");

        String first =
                importing(table, key).body("accepted", equalTo(1)).extract().asString();

        assertThat(importing(table, key).extract().asString()).isEqualTo(first);
        assertThat(exported("").lines()).hasSize(2);
    }

    @Test
    void othersPostsAreNotExportedAndOthersAccountsNotFound() {
        importing(HEADER + row("", "Mine", account, "SELF_ONLY"), "").body("accepted", equalTo(1));
        Tenant stranger = Tenant.fresh(pool).unlimited(pool);

        assertThat(stranger.caller()
                        .accept("text/csv")
                        .get("/api/v1/posts/export")
                        .asString()
                        .lines())
                .hasSize(1);
        csv(stranger.caller())
                .body(HEADER + row("", "Theirs", account, "SELF_ONLY"))
                .post("/api/v1/posts/import")
                .then()
                .body("items[0].error.code", equalTo("ACCOUNT_NOT_FOUND"))
                .body("items[0].error.details[0].path", equalTo("row 2, accountId"));
    }

    @Test
    void tooManyPostsAreRefusedWhole() {
        importing(HEADER + row("", "x", account, "SELF_ONLY").repeat(501), "")
                .statusCode(400)
                .body("message", containsString("500"));
    }

    @Test
    void hostileTablesAreRefusedInTheEnvelope() {
        for (byte[] table : List.of(
                new byte[0],
                bytes("content,\"privacy\n1,2"),
                bytes("content\n\"open"),
                bytes("\u0000\u0000\u0000"),
                bytes(",".repeat(10_000) + "\n"),
                bytes("content," + "x,".repeat(10_000) + "\n1"),
                bytes("content\n" + "a,".repeat(10_000)),
                bytes("z".repeat(2_000_000) + "\n1"),
                "content\nä".getBytes(StandardCharsets.ISO_8859_1),
                ("content\nä").getBytes(StandardCharsets.UTF_16))) {
            csv(tenant.caller())
                    .body(table)
                    .post("/api/v1/posts/import")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("CSV_INVALID"))
                    .body("requestId", matchesPattern("req_[0-9A-Z]{26}"));
        }
        importing(HEADER + row("", "\"nul \u0000 byte\"", account, "SELF_ONLY"), "")
                .body("items[0].statusCode", equalTo(400))
                .body("items[0].error.details[0].path", equalTo("row 2, content"));
        importing(HEADER + row("", "\"" + "x".repeat(3_000_000) + "\"", account, "SELF_ONLY"), "")
                .body("items[0].error.details[0].path", equalTo("row 2, content"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String postKey, String content, String account, String privacy) {
        String scheduledFor = content.isEmpty() ? "" : "2099-06-02T12:00:00Z";
        return String.join(
                        ",",
                        postKey,
                        content,
                        scheduledFor,
                        Neighbours.VIDEO,
                        account,
                        "TIKTOK_PERSONAL",
                        privacy,
                        "true",
                        "false",
                        "false",
                        "false",
                        "false",
                        "false")
                + "\r\n";
    }

    private ValidatableResponse importing(String table, String key) {
        RequestSpecification call = csv(tenant.caller()).body(bytes(table));
        return (key.isEmpty() ? call : call.header("Idempotency-Key", key))
                .post("/api/v1/posts/import")
                .then();
    }

    private static RequestSpecification csv(RequestSpecification call) {
        return call.config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("text/csv", ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/csv");
    }

    private String exported(String query) {
        return tenant.caller()
                .accept("text/csv")
                .get("/api/v1/posts/export" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
