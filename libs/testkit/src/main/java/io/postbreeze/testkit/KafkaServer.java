package io.postbreeze.testkit;

import io.postbreeze.events.Topics;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka node (KRaft, broker and controller) in this JVM, on 127.0.0.1, with every Postbreeze topic. */
public final class KafkaServer implements AutoCloseable {
    private static final String CLUSTER_ID = "4L6g3nShT-eMCtK--X86sw";
    private static final int PARTITIONS = 6;
    private static final short REPLICAS = 1;

    private final KafkaRaftServer node;
    private final String bootstrap;

    private KafkaServer(KafkaRaftServer node, String bootstrap) {
        this.node = node;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts a node whose log lives in {@code directory} (formatted when empty) and creates the topics that are
     * missing. Returns when clients can use it.
     */
    public static KafkaServer start(Path directory, int port, int controllerPort) {
        String bootstrap = "127.0.0.1:" + port;
        KafkaRaftServer node = null;
        try {
            format(directory);
            node = new KafkaRaftServer(new KafkaConfig(settings(directory, port, controllerPort)), Time.SYSTEM);
            node.startup();
            createTopics(bootstrap);
            return new KafkaServer(node, bootstrap);
        } catch (Exception e) {
            if (node != null) {
                node.shutdown();
            }
            throw new IllegalStateException("Kafka did not start on " + bootstrap, e);
        }
    }

    private static void format(Path directory) throws Exception {
        Files.createDirectories(directory);
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Formatter formatter = new Formatter();
        formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter
                .setClusterId(CLUSTER_ID)
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION);
        formatter.run();
    }

    private static Map<String, String> settings(Path directory, int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", directory.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "5"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "5"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // After a kill -9 the node waits for its own old session; the default of 9 s would delay every restart.
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "1000"),
                // The default reserves 128 MB.
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"));
    }

    private static void createTopics(String bootstrap) throws InterruptedException, ExecutionException {
        List<NewTopic> topics = new ArrayList<>();
        for (String topic : Topics.ALL) {
            topics.add(new NewTopic(topic, PARTITIONS, REPLICAS));
            topics.add(new NewTopic(Topics.deadLetter(topic), 1, REPLICAS));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            for (var created : admin.createTopics(topics).values().values()) {
                ignoreExisting(created);
            }
        }
    }

    private static void ignoreExisting(KafkaFuture<Void> created) throws InterruptedException, ExecutionException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Address for {@code bootstrap.servers}. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        node.shutdown();
        node.awaitShutdown();
    }
}
