package cn.zhengai.source.kafka;

import cn.zhengai.collector.follow.Topic;
import cn.zhengai.collector.follow.Topics;
import cn.zhengai.core.catalogue.SourceMapping;
import java.time.Duration;
import java.util.Map;

/** Topics of any cluster. Loads no class of Kafka before one is opened. */
public final class KafkaTopics implements Topics {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> environment;
    private final Duration patience;

    /** @param environment where {@code ${NAME}} of a password is looked up */
    public KafkaTopics(Map<String, String> environment) {
        this(environment, PATIENCE);
    }

    /** @param patience how long any question to the brokers may take */
    KafkaTopics(Map<String, String> environment, Duration patience) {
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    @Override
    public Topic of(SourceMapping mapping) {
        Troubles troubles = new Troubles(mapping.id());
        return () -> KafkaSession.open(
                mapping.follow().orElseThrow(), new ClientSettings(environment, patience, troubles), troubles);
    }
}
