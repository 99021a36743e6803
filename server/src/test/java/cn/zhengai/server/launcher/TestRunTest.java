package cn.zhengai.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./zhengai test} in CI, where Maven and Docker are scripts: what it asks of them, and what it makes of the reports. */
class TestRunTest {
    private static final String POM = """
            <project>
              <modules>
                <module>core</module>
                <module>server</module>
              </modules>
              <influxdb3.image>influxdb:3.0.0-core</influxdb3.image>
            </project>
            """;
    private static final String COMPOSE = """
            services:
              postgres:
                image: postgres:17.6
              grafana:
                image: grafana/grafana:12
            """;
    private static final String ALL_PASS = "tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"0\"";
    private static final String NO_DOCKER = "exit 1";
    private static final String DOCKER_WITHOUT_IMAGES = "[ \"$1\" = info ]";
    private static final String DOCKER = "exit 0";

    @TempDir
    private Path root;

    @BeforeEach
    void checkout() throws IOException {
        LauncherCopy.into(root);
        Files.createDirectories(root.resolve("bin"));
        Files.writeString(root.resolve("pom.xml"), POM);
        Files.writeString(root.resolve("docker-compose.yml"), COMPOSE);
        for (String module : List.of("core", "server")) {
            Files.writeString(
                    Files.createDirectories(root.resolve(module + "/src/test/java"))
                            .resolve("OneTest.java"),
                    "");
        }
        for (String there : List.of("chromium", "mariadbd", "curl")) {
            command(there, "exit 0");
        }
        command("fc-list", "echo Noto");
        command("docker", NO_DOCKER);
    }

    private void command(String name, String script) throws IOException {
        Path file = root.resolve("bin").resolve(name);
        LauncherCopy.executable(Files.writeString(file, "#!/bin/sh\n" + script + "\n"));
    }

    /** Maven says what it was asked for, leaves a report of each of these modules and ends. */
    private void maven(int exit, String counts, String... modules) throws IOException {
        StringBuilder script = new StringBuilder("echo \"asked: $*\"\n");
        for (String module : modules) {
            String reports = root.resolve(module + "/target/surefire-reports").toString();
            script.append("mkdir -p '").append(reports).append("'\n");
            script.append("echo '<testsuite ").append(counts).append(">' > '");
            script.append(reports).append("/TEST-One.xml'\n");
        }
        command("mvn", script.append("exit ").append(exit).toString());
    }

    /** Its exit code and then all it said. */
    private String run(String... arguments) throws Exception {
        Path log = root.resolve("log");
        ProcessBuilder process = new ProcessBuilder(root.resolve("zhengai").toString(), "test");
        process.command().addAll(List.of(arguments));
        process.redirectErrorStream(true).redirectOutput(log.toFile());
        process.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().put("CI", "true");
        Process run = process.start();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return run.exitValue() + "\n" + Files.readString(log);
    }

