package cn.zhengai.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./zhengai} builds anew while a server runs: the server still finds the classes it loads at its end. The product is
 * two small classes, the build writes into the jar that stands there, as Maven does.
 */
class RebuildTest {
    private static final String PRODUCT = """
        public class Product {
            public static void main(String[] args) throws Exception {
                System.out.println("up");
                while (System.in.read() >= 0) {}
                Farewell.say();
            }
        }
        class Farewell {
            static void say() { System.out.println("ended in order"); }
        }
        """;

    @TempDir
    private Path root;

    private Path jar;

    @BeforeEach
    void checkout() throws IOException {
        LauncherCopy.into(root);
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        Path classes = Files.createDirectories(root.resolve("classes/target"));
        Path source = Files.writeString(classes.resolve("Product.java"), PRODUCT);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        jar = Files.createDirectories(root.resolve("server/target")).resolve("zhengai.jar");
        pack(classes, jar, "");
        pack(classes, root.resolve("next.jar"), "x".repeat(100_000));
        Files.createDirectories(root.resolve("bin"));
    }

    private static void pack(Path classes, Path jar, String padding) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Product");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.setLevel(0);
            out.putNextEntry(new JarEntry("padding"));
            out.write(padding.getBytes(StandardCharsets.UTF_8));
            for (String name : List.of("Product.class", "Farewell.class")) {
                out.putNextEntry(new JarEntry(name));
                out.write(Files.readAllBytes(classes.resolve(name)));
            }
        }
    }

    private void maven(String script) throws IOException {
        Path maven = Files.writeString(root.resolve("bin/mvn"), "#!/bin/sh\n" + script + "\n");
        LauncherCopy.executable(maven);
        Files.setLastModifiedTime(
                root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
    }

    private Process zhengai(String log, String command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(root.resolve("zhengai").toString(), command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(log).toFile());
        process.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("LC_ALL", "C.UTF-8");
        return process.start();
    }

    private String said(String log) throws IOException {
        return Files.readString(root.resolve(log));
    }

    private Process running() throws IOException {
        Process server = zhengai("server.log", "run");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!said("server.log").contains("up") && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(said("server.log")).isEqualTo("up\n");
        return server;
    }

    private static int ended(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void aServerThatRunsIsNotDisturbedByABuild() throws Exception {
        Process server = running();
        maven("cat '" + root.resolve("next.jar") + "' > '" + jar + "'");
        assertThat(ended(zhengai("second.log", "run"))).as(said("second.log")).isZero();
        assertThat(said("second.log")).contains("building", "ended in order");
        assertThat(jar).hasSameBinaryContentAs(root.resolve("next.jar"));

        assertThat(ended(server)).as(said("server.log")).isZero();
        assertThat(said("server.log")).isEqualTo("up\nended in order\n");
        try (Stream<Path> left = Files.list(jar.getParent())) {
            assertThat(left).as("nothing lies about").containsExactly(jar);
        }
    }

    @Test
    void aTestRunDoesNotDisturbItEither() throws Exception {
        Process server = running();
        maven("cat '" + root.resolve("next.jar") + "' > '" + jar + "'");
        ended(zhengai("test.log", "test"));
        assertThat(jar).as(said("test.log")).hasSameBinaryContentAs(root.resolve("next.jar"));
        assertThat(ended(server)).as(said("server.log")).isZero();
        assertThat(said("server.log")).isEqualTo("up\nended in order\n");
    }

    @Test
    void afterABuildThatFailedTheJarIsStillThere() throws Exception {
        byte[] before = Files.readAllBytes(jar);
        maven("exit 1");
        assertThat(ended(zhengai("failed.log", "run"))).isEqualTo(1);
        assertThat(said("failed.log")).contains("构建失败");
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }
}
