package cn.zhengai.messaging.kafka;

import cn.zhengai.messaging.broker.ClusterPlan;
import cn.zhengai.messaging.broker.KraftBroker;
import cn.zhengai.messaging.kafka.client.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Brokers for the tests of this process; closed, with all that tests left there, after the last test class. */
interface Brokers extends AutoCloseable {
    /** {@code host:port,host:port}. */
    String servers();

    /** One in this process. */
    record Own(ClusterPlan plan, KraftBroker broker) implements Brokers {
        static Own start() {
            try {
                ClusterPlan plan = ClusterPlan.of(1, Files.createTempDirectory("zhengai-broker"));
                return new Own(plan, KraftBroker.start(plan, plan.nodes().get(0)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public String servers() {
            return plan.bootstrap();
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

    /** Some that go on without us: topics named after the folders of tests are deleted there. */
    record Named(String servers) implements Brokers {
        private static final String FOLDER_OF_A_TEST = "junit";

        @Override
        public void close() throws Exception {
            try (Admin admin = Admin.create(Connection.to(servers).admin())) {
                List<String> ours = admin.listTopics().names().get().stream()
                        .filter(topic -> topic.startsWith(FOLDER_OF_A_TEST))
                        .toList();
                admin.deleteTopics(ours).all().get();
            }
        }
    }
}
