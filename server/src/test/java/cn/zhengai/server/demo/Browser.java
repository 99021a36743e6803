package cn.zhengai.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The system's Chromium without a window: what a page is after its scripts ran, and what the browser complained of. */
public record Browser(Path program, Path folder) {

    /** A page as the browser sees it. */
    public record Page(String dom, List<String> complaints) {}

    public static Browser find(Path folder) {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":", -1)).map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Browser(program, folder))
                .orElseThrow(() -> new AssertionError(
                        "Chromium is needed to look at pages: apt-get install chromium (./zhengai test does)"));
    }

    Page open(String url, int width) throws IOException {
        return open(url, width, 1200, 5000);
    }

    /** @param millis of the page's own time that its scripts get */
    public Page open(String url, int width, int height, int millis) throws IOException {
        Path dom = Files.createTempFile(folder, "page", ".html");
        Path log = Files.createTempFile(folder, "page", ".log");
        List<String> line = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width + "," + height,
                "--virtual-time-budget=" + millis,
                "--dump-dom",
                url));
        Process process = new ProcessBuilder(line)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("chromium ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
        List<String> complaints = Files.readAllLines(log).stream()
                .filter(l -> l.contains("CONSOLE"))
                .toList();
        return new Page(Files.readString(dom), complaints);
    }
}
