package cn.zhengai.server.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where a distributed run keeps readings; its ledger is in PostgreSQL. */
public record Distributed(Kafka kafka, Influx influx) {

    /**
     * The log.
     *
     * @param servers {@code host:port,host:port}
     * @param partitions of the topic of readings; never changes
     * @param copies of every record on different brokers
     * @param keep how long readings stay in the topic
     * @param settings further settings of Kafka's clients as Kafka names them, e.g. {@code security.protocol}
     */
    public record Kafka(String servers, int partitions, int copies, Duration keep, Map<String, String> settings) {
        public Kafka {
            settings = Map.copyOf(settings);
        }

        /** Settings may hold passwords. */
        @Override
        public String toString() {
            return "Kafka[servers=" + servers + ", partitions=" + partitions + ", copies=" + copies + "]";
        }
    }

    /**
     * The store.
     *
     * @param token of release 2 and later; user and password with a colon between them for release 1; empty: none asked
     * @param org of release 2
     * @param bucket or database of the readings
     * @param results bucket or database of what is published for dashboards: whoever may ask there sees no readings
     */
    public record Influx(String url, Optional<String> token, String org, String bucket, String results) {
        @Override
        public String toString() {
            return "Influx[url=" + url + ", org=" + org + ", bucket=" + bucket + ", results=" + results + "]";
        }
    }
}
