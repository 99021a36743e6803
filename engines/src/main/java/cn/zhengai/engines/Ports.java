package cn.zhengai.engines;

import cn.zhengai.messaging.broker.ClusterPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Ports of brokers stay as they were: members of a quorum know each other by them. */
final class Ports {
    private Ports() {}

    static List<ClusterPlan.Node> kept(Path home, int brokers) {
        Path file = home.resolve("ports");
        try {
            if (!Files.exists(file)) {
                List<ClusterPlan.Node> fresh = ClusterPlan.of(brokers, home).nodes();
                Files.writeString(
                        file,
                        fresh.stream()
                                .map(n -> n.id() + " " + n.port() + " " + n.controllerPort() + "\n")
                                .collect(Collectors.joining()));
                return fresh;
            }
            return Files.readAllLines(file).stream().map(Ports::node).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ClusterPlan.Node node(String line) {
        String[] parts = line.split(" ", -1);
        return new ClusterPlan.Node(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
