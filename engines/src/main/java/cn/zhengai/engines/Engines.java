package cn.zhengai.engines;

import cn.zhengai.messaging.broker.BrokerProcess;
import cn.zhengai.messaging.broker.ClusterPlan;
import cn.zhengai.testkit.database.PostgresServer;
import cn.zhengai.testkit.influx.InfluxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The engines of a distributed run as processes of this machine: brokers, a PostgreSQL and an InfluxDB, each in a folder
 * of its own. They end with this process; what they keep stays.
 */
public final class Engines implements AutoCloseable {
    /** Of InfluxDB. */
    public static final String BUCKET = "zhengai";

    private final ClusterPlan cluster;
    private final List<BrokerProcess> brokers = new ArrayList<>();
    private final PostgresServer postgres;
    private final InfluxServer influx;
    private final int partitions;

    private Engines(Path home, int brokers, int partitions) {
        this.partitions = partitions;
        this.cluster = new ClusterPlan(home.resolve("kafka"), Ports.kept(home, brokers));
        this.cluster.nodes().forEach(node -> this.brokers.add(BrokerProcess.start(cluster, node)));
        this.postgres = PostgresServer.start(home.resolve("postgresql"));
        this.influx = InfluxServer.start(home.resolve("influxdb"));
        this.influx.create(BUCKET);
        this.influx.create(BUCKET + "-results");
        this.brokers.forEach(BrokerProcess::awaitUp);
    }

    /**
     * Starts them; they serve when it returns.
     *
     * @param home absent, empty or of an earlier start
     * @param brokers 1 or 3
     * @throws IllegalStateException when InfluxDB is not installed
     */
    public static Engines start(Path home, int brokers, int partitions) {
        try {
            Files.createDirectories(home);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Engines(home, brokers, partitions);
    }

    public ClusterPlan cluster() {
        return cluster;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public InfluxServer influx() {
        return influx;
    }

    /** SIGKILL; {@link #restartBroker} brings it back. */
    public void killBroker(int place) {
        brokers.get(place).kill();
    }

    /** Starts a killed broker again over its data, and waits until it serves. */
    public void restartBroker(int place) {
        BrokerProcess broker = BrokerProcess.start(cluster, cluster.nodes().get(place));
        broker.awaitUp();
        brokers.set(place, broker);
    }

    /** Writes the settings of an instance into its data folder. */
    public Path settings(Path dataFolder, int port) {
        String text = String.format(
                Locale.ROOT,
                """
                port: %d
                ledger: {url: "%s"}
                distributed:
                  kafka: {servers: "%s", partitions: %d, copies: %d}
                  influxdb: {url: "%s", bucket: %s}
                """,
                port,
                postgres.url(),
                cluster.bootstrap(),
                partitions,
                Math.min(3, brokers.size()),
                influx.url(),
                BUCKET);
        try {
            Files.createDirectories(dataFolder);
            return Files.writeString(dataFolder.resolve("zhengai.yaml"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        influx.close();
        postgres.close();
        brokers.forEach(BrokerProcess::close);
    }
}
