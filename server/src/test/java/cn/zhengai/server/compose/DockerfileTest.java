package cn.zhengai.server.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules for the image; hadolint says more, where somebody has it. */
class DockerfileTest {
    private List<Instruction> all;

    @BeforeEach
    void read() throws IOException {
        String text =
                Checkout.text("Dockerfile").replaceAll("(?m)^\\s*#.*\\n", "").replace("\\\n", " ");
        all = text.lines()
                .filter(line -> !line.isBlank())
                .map(Instruction::parse)
                .toList();
    }

    /** E.g. {@code RUN}, and what follows. */
    private record Instruction(String word, String rest) {
        static Instruction parse(String line) {
            String[] parts = line.strip().split("\\s+", 2);
            return new Instruction(parts[0], parts[1].replaceAll("\\s+", " "));
        }
    }

    private List<String> of(String word) {
        return all.stream()
                .filter(i -> i.word().equals(word))
                .map(Instruction::rest)
                .toList();
    }

    private String last(String word) {
        List<String> found = of(word);
        assertThat(found).as(word).isNotEmpty();
        return found.get(found.size() - 1);
    }

    @Test
    void onlyWordsThatAreKnown() {
        assertThat(all)
                .extracting(Instruction::word)
                .containsOnly(
                        "FROM",
                        "WORKDIR",
                        "COPY",
                        "RUN",
                        "LABEL",
                        "ENV",
                        "USER",
                        "EXPOSE",
                        "HEALTHCHECK",
                        "ENTRYPOINT",
                        "CMD");
    }

    @Test
    void itsBasesArePinned() {
        assertThat(of("FROM")).hasSize(3).allMatch(from -> from.matches("[a-z-]+:\\d+\\.\\d+\\S* ?(AS [a-z]+)?"));
        assertThat(of("FROM")).noneMatch(from -> from.contains("latest"));
    }

    @Test
    void itRunsAsNobodyInParticular() {
        assertThat(last("USER")).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        String user = last("USER").split(":")[0];
        assertThat(of("RUN")).anyMatch(run -> run.contains("useradd --uid " + user));
    }

    @Test
    void commandsGetTheirSignals() {
        assertThat(last("ENTRYPOINT")).matches("\\[\"/.*\"]");
        assertThat(last("CMD")).matches("\\[\".*\"]");
        assertThat(last("HEALTHCHECK")).matches(".*CMD \\[\"zhengai\", \"health\"]");
        assertThat(last("HEALTHCHECK")).contains("--interval=", "--timeout=", "--start-period=");
    }

    @Test
    void packagesLeaveNoListsBehind() {
        assertThat(of("RUN"))
                .filteredOn(run -> run.contains("apt-get"))
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run)
                        .contains("apt-get update &&", "--no-install-recommends", "rm -rf /var/lib/apt/lists/*")
                        .doesNotContain("apt-get upgrade", "curl", "wget"));
    }

    @Test
    void noSecretIsBuiltIn() {
        assertThat(Stream.concat(of("ENV").stream(), of("LABEL").stream()))
                .noneMatch(text -> text.matches("(?i).*(password|secret|token).*"));
        assertThat(all).extracting(Instruction::word).doesNotContain("ARG", "ADD");
    }

    @Test
    void whatIsCopiedIsThereAndGoesToTheEngine() throws IOException {
        List<String> sent = Checkout.text(".dockerignore").lines().toList();
        for (String copy : of("COPY")) {
            if (copy.startsWith("--from") || copy.equals(". .")) {
                continue;
            }
            String[] names = copy.split(" ");
            for (int i = 0; i < names.length - 1; i++) {
                String name = names[i];
                assertThat(Checkout.root().resolve(name)).matches(Files::exists, "is there");
                assertThat(sent).as(name).anyMatch(line -> line.startsWith("!") && name.startsWith(line.substring(1)));
            }
        }
    }

    @Test
    void everyModuleGoesToTheEngine() throws IOException {
        Matcher modules = Pattern.compile("<module>([^<]+)</module>").matcher(Checkout.text("pom.xml"));
        List<String> depths = modules.results()
                .map(found -> found.group(1).replaceAll("[^/]+", "*"))
                .distinct()
                .toList();
        assertThat(depths).isNotEmpty();
        List<String> sent = Checkout.text(".dockerignore").lines().toList();
        for (String depth : depths) {
            assertThat(sent).contains("!" + depth + "/pom.xml", "!" + depth + "/src/main");
        }
        assertThat(sent).contains("!pom.xml", "!.mvn", "**/target");
    }

    @Test
    void oneVersionEverywhere() throws IOException {
        Matcher version = Pattern.compile("<artifactId>zhengai-parent</artifactId>\\s*<version>([^<]+)<")
                .matcher(Checkout.text("pom.xml"));
        assertThat(version.find()).isTrue();
        assertThat(last("LABEL")).contains("org.opencontainers.image.version=\"" + version.group(1) + "\"");
        assertThat(Containers.of("docker-compose.yml").services().values().stream()
                        .filter(Containers.Service::ours)
                        .map(service -> service.text("image"))
                        .distinct())
                .containsExactly("zhengai:" + version.group(1));
    }
}
