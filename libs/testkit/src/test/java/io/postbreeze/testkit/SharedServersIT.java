package io.postbreeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.events.Topics;
import java.net.URI;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class SharedServersIT {
    @Test
    void postgres_gives_every_database_asked_for() throws Exception {
        for (String database : new String[] {"media", "publisher", "media"}) {
            Map<String, String> properties = new PostgresResourceProbe(database).start();
            try (var connection = DriverManager.getConnection(
                            properties.get("postbreeze.db.jdbc-url"),
                            properties.get("postbreeze.db.username"),
                            properties.get("postbreeze.db.password"));
                    var rows = connection.createStatement().executeQuery("SELECT current_database(), version()")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(database);
                assertThat(rows.getString(2)).startsWith("PostgreSQL 18");
            }
        }
    }

    @Test
    void kafka_has_every_topic_and_its_dead_letter_topic() throws Exception {
        Map<String, String> properties = new KafkaResource().start();
        String bootstrap = properties.get("kafka.bootstrap.servers");
        assertThat(new KafkaResource().start()).containsEntry("kafka.bootstrap.servers", bootstrap);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<String, TopicDescription> topics = admin.describeTopics(
                            admin.listTopics().names().get())
                    .allTopicNames()
                    .get();
            for (String topic : Topics.ALL) {
                assertThat(topics.get(topic).partitions()).hasSize(6);
                assertThat(topics.get(Topics.deadLetter(topic)).partitions()).hasSize(1);
            }
        }
    }

    @Test
    void the_object_store_keeps_what_was_put() {
        Map<String, String> properties = new ObjectStoreResource().start();
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(
                properties.get("postbreeze.s3.access-key"), properties.get("postbreeze.s3.secret-key")));
        String bucket = properties.get("postbreeze.s3.bucket");
        try (S3Client s3 = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create(properties.get("postbreeze.s3.endpoint")))
                .region(Region.of(properties.get("postbreeze.s3.region")))
                .forcePathStyle(true)
                .credentialsProvider(credentials)
                .build()) {
            s3.putObject(put -> put.bucket(bucket).key("a/b.txt"), RequestBody.fromString("hello"));
            assertThat(s3.getObjectAsBytes(
                                    get -> get.bucket(bucket).key("a/b.txt").range("bytes=1-3"))
                            .asUtf8String())
                    .isEqualTo("ell");
        }
    }

    /** The resource as Quarkus drives it. */
    private record PostgresResourceProbe(String database) {
        Map<String, String> start() {
            PostgresResource resource = new PostgresResource();
            resource.init(Map.of("database", database));
            return resource.start();
        }
    }
}
