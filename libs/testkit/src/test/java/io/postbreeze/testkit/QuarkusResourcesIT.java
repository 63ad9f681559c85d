package io.postbreeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "quarkus"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ObjectStoreResource.class)
class QuarkusResourcesIT {
    @ConfigProperty(name = "postbreeze.db.jdbc-url")
    String jdbcUrl;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @ConfigProperty(name = "postbreeze.s3.endpoint")
    String endpoint;

    @Test
    void a_quarkus_test_shares_the_servers_of_its_jvm() {
        assertThat(jdbcUrl).endsWith("/quarkus");
        assertThat(SharedServers.inJvmLoader("kafka")).containsEntry("kafka.bootstrap.servers", bootstrap);
        assertThat(SharedServers.inJvmLoader("objectStore")).containsEntry("postbreeze.s3.endpoint", endpoint);
    }
}
