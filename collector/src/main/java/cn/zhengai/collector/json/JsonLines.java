package cn.zhengai.collector.json;

import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.collector.mapping.Utf8;
import cn.zhengai.core.reading.Reason;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON lines (NDJSON): one object a line; a bad line is a rejection and reading goes on. Row numbers are line numbers. */
public final class JsonLines implements RowSource {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final String NOT_UTF_8 = "这一行不是 UTF-8 文字，请以 UTF-8 编码发送。";

    private final byte[] text;
    private final int length;

    public JsonLines(byte[] text, int length) {
        this.text = text;
        this.length = length;
    }

    @Override
    public void read(List<String> columns, Rows rows) throws IOException {
        JsonRow row = new JsonRow(text, columns);
        int number = 0;
        int from = 0;
        while (from < length) {
            int until = from;
            while (until < length && text[until] != '\n') {
                until++;
            }
            number++;
            if (isBlank(from, until)) {
                rows.skipped(Skip.BLANK_LINE, 1);
            } else {
                line(row, number, new Span(from, until), rows);
            }
            from = until + 1;
        }
    }

    private boolean isBlank(int from, int until) {
        for (int i = from; i < until; i++) {
            if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private void line(JsonRow row, int number, Span span, Rows rows) throws IOException {
        if (span.length() > LONGEST_LINE) {
            rows.unreadable(number, Reason.ROW_TOO_LONG, "一行至多 " + LONGEST_LINE + " 字节。", raw(span));
            return;
        }
        if (Utf8.isWide(text, span.from, span.until)) {
            rows.unreadable(number, Reason.BAD_ENCODING, NOT_UTF_8, raw(span));
            return;
        }
        try (JsonParser parser = Json.FACTORY.createParser(text, span.from, span.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                rows.unreadable(number, Reason.UNREADABLE_ROW, "每行应为一个 JSON 对象。", raw(span));
                return;
            }
            String nested = row.read(parser, number, span.from);
            if (parser.nextToken() != null) {
                rows.unreadable(number, Reason.UNREADABLE_ROW, "每行只能有一个 JSON 对象，请换行分开。", raw(span));
            } else if (nested != null) {
                rows.unreadable(number, Reason.UNREADABLE_ROW, JsonRows.nestedSentence(nested), raw(span));
            } else {
                rows.row(row);
            }
        } catch (JsonProcessingException bad) {
            boolean utf8 = Utf8.isValid(text, span.from, span.until);
            Reason reason = utf8 ? Reason.UNREADABLE_ROW : Reason.BAD_ENCODING;
            String detail = utf8 ? Json.sentence(bad) + "。" : NOT_UTF_8;
            rows.unreadable(number, reason, detail, raw(span));
        }
    }

    private String raw(Span span) {
        return new String(text, span.from, span.length(), StandardCharsets.UTF_8);
    }

    /** One line's bytes. */
    private record Span(int from, int until) {
        int length() {
            return until - from;
        }
    }
}
