package cn.zhengai.storage.influxdb;

import cn.zhengai.testkit.image.Images;
import cn.zhengai.testkit.influx.InfluxHost;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** InfluxDB in a container for the tests of a class. */
final class InfluxImage implements BeforeAllCallback, AfterAllCallback {
    private static final String TOKEN = "test-only-token";
    private static final String ORG = "college";
    private static final int PORT_2 = 8086;
    private static final int PORT_3 = 8181;

    private final Supplier<GenericContainer<?>> image;
    private final int port;
    private GenericContainer<?> container;
    private Databases databases;

    private InfluxImage(Supplier<GenericContainer<?>> image, int port) {
        this.image = image;
        this.port = port;
    }

    /** Of docker-compose.yml, set up as its own start script does it. */
    static InfluxImage two() {
        return new InfluxImage(
                () -> of(Images.pinned("influxdb"))
                        .withEnv("DOCKER_INFLUXDB_INIT_MODE", "setup")
                        .withEnv("DOCKER_INFLUXDB_INIT_USERNAME", "tests")
                        .withEnv("DOCKER_INFLUXDB_INIT_PASSWORD", "test-only")
                        .withEnv("DOCKER_INFLUXDB_INIT_ORG", ORG)
                        .withEnv("DOCKER_INFLUXDB_INIT_BUCKET", "first")
                        .withEnv("DOCKER_INFLUXDB_INIT_ADMIN_TOKEN", TOKEN)
                        .withExposedPorts(PORT_2)
                        // while it is set up it answers on another port
                        .waitingFor(Wait.forHttp("/ping").forPort(PORT_2).forStatusCode(204)),
                PORT_2);
    }

    /** Core, which asks for no token. */
    static InfluxImage three() {
        return new InfluxImage(
                () -> of(Images.influxdb3())
                        .withCommand(
                                "influxdb3",
                                "serve",
                                "--node-id=tests",
                                "--object-store=file",
                                "--data-dir=/var/lib/influxdb3",
                                "--without-auth")
                        .withExposedPorts(PORT_3)
                        .waitingFor(Wait.forHttp("/ping").forPort(PORT_3)),
                PORT_3);
    }

    private static GenericContainer<?> of(String name) {
        return new GenericContainer<>(DockerImageName.parse(name));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (container == null) {
            container = image.get();
            container.start();
            URI url = URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port));
            databases = new Databases(InfluxHost.at(url, TOKEN, ORG));
        }
    }

    /** The database of a folder. */
    InfluxAccess of(Path folder) {
        return databases.of(folder);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!context.getRequiredTestClass().isMemberClass()) {
            container.stop();
        }
    }
}
