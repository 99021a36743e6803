package cn.zhengai.catalogue;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Finding;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.sheet.WorkbookReader;
import cn.zhengai.catalogue.sheet.WorkbookWriter;
import cn.zhengai.catalogue.yaml.YamlText;
import cn.zhengai.workbook.AnnotatedCopy;
import cn.zhengai.workbook.SheetReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workbook as a catalogue, and the other way round. Read and written again, as workbook or as files, a catalogue stays
 * the same in every key; only comments of files, and which of them said something for all its entries, are lost.
 */
public final class CatalogueWorkbook {
    private CatalogueWorkbook() {}

    /** Reads a workbook. Everything wrong with it, also that it cannot be read, is a finding that names sheet and cell. */
    public static ReadDocuments read(Path file) {
        Findings findings = new Findings();
        WorkbookReader reader = new WorkbookReader(findings);
        List<Document> documents;
        try (SheetReader workbook = SheetReader.open(file)) {
            documents = reader.read(workbook);
        } catch (IOException broken) {
            findings.add(Place.cell(".", 0, 0), Code.UNREADABLE, sentence(broken));
            return new ReadDocuments(new CatalogueReading(Optional.empty(), findings.sorted()), List.of());
        }
        CatalogueReading reading = CatalogueReading.of(documents, Digest.of(texts(documents)), findings);
        return new ReadDocuments(new CatalogueReading(reading.catalogue(), reader.said(reading.findings())), documents);
    }

    private static String sentence(IOException broken) {
        String why = broken.getMessage();
        return why == null ? "工作簿读不出来；请检查磁盘，或重新复制这个文件。" : why;
    }

    private static SortedMap<String, String> texts(List<Document> documents) {
        SortedMap<String, String> texts = new TreeMap<>();
        documents.forEach(document -> texts.put(document.file(), YamlText.of(document.root())));
        return texts;
    }

    /** Writes documents, as read from files or from a workbook. */
    public static void write(List<Document> documents, OutputStream out) throws IOException {
        WorkbookWriter.write(documents, out);
    }

    /**
     * Writes a copy of a workbook with every finding at its cell.
     *
     * @param findings of {@link #read}
     * @throws cn.zhengai.workbook.UnreadableWorkbook when it cannot be taken apart
     */
    public static void annotate(Path file, List<Finding> findings, OutputStream out) throws IOException {
        AnnotatedCopy.write(file, WorkbookReader.annotations(findings), out);
    }
}
