package cn.zhengai.server.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Compose file is what the specification allows, and as careful as ours should be. */
class ComposeFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STORES = List.of("postgres", "kafka", "influxdb");

    private Containers file;

    @BeforeEach
    void read() throws IOException {
        file = Containers.of("docker-compose.yml");
    }

    private static Schema schema() throws IOException {
        try (InputStream in = ComposeFileTest.class.getResourceAsStream("compose-spec.json")) {
            ObjectNode schema = (ObjectNode) JSON.readTree(in);
            schema.remove(List.of("$schema", "$id"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
        }
    }

    private static List<String> faults(Object file) throws IOException {
        JsonNode node = JSON.valueToTree(file);
        return schema().validate(node.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "compose/own-college.yml"})
    void theSpecificationAllowsIt(String name) throws IOException {
        assertThat(faults(Containers.of(name).whole())).isEmpty();
    }

    @Test
    void theSpecificationDoesNotAllowAnything() throws IOException {
        assertThat(faults(Map.of("services", Map.of("a", Map.of("imgae", "x")))))
                .isNotEmpty();
        assertThat(faults(Map.of("services", Map.of("a", Map.of("healthcheck", Map.of("intervall", "1s"))))))
                .isNotEmpty();
    }

    @Test
    void whatRunsIsWatchedAndStartedAgain() {
        file.services().values().stream()
                .filter(s -> !s.ends())
                .forEach(service -> assertThat(
                                (List<?>) service.at("healthcheck").get("test"))
                        .as(service.name())
                        .hasSizeGreaterThan(1)
                        .first()
                        .isEqualTo("CMD"));
        assertThat(file.services().values().stream().filter(Containers.Service::ends))
                .extracting(Containers.Service::name)
                .containsExactlyInAnyOrder("catalogue", "demo-data");
    }

    @Test
    void eachHasItsShareOfTheMachine() {
        file.services()
                .values()
                .forEach(service -> assertThat(Containers.map(
                                Containers.map(service.at("deploy").get("resources"))
                                        .get("limits")))
                        .as(service.name())
                        .containsOnlyKeys("cpus", "memory", "pids"));
    }

    @Test
    void onlyThisMachineReachesThem() {
        file.services()
                .values()
                .forEach(service -> assertThat(service.list("ports"))
                        .as(service.name())
                        .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+")));
        for (String store : STORES) {
            Containers.Service service = file.service(store);
            assertThat(service.list("ports")).as(store).isEmpty();
            assertThat(service.list("networks")).as(store).allMatch(this::internal);
        }
    }

    private boolean internal(String network) {
        return Boolean.TRUE.equals(
                Containers.map(file.section("networks").get(network)).get("internal"));
    }

    /** A port is published only where a network leads outside. */
    @Test
    void publishedOnesAreOnANetworkThatLeadsOutside() {
        file.services().values().stream()
                .filter(service -> !service.list("ports").isEmpty())
                .forEach(service -> assertThat(service.list("networks"))
                        .as(service.name())
                        .anyMatch(network -> !internal(network)));
    }

    @Test
    void imagesArePinned() {
        file.services()
                .values()
                .forEach(service -> assertThat(service.text("image"))
                        .as(service.name())
                        .matches("[a-z/]+:v?\\d+\\.\\d+(\\.\\d+)?(-[a-z]+)?"));
    }

    @Test
    void noPasswordIsWrittenHere() {
        file.services()
                .values()
                .forEach(service -> service.at("environment").forEach((name, value) -> {
                    if (name.matches(".*(PASSWORD|TOKEN|SECRET|AUTH_FILE|CREDENTIAL).*")) {
                        assertThat(name).as(service.name()).endsWith("_FILE");
                        assertThat(service.list("secrets"))
                                .as(service.name() + " " + name)
                                .contains(String.valueOf(value).replaceFirst("^/run/secrets/", ""));
                    }
                }));
    }

    @Test
    void noRightsThatNobodyNeeds() {
        file.services().values().forEach(service -> {
            assertThat(service.list("cap_drop")).as(service.name()).containsExactly("ALL");
            assertThat(service.list("security_opt")).as(service.name()).contains("no-new-privileges:true");
            assertThat(service.body()).as(service.name()).doesNotContainKeys("privileged", "cap_add", "devices", "pid");
            if (!service.name().equals("kafka")) {
                assertThat(service.text("user")).as(service.name()).matches("[1-9]\\d*:\\d+");
            }
            if (service.ours()) {
                assertThat(service.body()).as(service.name()).containsEntry("read_only", true);
            }
        });
    }

    @Test
    void whatIsDeclaredIsUsedAndWhatIsUsedIsThere() {
        assertThat(used("networks")).isEqualTo(file.section("networks").keySet());
        assertThat(used("secrets")).isEqualTo(file.section("secrets").keySet());
        Set<String> volumes = new TreeSet<>();
        file.services().values().stream()
                .flatMap(service -> service.mounts().stream())
                .forEach(mount -> {
                    if (mount.named()) {
                        volumes.add(mount.source());
                    } else {
                        assertThat(mount.readOnly()).as(mount.source()).isTrue();
                        assertThat(Checkout.root().resolve(mount.source())).matches(Files::exists, "is there");
                    }
                });
        assertThat(volumes).isEqualTo(file.section("volumes").keySet());
    }

    private Set<String> used(String key) {
        return file.services().values().stream()
                .flatMap(service -> service.list(key).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A volume of ours is one data folder, which one process holds at a time. */
    @Test
    void noTwoThatRunShareADataFolder() {
        List<String> held = file.services().values().stream()
                .filter(service -> service.ours() && !service.ends())
                .flatMap(service -> service.mounts().stream())
                .filter(mount -> mount.named() && mount.target().equals("/data"))
                .map(Containers.Mount::source)
                .toList();
        assertThat(held).doesNotHaveDuplicates();
        file.services().values().stream()
                .filter(service -> service.replicas() > 1)
                .forEach(service -> assertThat(service.mounts())
                        .as(service.name() + " has several instances")
                        .noneMatch(Containers.Mount::named));
    }

    @Test
    void whoWaitsWaitsForSomethingThatIsSaid() {
        Map<String, Containers.Service> services = file.services();
        services.values()
                .forEach(service -> service.at("depends_on").forEach((name, how) -> {
                    Containers.Service other = file.service(name);
                    assertThat(Containers.map(how))
                            .as(service.name() + " waits for " + name)
                            .containsEntry(
                                    "condition", other.ends() ? "service_completed_successfully" : "service_healthy");
                }));
        assertThat(services.values())
                .filteredOn(service -> service.ours() && !service.name().equals("catalogue"))
                .allSatisfy(service -> assertThat(service.list("depends_on"))
                        .as(service.name())
                        .containsAll(STORES));
    }
}
