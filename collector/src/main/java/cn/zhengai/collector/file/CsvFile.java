package cn.zhengai.collector.file;

import cn.zhengai.core.catalogue.SourceMapping.Drop;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file that was looked over: encoding, digest, header.
 *
 * @param header column names without white space around them
 * @param firstLine number of the first line after the header, from 1
 * @param size as it lies on disk
 */
record CsvFile(Path path, TextScan scan, char delimiter, List<String> header, int firstLine, long size) {
    /** Characters of one cell at most: what is longer is an open quote. */
    static final int LONGEST_CELL = 64 * 1024;

    private static final char MARK = '\ufeff';

    /**
     * Looks over the whole file once.
     *
     * @throws FileRefused when it has no header or two columns of one name
     */
    static CsvFile open(Path path, Drop drop) throws IOException, FileRefused {
        TextScan scan = TextScan.of(path, drop.charset());
        CsvFile bare = new CsvFile(path, scan, drop.delimiter(), List.of(), 1, Files.size(path));
        try (BufferedReader text = bare.text(1, Progress.UNSEEN);
                CsvReader<CsvRecord> records = bare.records().ofCsvRecord(text)) {
            Optional<CsvRecord> first = records.stream().findFirst();
            if (first.isEmpty()) {
                throw new FileRefused("文件是空的，没有表头。请检查导出过程后重新投放。");
            }
            List<String> header =
                    first.get().getFields().stream().map(String::strip).toList();
            demandDistinct(header);
            int next = (int) first.get().getStartingLineNumber() + 1 + breaks(first.get());
            return new CsvFile(path, scan, drop.delimiter(), header, next, bare.size);
        } catch (CsvParseException bad) {
            throw new FileRefused("表头无法读取：引号没有成对，或一个单元格超过 " + LONGEST_CELL + " 字。请修正后重新投放。");
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void demandDistinct(List<String> header) throws FileRefused {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new FileRefused("表头中列“" + name + "”重复，无法判断取哪一列。请改名后重新投放。");
            }
        }
    }

    /** The text from a line on, numbered from 1; closed by the caller. */
    BufferedReader text(int line, Progress progress) throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(FileBytes.open(path, progress), scan.charset()), 1 << 16);
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        for (int i = 1; i < line; i++) {
            text.readLine();
        }
        return text;
    }

    CsvReaderBuilder records() {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_CELL)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /** Line breaks inside a record's cells. */
    static int breaks(CsvRecord csv) {
        int breaks = 0;
        for (int field = 0; field < csv.getFieldCount(); field++) {
            String cell = csv.getField(field);
            if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
                breaks += breaks(cell);
            }
        }
        return breaks;
    }

    private static int breaks(String cell) {
        int breaks = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean pair = c == '\r' && i + 1 < cell.length() && cell.charAt(i + 1) == '\n';
            breaks += c == '\n' || (c == '\r' && !pair) ? 1 : 0;
        }
        return breaks;
    }

    /** Names of the header as a list for people. */
    String shownHeader() {
        return String.join("、", header);
    }
}
