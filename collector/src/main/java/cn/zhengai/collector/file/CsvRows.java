package cn.zhengai.collector.file;

import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.core.reading.Reason;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file; the number of a row is that of its line. Where quotes do not pair, the line that cannot be read
 * is a rejection and reading goes on with the next line, a hundred times at most; then the rest is one rejection.
 */
final class CsvRows implements RowSource {
    private static final int MOST_BROKEN = 100;

    private final CsvFile file;
    private final Progress progress;
    private List<String> current = List.of();

    CsvRows(CsvFile file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /** The cells of the row that was handed over last. */
    List<String> current() {
        return current;
    }

    @Override
    public void read(List<String> columns, Rows rows) throws IOException {
        int line = file.firstLine();
        for (int broken = 0; line > 0; broken++) {
            if (broken == MOST_BROKEN) {
                String detail = "引号不成对的行超过 " + MOST_BROKEN + " 处，自本行起未读取。请修正文件后重新投放。";
                rows.unreadable(line, Reason.UNREADABLE_ROW, detail, "");
                return;
            }
            line = readFrom(line, columns, rows);
        }
    }

    /** Reads from a line on; the line to go on with after a broken one, 0 at the end. */
    private int readFrom(int first, List<String> columns, Rows rows) throws IOException {
        Window window = new Window(columns);
        int next = first;
        try (BufferedReader text = file.text(first, progress);
                CsvReader<CsvRecord> records =
                        file.records().skipEmptyLines(false).ofCsvRecord(text)) {
            Iterator<CsvRecord> all = records.iterator();
            while (all.hasNext()) {
                CsvRecord csv = all.next();
                int line = first - 1 + (int) csv.getStartingLineNumber();
                if (isBlank(csv)) {
                    rows.skipped(Skip.BLANK_LINE, 1);
                    continue;
                }
                int breaks = window.move(csv, line);
                if (breaks > 0 && !window.fits()) {
                    return broken(line, rows);
                }
                hand(window, rows);
                next = line + 1 + breaks;
            }
            return 0;
        } catch (CsvParseException bad) {
            return broken(next, rows);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static boolean isBlank(CsvRecord csv) {
        return csv.getFieldCount() == 1 && csv.getField(0).isEmpty();
    }

    private int broken(int line, Rows rows) throws IOException {
        int at = line;
        try (BufferedReader text = file.text(line, Progress.UNSEEN)) {
            String raw = text.readLine();
            while (raw != null && raw.isEmpty()) {
                at++;
                raw = text.readLine();
            }
            String shown = raw == null ? "" : raw;
            current = List.of(shown);
            String detail = "这一行的引号没有成对，或一个单元格超过 " + CsvFile.LONGEST_CELL + " 字，无法读取。";
            rows.unreadable(at, Reason.UNREADABLE_ROW, detail, shown);
        }
        return at + 1;
    }

    private void hand(Window window, Rows rows) {
        current = window.fields;
        if (!window.fits()) {
            String detail = "本行有 " + current.size() + " 列，表头有 " + file.header().size() + " 列。请检查是否缺列、多了分隔符或文件不完整。";
            rows.unreadable(window.number(), Reason.UNREADABLE_ROW, detail, window.raw());
        } else if (file.scan().malformed() > 0 && window.isDamaged()) {
            String detail = "这一行有无法按 " + file.scan().charset() + " 识别的文字。请以 UTF-8 或 GB18030 重新导出。";
            rows.unreadable(window.number(), Reason.BAD_ENCODING, detail, window.raw());
        } else {
            rows.row(window);
        }
    }

    /** The reader's record, seen through the wanted columns. */
    private final class Window implements Row {
        private final int[] places;
        private List<String> fields = List.of();
        private @Nullable CsvRecord csv;
        private int number;

        Window(List<String> columns) {
            places = columns.stream()
                    .mapToInt(name -> file.header().indexOf(name))
                    .toArray();
        }

        /** Moves to a record; the line breaks inside it. */
        int move(CsvRecord record, int line) {
            csv = record;
            fields = record.getFields();
            number = line;
            return CsvFile.breaks(record);
        }

        /** As many cells as the header has, or more with nothing in them. */
        boolean fits() {
            int width = file.header().size();
            return fields.size() == width
                    || (fields.size() > width
                            && fields.subList(width, fields.size()).stream().allMatch(String::isBlank));
        }

        boolean isDamaged() {
            return fields.stream().anyMatch(cell -> cell.indexOf('\ufffd') >= 0);
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public @Nullable String cell(int slot) {
            int place = places[slot];
            return place < 0 || csv == null ? null : csv.getField(place);
        }

        @Override
        public long instant() {
            return NO_INSTANT;
        }

        @Override
        public String raw() {
            return String.join(String.valueOf(file.delimiter()), fields);
        }

        @Override
        public Map<String, String> columns() {
            Map<String, String> columns = new LinkedHashMap<>();
            for (int i = 0; i < file.header().size(); i++) {
                if (!file.header().get(i).isEmpty()) {
                    columns.put(file.header().get(i), fields.get(i));
                }
            }
            return columns;
        }
    }
}
