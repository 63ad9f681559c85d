package io.postbreeze.publisher;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.Endpoint;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody but our services gets an answer, from endpoints of today and of tomorrow. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "publisher"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OutsideWorld.class)
class InternalPathsIT {
    private static final List<Endpoint> ALL = Endpoint.of("io.postbreeze.publisher");

    @Test
    void everyEndpointTakesTheServiceToken() {
        assertThat(ALL).isNotEmpty().allSatisfy(endpoint -> {
            assertThat(endpoint.path()).startsWith("/internal/");
            assertThat(given().header("Authorization", "Bearer pb_live_" + "a".repeat(32))
                            .contentType("application/json")
                            .body("{}")
                            .request(endpoint.method(), endpoint.pathWith(place -> "x"))
                            .statusCode())
                    .as(endpoint.toString())
                    .isEqualTo(401);
        });
    }
}
