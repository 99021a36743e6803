package cn.zhengai.storage.jdbc;

import cn.zhengai.testkit.database.PostgresHost;
import cn.zhengai.testkit.image.Images;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL in a container that ends when it is closed, or with this process. */
final class PostgresImage implements PostgresHost {
    private static final int PORT = 5432;
    private static final String PASSWORD = "test-only";

    private final GenericContainer<?> container =
            new GenericContainer<>(DockerImageName.parse(Images.pinned("postgres")));

    private PostgresImage() {
        container
                .withEnv("POSTGRES_PASSWORD", PASSWORD)
                .withExposedPorts(PORT)
                // it answers once while it prepares its folder, and then for good
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\n", 2));
    }

    static PostgresHost start() {
        PostgresImage image = new PostgresImage();
        image.container.start();
        return image;
    }

    @Override
    public String url() {
        return "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(PORT)
                + "/postgres?user=postgres&password=" + PASSWORD;
    }

    @Override
    public void close() {
        container.stop();
    }
}
