package cn.zhengai.collector.follow;

import cn.zhengai.collector.json.DeepJson;
import cn.zhengai.collector.json.MalformedJson;
import cn.zhengai.collector.mapping.Utf8;
import cn.zhengai.core.catalogue.Follow.Format;
import cn.zhengai.core.reading.Reason;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the value of a record apart. */
final class RecordCells {
    private static final int LONGEST = 64 * 1024;

    private final Format format;

    RecordCells(Format format) {
        this.format = format;
    }

    /** @throws NoRow when it is not written as declared */
    Cells of(byte[] value) throws NoRow {
        if (value.length > LONGEST) {
            throw new NoRow(Reason.ROW_TOO_LONG, "消息的值有 " + value.length + " 字节，至多 " + LONGEST + " 字节");
        }
        if (Utf8.isWide(value, 0, value.length) || !Utf8.isValid(value, 0, value.length)) {
            throw new NoRow(Reason.BAD_ENCODING, "消息的值不是 UTF-8 文字，请写入方以 UTF-8 编码");
        }
        return format instanceof Format.Csv csv ? line(value, csv) : object(value);
    }

    private static Cells object(byte[] value) throws NoRow {
        try {
            DeepJson json = DeepJson.of(value);
            return new Cells(json.cells(), json.structures());
        } catch (MalformedJson malformed) {
            throw new NoRow(Reason.UNREADABLE_ROW, malformed.sentence());
        }
    }

    private static Cells line(byte[] value, Format.Csv csv) throws NoRow {
        List<String> cells = cells(new String(value, StandardCharsets.UTF_8), csv.delimiter());
        if (cells.size() != csv.columns().size()) {
            throw new NoRow(
                    Reason.UNREADABLE_ROW,
                    "这一行有 " + cells.size() + " 列，映射的 kafka.columns 有 "
                            + csv.columns().size() + " 列，请核对写入方或映射");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            named.put(csv.columns().get(i), cells.get(i));
        }
        return new Cells(named, Set.of());
    }

    private static List<String> cells(String text, char delimiter) throws NoRow {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(text)) {
            List<CsvRecord> records = reader.stream().toList();
            if (records.size() != 1) {
                throw new NoRow(Reason.UNREADABLE_ROW, "消息的值应是一行，这里有 " + records.size() + " 行");
            }
            return records.get(0).getFields();
        } catch (CsvParseException broken) {
            throw new NoRow(Reason.UNREADABLE_ROW, "这一行的引号没有成对，无法读取");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    /**
     * Cells by column.
     *
     * @param structures columns that are lists or objects, not single values
     */
    record Cells(Map<String, String> values, Set<String> structures) {}

    /** Why a record is no row; the sentence has no full stop. */
    static final class NoRow extends Exception {
        private static final long serialVersionUID = 1L;
        private final Reason reason;
        private final String sentence;

        NoRow(Reason reason, String sentence) {
            super(sentence, null, false, false);
            this.reason = reason;
            this.sentence = sentence;
        }

        Reason reason() {
            return reason;
        }

        String sentence() {
            return sentence;
        }
    }
}
