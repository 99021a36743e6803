package cn.zhengai.testkit.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Names of images with the one version that is tested: those that docker-compose.yml runs, and one more. */
public final class Images {
    private static final String LEADING = "image: ";

    private Images() {}

    /**
     * As docker-compose.yml of this checkout has it.
     *
     * @param repository {@code postgres}
     * @return {@code postgres:17.6-bookworm}
     */
    public static String pinned(String repository) {
        return lines().stream()
                .map(String::strip)
                .filter(line -> line.startsWith(LEADING + repository + ":"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("docker-compose.yml runs no " + repository))
                .substring(LEADING.length());
    }

    /** InfluxDB of release 3, which nothing of ours runs; the version is in the parent pom. */
    public static String influxdb3() {
        return Optional.ofNullable(System.getProperty("influxdb3.image"))
                .orElseThrow(() -> new IllegalStateException("influxdb3.image is not set: run it by Maven"));
    }

    private static List<String> lines() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not within a checkout");
        }
        try {
            return Files.readAllLines(folder.resolve("docker-compose.yml"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
