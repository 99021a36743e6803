package cn.zhengai.collector.lineprotocol;

import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.core.reading.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines as rows: column {@link #MEASUREMENT}, {@link #TIME} as the row's own instant, and each tag and field by name; a
 * field stands before a tag of the same name. The number of a row is that of its line.
 */
public final class LineRows implements RowSource {
    public static final String MEASUREMENT = "_measurement";
    public static final String TIME = "_time";

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
