package cn.zhengai.server.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.zhengai.server.command.ExitCode;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.net.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * README says what is so: its commands run as they stand, in order, in one shell. Only the port is another one, and
 * {@code ./zhengai} runs the classes under test.
 */
class ReadmeTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Readme readme;
    private int port;

    @BeforeEach
    void launcher() throws IOException {
        readme = Readme.ofCheckout();
        port = FreePorts.one();
        Path launcher = folder.resolve("zhengai");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Djava.io.tmpdir='"
                        + folder + "' -cp '" + System.getProperty("java.class.path")
                        + "' cn.zhengai.server.Main \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void theCommandsWorkAsTheyStand() throws Exception {
        assumeTrue(hasCurl(), "README: not tested here, for its examples need curl");
        List<String> blocks = readme.blocks("sh");
        int serve = indexOf(blocks, "./zhengai serve");
        int stopped = indexOf(blocks, "./zhengai import");
        assertThat(blocks.get(0)).contains("./zhengai demo", "./zhengai test");
        assertThat(serve).as("two commands, then serve").isEqualTo(1);

        Process server = shell("serve.log", "exec " + here(blocks.get(serve)).strip());
        try {
            awaitAnswer(server);
            String said = said("running", String.join("\n", blocks.subList(serve + 1, stopped)));
            assertThat(said)
                    .contains("检查通过", "\"accepted\":1,\"rejected\":0", "HTTP/1.1 204")
                    .doesNotContain("\"status\":\"rejected\"");
            awaitDropped();
            assertThat(get("/docs").statusCode()).isEqualTo(200);
            assertThat(get("/api/v1/series/school.student-teacher-ratio/school").body())
                    .contains("\"readings\":3");
        } finally {
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(said("stopped", String.join("\n", blocks.subList(stopped, blocks.size()))))
                .contains("接收 2 条，拒收 0 条", "个部门", "已导出");
        assertThat(folder.resolve("grades.xlsx")).isNotEmptyFile();
    }

    @Test
    void theDemoTakesTheOptionsThatAreNamed() throws Exception {
        assertThat(readme.section("Two commands")).contains("`--data DIR`, `--port N`, `--empty`");
        Process demo = shell("demo.log", "exec ./zhengai demo --data here --port " + port + " --empty");
        try {
            awaitAnswer(demo);
            assertThat(Files.readString(folder.resolve("demo.log"))).contains("/docs");
            assertThat(folder.resolve("here/catalogue")).isDirectory();
        } finally {
            demo.destroy();
            assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theSettingsAreUnderstood() throws IOException {
        Path file = Files.writeString(
                folder.resolve("zhengai.yaml"), readme.blocks("yaml").get(0));
        Settings settings = Settings.read(
                file,
                Map.of("ZHENGAI_MAIL_PASSWORD", "m", "ZHENGAI_DUTY_URL", "https://duty", "ZHENGAI_DUTY_SECRET", "s"));
        assertThat(settings.mail().flatMap(Settings.Mail::password)).hasValue("m");
        assertThat(settings.mail().map(Settings.Mail::security)).hasValue("starttls");
        assertThat(settings.webhooks()).containsKey("duty");
        assertThat(settings.link()).isEqualTo("https://zhengai.example.edu.cn");
    }

    @Test
    void theExitCodesAreAllNamed() {
        List<String> named = Stream.of(readme.section("Exit codes").split("·"))
                .map(code -> code.strip().split(" ", 2)[0])
                .toList();
        assertThat(named)
                .containsExactlyElementsOf(Stream.of(ExitCode.values())
                        .map(code -> Integer.toString(code.number()))
                        .toList());
    }

    private static int indexOf(List<String> blocks, String command) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).contains(command)) {
                return i;
            }
        }
        throw new AssertionError("README does not show " + command);
    }

    private String here(String block) {
        return block.replace("--port 8080", "--port " + port).replace("127.0.0.1:8080", "127.0.0.1:" + port);
    }

    private Process shell(String log, String script) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-euc", script).directory(folder.toFile());
        shell.environment().put("LC_ALL", "C.UTF-8");
        return shell.redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }

    /** Runs blocks in one shell, which ends at the first command that fails; all they said. */
    private String said(String name, String blocks) throws IOException, InterruptedException {
        Process shell = shell(name + ".log", here(blocks));
        assertThat(shell.waitFor(120, TimeUnit.SECONDS)).as(name).isTrue();
        String said = Files.readString(folder.resolve(name + ".log"));
        assertThat(shell.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean hasCurl() throws InterruptedException {
        try {
            return new ProcessBuilder("curl", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void awaitAnswer(Process process) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < until) {
            assertThat(process.isAlive()).as(this::logs).isTrue();
            try {
                if (get("/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                assertThat(notYet).isNotNull();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("not ready: " + logs());
    }

    /** The dropped file is taken when it lay still for a while. */
    private void awaitDropped() throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Files.exists(folder.resolve("mydata/drop/in/readings-2026-10.csv")) && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        try (Stream<Path> done = Files.list(folder.resolve("mydata/drop/done"))) {
            assertThat(done.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .endsWith("readings-2026-10.csv");
        }
    }

    private String logs() {
        try (Stream<Path> logs = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                all.append(log.getFileName()).append(": ").append(Files.readString(log));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
