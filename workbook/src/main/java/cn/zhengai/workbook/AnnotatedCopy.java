package cn.zhengai.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A copy of somebody's workbook in which every fault is marked where it is: the cell coloured, a comment at it, and a
 * first sheet {@link #RESULTS} that lists all of them with links. The person's own contents, formats and comments stay.
 * Marks are conditional formats and comments of a known form, so a copy of a marked copy carries the new marks only:
 * people may correct the copy and hand it in again. The whole workbook is held in memory: about 1 KB a cell.
 */
public final class AnnotatedCopy {
    /** Name of the sheet that lists what was found. Readers never see it. */
    public static final String RESULTS = "检查结果";

    /** More comments than a person will hover over make a file slow; beyond this cells are only coloured and listed. */
    public static final int MOST_COMMENTS = 2_000;

    private AnnotatedCopy() {}

    /**
     * Writes the copy.
     *
     * @param annotations in the order in which they are to be listed
     * @throws UnreadableWorkbook when the file cannot be taken apart
     */
    public static void write(Path file, List<Annotation> annotations, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            annotate(workbook, annotations);
            workbook.write(out);
        } catch (OpenXML4JRuntimeException
                | NotOfficeXmlFileException
                | POIXMLException
                | EncryptedDocumentException broken) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Why.BROKEN, broken);
        }
    }

    static void annotate(XSSFWorkbook workbook, List<Annotation> annotations) {
        int old = workbook.getSheetIndex(RESULTS);
        if (old >= 0) {
            workbook.removeSheetAt(old);
        }
        workbook.sheetIterator().forEachRemaining(sheet -> Marks.removeFrom((XSSFSheet) sheet));
        Map<String, List<Annotation>> bySheet = annotations.stream()
                .collect(Collectors.groupingBy(Annotation::sheet, LinkedHashMap::new, Collectors.toList()));
        int comments = MOST_COMMENTS;
        for (Map.Entry<String, List<Annotation>> one : bySheet.entrySet()) {
            XSSFSheet sheet = workbook.getSheet(one.getKey());
            if (sheet != null) {
                comments -= new Marks(sheet).put(sorted(one.getValue()), comments);
            }
        }
        ResultSheet.write(workbook, annotations);
    }

    private static List<Annotation> sorted(List<Annotation> annotations) {
        return annotations.stream()
                .sorted(Comparator.comparingInt(Annotation::row).thenComparingInt(Annotation::column))
                .toList();
    }
}
