package cn.zhengai.messaging.kafka;

import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One real broker for all test classes that ask for it: in this process, or the brokers that {@code
 * ZHENGAI_TEST_KAFKA_SERVERS} of the environment names, on which no other Zhengai may run. Tests keep apart by the names of
 * their topics.
 */
public final class OneBroker implements BeforeAllCallback {
    private static volatile Brokers running;

    /** Where it listens. */
    public static String bootstrap() {
        return running.servers();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneBroker.class))
                .getOrComputeIfAbsent(Brokers.class, type -> atHand(), Brokers.class);
    }

    private static Brokers atHand() {
        return Optional.ofNullable(System.getenv("ZHENGAI_TEST_KAFKA_SERVERS"))
                .filter(servers -> !servers.isBlank())
                .<Brokers>map(Brokers.Named::new)
                .orElseGet(Brokers.Own::start);
    }
}
