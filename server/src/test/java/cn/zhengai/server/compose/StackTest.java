package cn.zhengai.server.compose;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.server.run.Role;
import cn.zhengai.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the containers are given fits together: roles, settings, secrets, Grafana's sources. */
class StackTest {
    /** PostgreSQL's usual max_connections without those it keeps for its owner. */
    private static final int CONNECTIONS = 97;

    @TempDir
    private Path folder;

    private Containers file;

    @BeforeEach
    void read() throws IOException {
        file = Containers.of("docker-compose.yml");
    }

    private List<Containers.Service> ours() {
        return file.services().values().stream()
                .filter(Containers.Service::ours)
                .toList();
    }

    @Test
    void everyRoleIsThere() {
        List<String> roles = ours().stream().flatMap(s -> s.roles().stream()).toList();
        assertThat(roles)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Role.values()).map(Role::key).toList());
    }

    @Test
    void theSettingsAreUnderstoodAndNameWhatIsThere() throws Exception {
        String text = Checkout.text("compose/zhengai.yaml").replace("/run/secrets/", folder + "/");
        for (String secret : file.section("secrets").keySet()) {
            Files.writeString(folder.resolve(secret), secret + "-value\n");
        }
        Settings settings = Settings.read(Files.writeString(folder.resolve("zhengai.yaml"), text), Map.of());

        assertThat(settings.ledger().orElseThrow().password()).hasValue("postgres_password-value");
        assertThat(settings.distributed().orElseThrow().influx().token()).hasValue("influxdb_token-value");
        assertThat(settings.distributed().orElseThrow().kafka().servers()).isEqualTo("kafka:9092");
        assertThat(text)
                .contains("//postgres:5432/zhengai", "http://influxdb:8086", "host: mailpit", "host: 0.0.0.0")
                .doesNotContain("${ZHENGAI");
        assertThat(file.services()).containsKeys("postgres", "kafka", "influxdb", "mailpit");
        int instances = ours().stream()
                .filter(service -> !service.name().equals("catalogue"))
                .mapToInt(Containers.Service::replicas)
                .sum();
        int each = settings.ledger().orElseThrow().connections();
        assertThat((instances + 2) * each)
                .as("connections, with two more warners")
                .isLessThanOrEqualTo(CONNECTIONS);
    }

    @Test
    void theSettingsOfTheDocumentAreUnderstood() throws IOException {
        String document = Checkout.text("docs/distributed.md");
        Matcher block = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$").matcher(document);
        assertThat(block.find()).isTrue();
        for (String secret : file.section("secrets").keySet()) {
            Files.writeString(folder.resolve(secret), "x\n");
        }
        String text = block.group(1).replace("/run/secrets/", folder + "/");
        Settings settings = Settings.read(Files.writeString(folder.resolve("zhengai.yaml"), text), Map.of());
        assertThat(settings.distributed().orElseThrow().kafka().copies()).isEqualTo(3);
        assertThat(settings.distributed().orElseThrow().kafka().partitions()).isEqualTo(12);
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(document).contains("| `" + role.key() + "` " + role.chinese() + " |"));
    }

    @Test
    void whoReadsTheSettingsHasTheSecretsThatTheyName() throws IOException {
        List<String> named = Pattern.compile("file:/run/secrets/(\\w+)")
                .matcher(Checkout.text("compose/zhengai.yaml"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named).isNotEmpty();
        ours().stream()
                .filter(service ->
                        service.mounts().stream().anyMatch(m -> m.target().equals("/data/zhengai.yaml")))
                .forEach(service ->
                        assertThat(service.list("secrets")).as(service.name()).containsAll(named));
    }

    @Test
    void scriptsGetTheSecretsThatTheyRead() throws IOException {
        Map<String, String> scripts =
                Map.of("influxdb", "compose/influxdb/grafana-login.sh", "grafana", "compose/grafana/start.sh");
        for (Map.Entry<String, String> script : scripts.entrySet()) {
            List<String> read = Pattern.compile("/run/secrets/(\\w+)")
                    .matcher(Checkout.text(script.getValue()))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(file.service(script.getKey()).list("secrets")).containsAll(read);
            assertThat(Checkout.root().resolve(script.getValue())).isExecutable();
        }
    }

    /** Login and password of the data source stay empty: the header says both. */
    @Test
    void grafanaIsToldWhatItsSourcesAskFor() throws IOException {
        TreeSet<String> asked = new TreeSet<>();
        for (String file : List.of("datasources/zhengai.yaml", "dashboards/zhengai.yaml")) {
            String text = Checkout.text("dashboards/grafana/provisioning/" + file);
            Pattern.compile("\\$(ZHENGAI_\\w+)").matcher(text).results().forEach(found -> asked.add(found.group(1)));
        }
        assertThat(asked).contains("ZHENGAI_INFLUX_URL", "ZHENGAI_INFLUX_AUTHORIZATION", "ZHENGAI_DASHBOARDS");
        asked.removeAll(List.of("ZHENGAI_INFLUX_USER", "ZHENGAI_INFLUX_PASSWORD"));
        asked.removeIf(Checkout.text("compose/grafana/start.sh")::contains);
        assertThat(file.service("grafana").at("environment").keySet()).containsAll(asked);
        assertThat(Checkout.text("dashboards/grafana/provisioning/datasources/zhengai.yaml"))
                .contains("uid: zhengai-influx");
        String home = String.valueOf(
                file.service("grafana").at("environment").get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"));
        assertThat(Checkout.root()
                        .resolve("dashboards/grafana/dashboards")
                        .resolve(Path.of(home).getFileName()))
                .isRegularFile();
    }

    @Test
    void theScriptMakesEverySecretOnce() throws Exception {
        Path script = folder.resolve("compose/secrets");
        Files.createDirectories(folder.resolve("compose"));
        Files.copy(Checkout.root().resolve("compose/secrets"), script);
        assertThat(run(script)).isZero();
        Path made = folder.resolve("secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        Map<String, Object> secrets = file.section("secrets");
        Map<Path, String> first = new TreeMap<>();
        for (Object secret : secrets.values()) {
            Path kept = folder.resolve(String.valueOf(Containers.map(secret).get("file")))
                    .normalize();
            first.put(kept, Files.readString(kept));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                    .isEqualTo("r--r--r--");
        }
        assertThat(first.values()).doesNotHaveDuplicates().allMatch(text -> text.matches("([a-z]+:)?\\w{24,}\n"));
        try (Stream<Path> all = Files.list(made)) {
            assertThat(all).containsExactlyInAnyOrderElementsOf(first.keySet());
        }
        String cluster = Files.readString(folder.resolve(".env"));
        assertThat(cluster).matches("ZHENGAI_KAFKA_CLUSTER=\\w{22}\n");

        assertThat(run(script)).as("again").isZero();
        for (Map.Entry<Path, String> one : first.entrySet()) {
            assertThat(one.getKey()).hasContent(one.getValue().strip());
        }
        assertThat(folder.resolve(".env")).hasContent(cluster.strip());
    }

    private int run(Path script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void whatIsSecretStaysOutOfRepositoryAndImage() throws IOException {
        assertThat(Checkout.text(".gitignore").lines()).contains("/secrets/", "/.env");
        assertThat(Checkout.text(".dockerignore").lines())
                .contains("**")
                .noneMatch(line -> line.startsWith("!secrets") || line.startsWith("!.env"));
    }
}
