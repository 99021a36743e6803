package cn.zhengai.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.ChangeNote;
import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.server.demo.Demo;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.WholeFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CatalogueCommandTest {
    @TempDir
    private Path folder;

    private int run(String... args) {
        return new CommandLine(new CatalogueCommand()).execute(args);
    }

    private static Catalogue read(Path catalogue) {
        return CatalogueFolder.read(catalogue).catalogue().orElseThrow();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void same(Catalogue one, Catalogue other) {
        assertThat(other)
                .usingRecursiveComparison()
                .ignoringFields("digest", "tree")
                .isEqualTo(one);
        assertThat(other.tree().units()).isEqualTo(one.tree().units());
    }

    private void outAndIn(Path catalogue) {
        Path file = folder.resolve("c.xlsx");
        Path back = folder.resolve("back");
        assertThat(run("export", "--from", catalogue.toString(), "--out", file.toString()))
                .isZero();
        assertThat(run("import", file.toString(), "--into", back.toString())).isZero();
        same(read(catalogue), read(back));
    }

    @Test
    void theDemoCollegeComesBackTheSame() {
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            new Demo(data, LocalDate.parse("2026-11-23")).prepare();
            outAndIn(data.catalogue());
        }
    }

    @Test
    void theExampleOfARealLearningSystemComesBackTheSame() throws IOException {
        Path catalogue = folder.resolve("oulad");
        WholeFolder.copy(Path.of("..", "examples", "oulad", "catalogue"), catalogue, path -> true);
        Files.createDirectories(catalogue.resolve("subjects"));
        for (String level : List.of("course", "student")) {
            Files.writeString(
                    catalogue.resolve("subjects/" + level + ".yaml"),
                    "level: " + level + "\nsubjects:\n  - {id: " + level + "1, name: 甲, unit: skxy}\n  - {id: " + level
                            + "2, name: 乙, unit: lgxy}\n");
        }
        outAndIn(catalogue);
    }

    @Test
    void anImportReplacesTheFolderAsAWholeAndKeepsWhatWasThere() throws IOException {
        Path catalogue = folder.resolve("catalogue");
        StarterCatalogue.unpackTo(catalogue);
        Files.writeString(catalogue.resolve("points/mine.yaml"), "level: course\npoints: []\n");
        Catalogue before = read(catalogue);
        Path file = folder.resolve("c.xlsx");
        assertThat(run("export", "--data", folder.toString(), "--out", file.toString()))
                .isZero();
        assertThat(run("import", file.toString(), "--data", folder.toString(), "--author", "王老师", "--reason", "新学年"))
                .isZero();
        same(before, read(catalogue));
        assertThat(catalogue.resolve("README.md")).exists();
        assertThat(catalogue.resolve("points/mine.yaml")).doesNotExist();
        assertThat(ChangeNote.read(catalogue).note().author()).contains("王老师");
        assertThat(names()).hasSize(3).anyMatch(name -> name.matches("catalogue\\.before-\\d{8}-\\d{6}"));
    }

    @Test
    void aWorkbookWithErrorsChangesNothingAndComesBackAnnotated() throws IOException {
        Path catalogue = folder.resolve("catalogue");
        StarterCatalogue.unpackTo(catalogue);
        String digest = read(catalogue).digest();
        Path file = folder.resolve("c.xlsx");
        assertThat(run("export", "--data", folder.toString(), "--out", file.toString()))
                .isZero();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            workbook.getSheet("质控点").getRow(1).getCell(1).setBlank();
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        assertThat(run("import", file.toString(), "--data", folder.toString())).isEqualTo(4);
        assertThat(new CommandLine(new CheckCommand()).execute(file.toString())).isEqualTo(4);
        assertThat(read(catalogue).digest()).isEqualTo(digest);
        assertThat(names()).containsExactly("c.annotated.xlsx", "c.xlsx", "catalogue");
    }
}
