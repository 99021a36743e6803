package cn.zhengai.benchmarks.inside;

import cn.zhengai.benchmarks.college.College;
import cn.zhengai.benchmarks.college.Size;
import cn.zhengai.benchmarks.process.Checkout;
import cn.zhengai.benchmarks.process.Fork;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.collector.file.FileIntake;
import cn.zhengai.collector.file.FileOrder;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Workbooks as people fill them in (header, texts, day cells, figures), taken in one after the other in one process:
 * compared with what is in force, appended to the durable log, receipts kept; not evaluated. The first is told apart.
 */
public final class Drops {
    private static final int FILES = 6;
    private static final int POINTS = 20;
    private static final int SUBJECTS = 100;
    private static final int EVERY_FIFTH = 5;
    private static final LocalDate START = LocalDate.of(2023, 1, 1);

    private Drops() {}

    /** Argument: days in a file, each of 2,000 rows. Says {@code first} and {@code later}, rows per second. */
    public static void main(String[] arguments) throws IOException {
        int days = Integer.parseInt(arguments[0]);
        Path room = Checkout.room("drops");
        try {
            measure(room, days);
        } finally {
            Checkout.delete(room);
        }
    }

    private static void measure(Path room, int days) throws IOException {
        Catalogue catalogue = catalogue(room.resolve("catalogue"));
        SeriesIndex index = new SeriesIndex();
        double[] pace = new double[FILES];
        try (Ledger ledger = SqliteLedger.open(room.resolve("ledger.db"));
                DuckDbReadings readings = DuckDbReadings.open(room.resolve("readings.db"), index, Options.standard())) {
            IntakeDesk desk =
                    new IntakeDesk(() -> catalogue, index, readings.log(), ledger.intake(), InstantSource.system());
            FileIntake intake = new FileIntake(desk, Optional.of(readings.store()));
            for (int file = 0; file < FILES; file++) {
                Path path = room.resolve(file + ".xlsx");
                write(path, START.plusDays((long) file * days), days);
                FileOrder order = new FileOrder(path, desk.mappingOf("office"), false, Optional.empty());
                long started = System.nanoTime();
                FileOutcome outcome = intake.take(order, (one, done, all) -> {});
                pace[file] = outcome.accepted() / ((System.nanoTime() - started) / 1e9);
                if (outcome.accepted() != (long) days * POINTS * SUBJECTS) {
                    throw new IllegalStateException("not all rows were taken: " + outcome);
                }
            }
        }
        Fork.say("first", pace[0]);
        Arrays.sort(pace, 1, FILES);
        Fork.say("later", pace[(FILES + 1) / 2]);
    }

    private static void write(Path file, LocalDate from, int days) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "Zhengai", "1.0");
            Worksheet sheet = workbook.newWorksheet("填报");
            String[] header = {"point", "subject", "at", "value"};
            for (int column = 0; column < header.length; column++) {
                sheet.value(0, column, header[column]);
            }
            int row = 1;
            for (int n = 0; n < days * POINTS * SUBJECTS; n++) {
                sheet.value(row, 0, College.point(EVERY_FIFTH * (n / SUBJECTS % POINTS) + 1));
                sheet.value(row, 1, College.subject(n % SUBJECTS));
                sheet.value(row, 2, from.plusDays(n / (POINTS * SUBJECTS)));
                sheet.style(row, 2).format("yyyy-MM-dd").set();
                sheet.value(row, 3, 60 + n % 37 + n % 10 / 10.0);
                row++;
            }
            workbook.finish();
        }
    }

    private static Catalogue catalogue(Path folder) throws IOException {
        new College(new Size(EVERY_FIFTH * POINTS, SUBJECTS, 1)).catalogue(folder);
        Files.writeString(folder.resolve("sources/office.yaml"), """
                sources:
                  - id: office
                    name: 填报表
                    subject: "{subject}"
                    time: {column: at}
                    measures: [{point: "{point}", value: value}]
                """);
        var reading = CatalogueFolder.read(folder);
        return reading.catalogue()
                .orElseThrow(() -> new IllegalStateException("our own catalogue: " + reading.findings()));
    }
}
