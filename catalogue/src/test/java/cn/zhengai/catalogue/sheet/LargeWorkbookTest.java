package cn.zhengai.catalogue.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueWorkbook;
import cn.zhengai.catalogue.ReadDocuments;
import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.core.catalogue.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 15,000 students go out and come in, and so does a workbook with a fault in every one of them. */
class LargeWorkbookTest {
    private static final int STUDENTS = 15_000;

    @TempDir
    private Path folder;

    @Test
    void fifteenThousandStudentsOutAndIn() throws IOException {
        ReadDocuments files = students("jwc");
        Path file = folder.resolve("c.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            CatalogueWorkbook.write(files.documents(), out);
        }
        ReadDocuments back = CatalogueWorkbook.read(file);
        assertThat(back.reading().catalogue().orElseThrow().subjectsOf(Level.STUDENT))
                .isEqualTo(files.reading().catalogue().orElseThrow().subjectsOf(Level.STUDENT))
                .hasSize(STUDENTS);
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
        try (OutputStream out = Files.newOutputStream(folder.resolve("a.xlsx"))) {
            CatalogueWorkbook.annotate(file, back.reading().findings(), out);
        }
        assertThat(CatalogueWorkbook.read(folder.resolve("a.xlsx")).reading().findings())
                .hasSameSizeAs(back.reading().findings());
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
}
