package cn.zhengai.messaging.broker;

import cn.zhengai.testkit.net.FreePorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The brokers of one cluster: where they listen on loopback and keep their data. Each is broker and controller. A plan
 * outlives its brokers: started again by the same plan they are the same cluster.
 *
 * @param folder each node keeps its data in a folder of its own below
 */
public record ClusterPlan(Path folder, List<Node> nodes) {
    private static final String CLUSTER_ID = "emhlbmdhaS1rYWZrYS0xMA";
    private static final String HOST = "127.0.0.1";

    /**
     * One of them.
     *
     * @param id from 1
     */
    public record Node(int id, int port, int controllerPort) {}

    public ClusterPlan {
        nodes = List.copyOf(nodes);
    }

    /** So many brokers on ports that are free now. */
    public static ClusterPlan of(int brokers, Path folder) {
        List<Integer> ports = FreePorts.some(2 * brokers);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < brokers; i++) {
            nodes.add(new Node(i + 1, ports.get(2 * i), ports.get(2 * i + 1)));
        }
        return new ClusterPlan(folder, nodes);
    }

    /** What clients are told: {@code 127.0.0.1:port,...}. */
    public String bootstrap() {
        return nodes.stream().map(node -> HOST + ":" + node.port()).collect(Collectors.joining(","));
    }

    Path data(Node node) {
        return folder.resolve("node-" + node.id());
    }

    String clusterId() {
        return CLUSTER_ID;
    }

    /** Small, and quick to notice that another is gone. */
    Properties settings(Node node) {
        int copies = Math.min(3, nodes.size());
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", String.valueOf(node.id()));
        p.setProperty("controller.quorum.voters", voters());
        p.setProperty("listeners", listeners(node));
        p.setProperty("advertised.listeners", "PLAINTEXT://" + HOST + ":" + node.port());
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("log.dirs", data(node).toString());
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        p.setProperty("offsets.topic.num.partitions", "3");
        p.setProperty("offsets.topic.replication.factor", String.valueOf(copies));
        p.setProperty("transaction.state.log.num.partitions", "3");
        p.setProperty("transaction.state.log.replication.factor", String.valueOf(copies));
        p.setProperty("transaction.state.log.min.isr", String.valueOf(Math.max(1, copies - 1)));
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("broker.heartbeat.interval.ms", "500");
        p.setProperty("broker.session.timeout.ms", "3000");
        return p;
    }

    private static String listeners(Node node) {
        return "PLAINTEXT://" + HOST + ":" + node.port() + ",CONTROLLER://" + HOST + ":" + node.controllerPort();
    }

    private String voters() {
        return nodes.stream()
                .map(node -> node.id() + "@" + HOST + ":" + node.controllerPort())
                .collect(Collectors.joining(","));
    }
}
