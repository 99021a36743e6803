package cn.zhengai.messaging.broker;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One real broker in this process. Its data stay when it is closed. */
public final class KraftBroker implements AutoCloseable {
    private final KafkaRaftServer server;

    private KraftBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /** Formats the node's folder where that was not done before, and starts; serves when it returns. */
    public static KraftBroker start(ClusterPlan plan, ClusterPlan.Node node) {
        format(plan, node);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(plan.settings(node), false), Time.SYSTEM);
        server.startup();
        return new KraftBroker(server);
    }

    private static void format(ClusterPlan plan, ClusterPlan.Node node) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(print)
                    .setClusterId(plan.clusterId())
                    .setNodeId(node.id())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .addDirectory(plan.data(node).toString())
                    .setMetadataLogDirectory(plan.data(node).toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception failed) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8), failed);
        }
    }

    /** A controlled end: leadership moves to others first, where there are any. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
