package cn.zhengai.messaging.kafka;

import cn.zhengai.messaging.broker.ClusterPlan;
import cn.zhengai.messaging.broker.KraftBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One real broker in this process for all test classes that ask for it; tests keep apart by the names of their topics. */
public final class OneBroker implements BeforeAllCallback {
    private static volatile Running running;

    /** Where it listens. */
    public static String bootstrap() {
        return running.plan.bootstrap();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneBroker.class))
                .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class);
    }

    /** Ends with the last test class. */
    private static final class Running implements AutoCloseable {
        private final ClusterPlan plan;
        private final KraftBroker broker;

        private Running(ClusterPlan plan) {
            this.plan = plan;
            this.broker = KraftBroker.start(plan, plan.nodes().get(0));
        }

        static Running start() {
            try {
                return new Running(ClusterPlan.of(1, Files.createTempDirectory("zhengai-broker")));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            broker.close();
            try (Stream<Path> files = Files.walk(plan.folder())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
