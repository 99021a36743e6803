package cn.zhengai.server.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The real file beside the checkout, and the catalogue that the example lays out for it. */
final class RawFile {
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final int ROWS = 2_400_732;

    private RawFile() {}

    /** The checkout: the nearest folder upwards that has the example. */
    static Path checkout() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isReadable(folder.resolve("examples/seats/Sections.java"))) {
                return folder;
            }
        }
        throw new AssertionError("examples/seats/Sections.java is nowhere above");
    }

    /** @throws AssertionError when it is not there: this test is never left out silently */
    static Path path() {
        Path file = checkout().resolveSibling("shared/data/seats/2022Summer1.csv.gz");
        if (!Files.isReadable(file)) {
            throw new AssertionError("The real input is missing: " + file
                    + ". Put it there (../shared/data/seats as seen from the checkout); see examples/seats/README.md.");
        }
        return file;
    }

    /** Runs {@code Sections.java} as the README says: by the Java launcher from its source. */
    static void layOut(Path data) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(data.toAbsolutePath().getParent(), "sections", ".log");
        Process layOut = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "examples/seats/Sections.java",
                        path().toString(),
                        data.toAbsolutePath().toString())
                .directory(checkout().toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int exit = layOut.waitFor();
        assertThat(exit).as(Files.readString(printed)).isZero();
        assertThat(printed).content().contains(ROWS + " 行，100 个教学班");
    }

    static String header() throws IOException {
        try (BufferedReader lines = open()) {
            return String.valueOf(lines.readLine());
        }
    }

    static void forEach(Consumer<Row> each) throws IOException {
        try (BufferedReader lines = open()) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(Row.of(line));
            }
        }
    }

    private static BufferedReader open() throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path()), 1 << 16), StandardCharsets.UTF_8));
    }

    /** One line of the file. */
    record Row(long at, String department, String section, int waitlist, int total, int enrolled, String line) {
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    Long.parseLong(cells[0]),
                    cells[1].substring(0, cells[1].indexOf(' ')),
                    cells[3],
                    Integer.parseInt(cells[5]),
                    Integer.parseInt(cells[6]),
                    Integer.parseInt(cells[7]),
                    line);
        }

        Instant instant() {
            return Instant.ofEpochMilli(at);
        }

        /** Whether there is a share of filled seats to speak of: 0 seats are an error, 9999 mean no limit. */
        boolean hasShare() {
            return total != 0 && total != 9999;
        }
    }
}
