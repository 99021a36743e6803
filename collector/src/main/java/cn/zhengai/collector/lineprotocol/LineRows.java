package cn.zhengai.collector.lineprotocol;

import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.core.reading.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines as rows: column {@link #MEASUREMENT}, {@link #TIME} as the row's own instant, and each tag and field by name; a
 * field stands before a tag of the same name. The number of a row is that of its line.
 */
public final class LineRows implements RowSource {
    public static final String MEASUREMENT = "_measurement";
    public static final String TIME = "_time";
    /** How rows of line protocol come in, for metrics and kept rows. */
    public static final String WAY = "line-protocol";

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int NANOS_IN_MILLI = 1_000_000;

    private final LineParser parser;
    private final boolean ownTime;

    /** @param ownTime the instant is that of the line; else the mapping reads a tag or a field */
    public LineRows(LineParser parser, boolean ownTime) {
        this.parser = parser;
        this.ownTime = ownTime;
    }

    @Override
    public void read(List<String> columns, Rows rows) {
        Window window = new Window(columns);
        boolean more = true;
        while (more) {
            try {
                more = parser.next();
                if (more) {
                    hand(window, rows);
                }
            } catch (LineError bad) {
                rows.unreadable(parser.row(), bad.reason(), "行协议" + bad.sentence() + "。", parser.raw());
            }
        }
        rows.skipped(Skip.COMMENT, parser.comments());
        rows.skipped(Skip.BLANK_LINE, parser.blanks());
    }

    private void hand(Window window, Rows rows) {
        if (parser.rawLength() > LONGEST_LINE) {
            rows.unreadable(parser.row(), Reason.ROW_TOO_LONG, "一行至多 " + LONGEST_LINE + " 字节，请拆成多行。", parser.raw());
        } else {
            rows.row(window);
        }
    }

    /** The parser's line, seen through the wanted columns. */
    private final class Window implements Row {
        private final List<String> columns;
        private final byte[][] names;
        private final Token[] lastTokens;
        private final @Nullable String[] lastTexts;

        Window(List<String> columns) {
            this.columns = columns;
            this.names = columns.stream()
                    .map(c -> c.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            this.lastTokens = new Token[names.length];
            this.lastTexts = new @Nullable String[names.length];
            for (int i = 0; i < names.length; i++) {
                lastTokens[i] = new Token();
            }
        }

        @Override
        public int number() {
            return parser.row();
        }

        @Override
        public long instant() {
            return ownTime ? Math.floorDiv(parser.line().nanos, NANOS_IN_MILLI) : NO_INSTANT;
        }

        @Override
        public String raw() {
            return parser.raw();
        }

        /** The time as an instant of ISO 8601, so that people can read and change it. */
        @Override
        public Map<String, String> columns() {
            Line line = parser.line();
            Map<String, String> columns = new LinkedHashMap<>();
            columns.put(MEASUREMENT, line.measurement());
            for (int i = 0; i < line.tagCount(); i++) {
                columns.put(line.tagKey(i), line.tagValue(i));
            }
            for (int i = 0; i < line.fieldCount(); i++) {
                columns.put(line.fieldKey(i), line.fieldText(i));
            }
            long millis = Math.floorDiv(line.nanos(), NANOS_IN_MILLI);
            columns.put(TIME, Instant.ofEpochMilli(millis).toString());
            return columns;
        }

        @Override
        public @Nullable String cell(int slot) {
            Line line = parser.line();
            for (int i = line.fields - 1; i >= 0; i--) {
                if (isNamed(line.fieldKeys.get(i), slot)) {
                    return line.fieldText(i);
                }
            }
            for (int i = 0; i < line.tags; i++) {
                if (isNamed(line.tagKeys.get(i), slot)) {
                    return text(slot, line.tagValues.get(i), Line.IN_KEYS);
                }
            }
            return columns.get(slot).equals(MEASUREMENT) ? text(slot, line.measurement, Line.IN_MEASUREMENT) : null;
        }

        private boolean isNamed(Token key, int slot) {
            return key.escaped ? key.unescaped(Line.IN_KEYS).equals(columns.get(slot)) : key.is(names[slot]);
        }

        /** The token's text; that of the row before when the bytes are the same, as they mostly are. */
        private String text(int slot, Token token, String escapable) {
            Token last = lastTokens[slot];
            String lastText = lastTexts[slot];
            if (lastText != null && last.escaped == token.escaped && last.isSameAs(token)) {
                return lastText;
            }
            String text = token.unescaped(escapable);
            last.set(token.text, token.from, token.until, token.escaped);
            lastTexts[slot] = text;
            return text;
        }
    }
}
