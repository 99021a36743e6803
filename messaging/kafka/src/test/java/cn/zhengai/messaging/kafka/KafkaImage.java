package cn.zhengai.messaging.kafka;

import cn.zhengai.testkit.image.Images;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The broker of docker-compose.yml in a container for the tests of a class. */
final class KafkaImage implements BeforeAllCallback, AfterAllCallback {
    private KafkaContainer container;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (container == null) {
            container = new KafkaContainer(DockerImageName.parse(Images.pinned("apache/kafka")));
            container.start();
        }
    }

    String servers() {
        return container.getBootstrapServers();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!context.getRequiredTestClass().isMemberClass()) {
            container.stop();
        }
    }
}
