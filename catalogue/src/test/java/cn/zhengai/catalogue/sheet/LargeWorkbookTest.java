package cn.zhengai.catalogue.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueWorkbook;
import cn.zhengai.catalogue.ReadDocuments;
import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.core.catalogue.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 15,000 students go out and come in while one waits, and so does a workbook with a fault in every one of them. */
class LargeWorkbookTest {
    private static final int STUDENTS = 15_000;

    @TempDir
    private Path folder;

    @Test
    void fifteenThousandStudentsOutAndIn() throws IOException {
        ReadDocuments files = students("jwc");
        Path file = folder.resolve("c.xlsx");
        long start = cpuTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            CatalogueWorkbook.write(files.documents(), out);
        }
        long written = cpuTime();
        ReadDocuments back = CatalogueWorkbook.read(file);
        long read = cpuTime();
        assertThat(back.reading().catalogue().orElseThrow().subjectsOf(Level.STUDENT))
                .isEqualTo(files.reading().catalogue().orElseThrow().subjectsOf(Level.STUDENT))
                .hasSize(STUDENTS);
        assertThat(Duration.ofNanos(written - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(Duration.ofNanos(read - written)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aFaultInEveryRowIsMarkedInOneCopy() throws IOException {
        ReadDocuments files = students("no-such-unit");
        Path file = folder.resolve("c.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            CatalogueWorkbook.write(files.documents(), out);
        }
        ReadDocuments back = CatalogueWorkbook.read(file);
        assertThat(back.reading().findings()).hasSizeGreaterThanOrEqualTo(STUDENTS);
        long start = cpuTime();
        try (OutputStream out = Files.newOutputStream(folder.resolve("a.xlsx"))) {
            CatalogueWorkbook.annotate(file, back.reading().findings(), out);
        }
        assertThat(Duration.ofNanos(cpuTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private ReadDocuments students(String unit) throws IOException {
        Path catalogue = folder.resolve("catalogue");
        StarterCatalogue.unpackTo(catalogue);
        Files.writeString(
                catalogue.resolve("subjects/student.yaml"),
                IntStream.range(0, STUDENTS)
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "  - {id: S%05d, name: 学生%d, unit: %s, aliases: [\"2026%05d\"], groups: [2026级, 班%d]}",
                                i,
                                i,
                                unit,
                                i,
                                i / 40))
                        .collect(Collectors.joining("\n", "level: student\nsubjects:\n", "\n")));
        return CatalogueFolder.documents(catalogue);
    }

    /** Of this thread: what other processes do to a busy machine does not count. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
