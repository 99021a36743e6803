package cn.zhengai.server.oulad;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.reading.Rejection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example's exporter, run as its README says: by the Java launcher from its source. */
record Export(Path raw, Path out) {

    void run() throws IOException, InterruptedException {
        Path checkout = Surroundings.checkout();
        Path printed = Files.createDirectories(out).resolve("export.log");
        Process export = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "examples/oulad/Export.java",
                        raw.toString(),
                        out.toString())
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int exit = export.waitFor();
        assertThat(exit).as(() -> "exit of the exporter: " + read(printed)).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** Drops copies of all files that were taken, under their first names. */
    void dropAgain() throws IOException {
        for (Path file : done()) {
            String name = file.getFileName().toString();
            if (!name.contains(".rejected.")) {
                Files.copy(file, out.resolve("drop/in").resolve(name.substring(name.indexOf('_') + 1)));
            }
        }
    }

    /** The line of the exported file that a rejection speaks about; the file lies where the drop folder put it. */
    String line(Rejection rejection) throws IOException {
        String[] cells = rejection.raw().split(",", -1);
        boolean score = rejection.head().source().equals("lms-scores");
        String name = score
                ? "_scores-" + cells[1] + "-" + cells[2] + ".csv"
                : "_homework-" + cells[0] + "-" + cells[1] + ".csv";
        Path file = done().stream()
                .filter(f -> f.getFileName().toString().endsWith(name))
                .findFirst()
                .orElseThrow();
        return Files.readAllLines(file).get(rejection.row() - 1);
    }

    private List<Path> done() throws IOException {
        try (Stream<Path> files = Files.list(out.resolve("drop/done"))) {
            return files.toList();
        }
    }
}
