package cn.zhengai.catalogue.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.catalogue.CatalogueWorkbook;
import cn.zhengai.catalogue.ReadDocuments;
import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.yaml.YamlFile;
import cn.zhengai.catalogue.yaml.YamlText;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.workbook.SheetReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Out and in again, everything a catalogue says is there. */
class RoundTripTest {
    private static final int SEEDS = 30;

    @TempDir
    private Path folder;

    private Path written(List<Document> documents) throws IOException {
        Path file = folder.resolve("c.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            CatalogueWorkbook.write(documents, out);
        }
        return file;
    }

    /** Every key of every schema, with values that have no sense but every form a cell could get wrong. */
    @Test
    void everyKeyOfTheSchemasSurvivesInWorkbookAndFiles() throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Document> documents = AnyDocuments.of(seed);
            Findings findings = new Findings();
            List<Document> back;
            try (SheetReader workbook = SheetReader.open(written(documents))) {
                back = new WorkbookReader(findings).read(workbook);
            }
            assertThat(findings.sorted()).as("seed %d", seed).isEmpty();
            assertThat(Same.difference(documents, back)).as("seed %d", seed).isEmpty();
            List<Document> files = new ArrayList<>();
            for (Document document : back) {
                String text = YamlText.of(document.root());
                files.add(new Document(
                        document.file(),
                        document.kind(),
                        YamlFile.read(document.file(), text, findings).orElseThrow()));
            }
            assertThat(findings.sorted()).as("seed %d", seed).isEmpty();
            assertThat(Same.difference(documents, files)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void theStarterCatalogueIsTheSameFromWorkbookAndFromTheFilesMadeOfIt() throws IOException {
        Path starter = folder.resolve("starter");
        StarterCatalogue.unpackTo(starter);
        ReadDocuments original = CatalogueFolder.documents(starter);
        ReadDocuments workbook = CatalogueWorkbook.read(written(original.documents()));
        assertThat(workbook.reading().findings())
                .hasSameSizeAs(original.reading().findings());
        same(original.reading(), workbook.reading());
        Path files = folder.resolve("files");
        CatalogueFolder.write(workbook.documents(), files);
        CatalogueReading again = CatalogueFolder.read(files);
        same(original.reading(), again);
        assertThat(again.catalogue().orElseThrow().digest())
                .isEqualTo(workbook.reading().catalogue().orElseThrow().digest());
    }

    private static void same(CatalogueReading expected, CatalogueReading actual) {
        Catalogue one = expected.catalogue().orElseThrow();
        Catalogue other = actual.catalogue().orElseThrow(() -> new AssertionError(actual.findings()));
        assertThat(other)
                .usingRecursiveComparison()
                .ignoringFields("digest", "tree")
                .isEqualTo(one);
        assertThat(other.tree().units()).isEqualTo(one.tree().units());
        assertThat(new ArrayList<>(other.points().keySet()))
                .containsExactlyInAnyOrderElementsOf(one.points().keySet());
    }
}