    @Test
    void withoutDockerTheRestDecidesAndItIsSaid() throws Exception {
        maven(0, ALL_PASS, "core", "server");

        assertThat(run())
                .startsWith("0\n")
                .contains("asked: -B -ntp -fae -Dmaven.test.failure.ignore=true verify\n")
                .contains("未包含：容器镜像上的测试，没有 Docker")
                .endsWith("\n6 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void testsOfContractsAreCountedByAdapter() throws Exception {
        maven(0, ALL_PASS, "core", "server");
        for (String said : List.of(
                "core/target/surefire-reports/contracts-1.tsv", "server/target/surefire-reports/contracts-2.tsv")) {
            Files.writeString(
                    root.resolve("bin/mvn"),
                    Files.readString(root.resolve("bin/mvn"))
                            .replace(
                                    "exit 0",
                                    "printf 'OneTest\\t40\\nTwoTest\\t2\\n' > '" + root.resolve(said) + "'\nexit 0"));
        }

        assertThat(run()).contains("契约测试").containsPattern("OneTest +80\n").containsPattern("TwoTest +4\n");
    }

    @Test
    void withDockerImagesAreFetchedAndTestsRunOnThem() throws Exception {
        command("docker", DOCKER);
        maven(0, ALL_PASS, "core", "server");

        assertThat(run()).startsWith("0\n").contains(" -Pimages verify\n").doesNotContain("未包含");
    }

    @Test
    void anImageThatCannotBeHadIsNamed() throws Exception {
        command("docker", DOCKER_WITHOUT_IMAGES);
        maven(0, ALL_PASS, "core", "server");

        assertThat(run())
                .startsWith("0\n")
                .contains("未包含：容器镜像上的测试，取不到镜像 postgres:17.6 ")
                .doesNotContain("-Pimages");
    }

    @Test
    void aTestThatFailsFailsTheRun() throws Exception {
        maven(0, "tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"1\"", "core", "server");

        assertThat(run()).startsWith("1\n").endsWith("\n4 passed, 2 failed, 0 skipped\n");
    }

    @Test
    void aTestThatFailsIsNamedWithItsReasonAtTheEnd() throws Exception {
        maven(0, "tests=\"3\" errors=\"1\" skipped=\"0\" failures=\"1\"", "core", "server");
        Path script = root.resolve("bin/mvn");
        Files.writeString(root.resolve("cases.xml"), """
                <testsuite tests="3" errors="1" skipped="0" failures="1">
                  <testcase name="holds" classname="cn.zhengai.OneTest" time="1"/>
                  <testcase name="breaks" classname="cn.zhengai.OneTest" time="1">
                    <failure message="says &quot;no&quot;&#10;" type="java.lang.AssertionError"><![CDATA[java.lang.AssertionError: says "no"

                says <testcase name="nobody" classname="nowhere"/>
                \tat cn.zhengai.OneTest.breaks(OneTest.java:7)
                ]]></failure>
                    <system-out><![CDATA[not why it failed]]></system-out>
                  </testcase>
                  <testcase name="falls" classname="cn.zhengai.OneTest" time="1">
                    <error message="gone" type="java.io.IOException"/>
                  </testcase>
                </testsuite>
                """);
        String report =
                root.resolve("core/target/surefire-reports/TEST-One.xml").toString();
        Files.writeString(
                script,
                Files.readString(script)
                        .replace("exit 0", "cp '" + root.resolve("cases.xml") + "' '" + report + "'\nexit 0"));

        assertThat(run())
                .contains("没有通过的测试 (tests that failed):\n  cn.zhengai.OneTest breaks\n")
                .contains("      java.lang.AssertionError: says \"no\"\n")
                .contains("      \tat cn.zhengai.OneTest.breaks(OneTest.java:7)\n  cn.zhengai.OneTest falls\n")
                .contains("message=\"gone\" type=\"java.io.IOException\"/>\n")
                .doesNotContain("not why it failed", "OneTest holds", "  nowhere nobody");
    }

    @Test
    void aSkippedTestIsAGapInCi() throws Exception {
        maven(0, "tests=\"3\" errors=\"0\" skipped=\"1\" failures=\"0\"", "core", "server");

        assertThat(run()).startsWith("1\n").contains("有 2 个测试被跳过");
    }

    @Test
    void aModuleWhoseTestsDidNotRunIsNoticed() throws Exception {
        maven(0, ALL_PASS, "core");

        assertThat(run()).startsWith("1\n").contains("这些模块的测试没有运行", "did not run): server\n");
    }

    @Test
    void whoNamesAModuleWantsNoOther() throws Exception {
        maven(0, ALL_PASS, "core");

        assertThat(run("-pl", "core"))
                .startsWith("0\n")
                .contains(" verify -pl core\n")
                .endsWith("\n3 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void aBuildThatFailsFailsTheRun() throws Exception {
        maven(1, ALL_PASS, "core", "server");

        assertThat(run()).startsWith("1\n").contains("测试没有全部通过");
    }
}
