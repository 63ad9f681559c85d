package io.postbreeze.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.testkit.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody else's key, and no key, see at every endpoint; one that this test cannot feed fails it. */
@QuarkusTest
class StrangerIT {
    private static final List<Endpoint> ALL = Endpoint.of("io.postbreeze.analytics");

    @Inject
    Pool pool;

    private final String account = PrefixedIds.next("soc");
    private final String post = PrefixedIds.next("post");
    private final Map<String, String> ours = Map.of("posts", post, "accounts", account);

    @BeforeEach
    void somethingOfOurs() {
        pool.preparedQuery("insert into tracked_post (account_id, target_id, workspace_id, post_id, identified_version,"
                        + " published_at, next_refresh_at) values ($1, $2, $3, $4, -1, now(), now())")
                .executeAndAwait(Tuple.of(account, PrefixedIds.next("tgt"), TestBeans.WORKSPACE, post));
    }

    private Response call(Optional<String> key, Endpoint endpoint) {
        var caller = given();
        key.ifPresent(one -> caller.header("Authorization", "Bearer " + one));
        caller.queryParam("workspaceId", TestBeans.WORKSPACE);
        return caller.request(endpoint.method(), endpoint.pathWith(prefix -> {
            String kind = prefix.substring(prefix.lastIndexOf('/') + 1);
            assertThat(ours).as("a row for %s", endpoint).containsKey(kind);
            return ours.get(kind);
        }));
    }

    @Test
    void everyEndpointShowsAStrangerWhatItShowsOfNothing() {
        assertThat(ALL).isNotEmpty().allSatisfy(endpoint -> {
            assertThat(endpoint.method()).isEqualTo("GET");
            Response answer = call(Optional.of(TestBeans.OTHER_KEY), endpoint);
            assertThat(answer.statusCode())
                    .as("%s: %s", endpoint, answer.asString())
                    .isEqualTo(404);
        });
        assertThat(call(Optional.of(TestBeans.KEY), ALL.getLast()).statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsAnsweredWithoutAKey() {
        assertThat(ALL)
                .noneMatch(Endpoint::isPublic)
                .allSatisfy(
                        endpoint -> assertThat(call(Optional.empty(), endpoint).statusCode())
                                .isEqualTo(401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/analytics/posts/%00", "/api/v1/analytics/posts/post_%00"})
    void noCharacterInAnIdIsAFault(String path) {
        given().header("Authorization", "Bearer " + TestBeans.KEY)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404);
    }
}
