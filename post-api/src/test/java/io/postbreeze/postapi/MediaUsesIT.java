package io.postbreeze.postapi;

import static io.postbreeze.postapi.Api.caller;
import static io.postbreeze.postapi.Api.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class MediaUsesIT {
    @Inject
    Pool pool;

    private final String media = "med_" + UUID.randomUUID();

    @Test
    void postsAndTargetsThatUseAFileAreNamedUntilTheyAreDeleted() {
        JsonPath whole = postWith("posts", "id");
        JsonPath ofTarget = postWith("post_targets", "post_id");

        uses(whole.getString("workspaceId"), media)
                .statusCode(200)
                .body("uses.postId", equalTo(List.of(whole.getString("id"), ofTarget.getString("id"))))
                .body("uses.status", equalTo(List.of("DRAFT", "DRAFT")));
        uses("ws_of_somebody_else", media).body("uses", empty());
        uses(whole.getString("workspaceId"), media + "0").body("uses", empty());

        caller().delete("/api/v1/posts/" + whole.getString("id")).then().statusCode(204);
        caller().delete("/api/v1/posts/" + ofTarget.getString("id")).then().statusCode(204);
        uses(whole.getString("workspaceId"), media).body("uses", empty());
    }

    @Test
    void theQuestionIsAnsweredFromAnIndex() {
        StringBuilder plan = new StringBuilder();
        pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("set local enable_indexscan = off")
                                .execute())
                        .chain(() -> connection
                                .preparedQuery("explain select id from posts where media_ids::jsonb ? $1")
                                .execute(Tuple.of(media))))
                .await()
                .indefinitely()
                .forEach(row -> plan.append(row.getString(0)).append('\n'));

        assertThat(plan).contains("ix_posts_media_ids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"workspaceId\":\"ws_1\"}", "{\"mediaId\":\"med_1\"}", "null"})
    void aQuestionWithoutBothNamesIsRefused(String body) {
        service().body(body).post("/internal/v1/posts/media-uses").then().statusCode(400);
    }

    private JsonPath postWith(String table, String key) {
        String account = Api.connect("sandbox_creator");
        String draft =
                Api.flatBody(account, Neighbours.VIDEO).replace("\"scheduledFor\": \"2099-06-02T12:00:00Z\",", "");
        JsonPath post = caller().body(draft)
                .post("/api/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        pool.preparedQuery("update " + table + " set media_ids = $1 where " + key + " = $2")
                .execute(Tuple.of("[\"" + media + "\"]", post.getString("id")))
                .await()
                .indefinitely();
        return post;
    }

    private static ValidatableResponse uses(String workspaceId, String mediaId) {
        return service()
                .body("{\"workspaceId\":\"" + workspaceId + "\",\"mediaId\":\"" + mediaId + "\"}")
                .post("/internal/v1/posts/media-uses")
                .then();
    }
}
