package cn.zhengai.collector.lineprotocol;

import cn.zhengai.collector.mapping.Utf8;
import cn.zhengai.core.reading.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads line protocol from bytes, line by line. A bad line is reported and reading goes on with the next: after the
 * first line break behind the place that could not be read, so an open quote costs its own line and no more. For one
 * thread; allocates nothing per good line.
 */
public final class LineParser {
    private static final byte PLAIN = 0;
    private static final byte STOP = 1;
    private static final byte EQUALS = 2;
    private static final byte BACKSLASH = 3;
    private static final byte WIDE = 4;
    private static final byte[] KIND = kinds();
    private static final int FEW_TAGS = 16;

    private final byte[] text;
    private final int end;
    private final Precision precision;
    private final long defaultNanos;
    private final Line line = new Line();
    private final Token key = new Token();
    private final Token value = new Token();
    private int pos;
    private int lineStart;
    private int lineEnd;
    private int row;
    private int lineNumber = 1;
    private int comments;
    private int blanks;

    /**
     * Starts before the first line.
     *
     * @param length how much of {@code text} counts
     * @param defaultNanos time of lines without a timestamp, nanoseconds; cut to the precision
     */
    public LineParser(byte[] text, int length, Precision precision, long defaultNanos) {
        this.text = text;
        this.end = length;
        this.precision = precision;
        this.defaultNanos = defaultNanos - defaultNanos % precision.nanos();
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int i = 0; i < 256; i++) {
            kinds[i] = i > 127 ? WIDE : i <= ' ' || i == 127 || i == ',' ? STOP : PLAIN;
        }
        kinds['='] = EQUALS;
        kinds['\\'] = BACKSLASH;
        return kinds;
    }

    /**
     * Goes on to the next line with a point; blank lines and comments are passed over.
     *
     * @return false at the end
     * @throws LineError when the line cannot be read; call again to go on behind it
     */
    public boolean next() throws LineError {
        while (pos < end) {
            lineStart = pos;
            row = lineNumber;
            skipSpaces();
            boolean comment = pos < end && text[pos] == '#';
            if (comment) {
                skipToBreak();
            }
            if (!atBreak()) {
                read();
                return true;
            }
            comments += comment ? 1 : 0;
            blanks += comment ? 0 : 1;
            passBreak();
        }
        return false;
    }

    /** Comments passed over so far. */
    public int comments() {
        return comments;
    }

    /** Blank lines passed over so far. */
    public int blanks() {
        return blanks;
    }

    /** The line that {@link #next} found. */
    public Line line() {
        return line;
    }

    /** Number of the line that was found or could not be read, from 1. */
    public int row() {
        return row;
    }

    /** The line that was found or could not be read, as it came. */
    public String raw() {
        return new String(text, lineStart, lineEnd - lineStart, StandardCharsets.UTF_8);
    }

    /** Length of {@link #raw} in bytes. */
    public int rawLength() {
        return lineEnd - lineStart;
    }

    private void read() throws LineError {
        try {
            point();
            lineEnd = pos;
            passBreak();
        } catch (LineError bad) {
            skipToBreak();
            lineEnd = pos;
            passBreak();
            throw bad;
        }
    }

    private void point() throws LineError {
        line.clear();
        scan(line.measurement, false);
        if (line.measurement.isEmpty()) {
            throw error("缺少 measurement（质控点编号）");
        }
        while (pos < end && text[pos] == ',') {
            pos++;
            tag();
        }
        demandSpace("字段（field）");
        field();
        while (pos < end && text[pos] == ',') {
            pos++;
            field();
        }
        line.nanos = defaultNanos;
        if (pos < end && text[pos] == ' ') {
            skipSpaces();
            if (!atBreak()) {
                timestamp();
                skipSpaces();
            }
        }
        if (!atBreak()) {
            throw error("行尾有多余内容");
        }
    }

    private void tag() throws LineError {
        scan(key, true);
        if (key.isEmpty()) {
            throw error("逗号后应为标签名");
        }
        demandEquals("标签");
        scan(value, true);
        if (value.isEmpty()) {
            throw error("标签“" + key.unescaped(Line.IN_KEYS) + "”没有值");
        }
        if (isTaken(key)) {
            throw error("标签“" + key.unescaped(Line.IN_KEYS) + "”重复");
        }
        line.tag(key, value);
    }

    private boolean isTaken(Token name) {
        if (line.tags > FEW_TAGS) {
            Set<String> names = new HashSet<>();
            for (int i = 0; i < line.tags; i++) {
                names.add(line.tagKey(i));
            }
            return names.contains(name.unescaped(Line.IN_KEYS));
        }
        for (int i = 0; i < line.tags; i++) {
            Token other = line.tagKeys.get(i);
            boolean same = name.escaped || other.escaped
                    ? name.unescaped(Line.IN_KEYS).equals(line.tagKey(i))
                    : name.isSameAs(other);
            if (same) {
                return true;
            }
        }
        return false;
    }

    private void field() throws LineError {
        scan(key, true);
        if (key.isEmpty()) {
            throw error("应为字段名");
        }
        demandEquals("字段");
        if (pos < end && text[pos] == '"') {
            quoted();
            line.field(key, value, FieldType.STRING);
            return;
        }
        int from = pos;
        while (pos < end && text[pos] != ',' && text[pos] != ' ' && text[pos] != '\n' && text[pos] != '\r') {
            pos++;
        }
        value.set(text, from, pos, false);
        Reason trouble = FieldSyntax.trouble(value);
        if (trouble != null) {
            pos = from;
            throw error(
                    trouble, "字段“" + key.unescaped(Line.IN_KEYS) + "”的值“" + clipped(value) + "”：" + trouble.chinese());
        }
        line.field(key, value, FieldSyntax.type(value));
    }

    private static String clipped(Token token) {
        String all = token.verbatim();
        return all.length() > 60 ? all.substring(0, 60) + "…" : all;
    }

    private void quoted() throws LineError {
        int from = ++pos;
        boolean escaped = false;
        boolean wide = false;
        int breaks = 0;
        while (pos < end && text[pos] != '"') {
            byte c = text[pos];
            if (c == '\\') {
                escaped = true;
                pos++;
            }
            wide |= c < 0;
            breaks += c == '\n' ? 1 : 0;
            pos++;
        }
        if (pos >= end) {
            pos = from;
            throw error("文字字段缺少结束的引号");
        }
        value.set(text, from, pos, escaped);
        demandUtf8(value, wide);
        lineNumber += breaks;
        pos++;
    }

    private void timestamp() throws LineError {
        int from = pos;
        boolean negative = text[pos] == '-';
        if (negative) {
            pos++;
        }
        int first = pos;
        long count = 0;
        while (pos < end && text[pos] >= '0' && text[pos] <= '9') {
            int digit = text[pos++] - '0';
            if (count < (Long.MIN_VALUE + digit) / 10) {
                throw error("时间戳超出范围");
            }
            count = count * 10 - digit;
        }
        boolean whole = pos > first && (atBreak() || text[pos] == ' ');
        if (!whole) {
            pos = from;
            throw error("时间戳应为整数");
        }
        long unit = precision.nanos();
        if ((!negative && count == Long.MIN_VALUE) || count < Long.MIN_VALUE / unit) {
            pos = from;
            throw error("时间戳超出范围，请核对 precision");
        }
        line.nanos = (negative ? count : -count) * unit;
    }

    /** Reads up to a blank, comma, control character or, in keys, an equals sign that no backslash precedes. */
    private void scan(Token into, boolean inKey) throws LineError {
        int from = pos;
        boolean escaped = false;
        boolean wide = false;
        while (pos < end) {
            byte kind = KIND[text[pos] & 0xff];
            if (kind == STOP || (kind == EQUALS && inKey)) {
                break;
            }
            if (kind == BACKSLASH) {
                escaped = true;
                pos += pos + 1 < end && isEscapable(text[pos + 1], inKey) ? 1 : 0;
            }
            wide |= kind == WIDE;
            pos++;
        }
        into.set(text, from, pos, escaped);
        demandUtf8(into, wide);
    }

    private static boolean isEscapable(byte c, boolean inKey) {
        return c == ',' || c == ' ' || (c == '=' && inKey);
    }

    private void demandUtf8(Token token, boolean wide) throws LineError {
        if (wide && !Utf8.isValid(text, token.from, token.until)) {
            pos = token.from;
            throw error(Reason.BAD_ENCODING, "不是 UTF-8 文字，请以 UTF-8 编码发送");
        }
    }

    private void demandEquals(String what) throws LineError {
        if (pos >= end || text[pos] != '=') {
            throw error(what + "“" + key.unescaped(Line.IN_KEYS) + "”之后应为等号");
        }
        pos++;
    }

    private void demandSpace(String what) throws LineError {
        if (pos >= end || text[pos] != ' ') {
            throw error("此处应为空格，其后是" + what);
        }
        skipSpaces();
    }

    private LineError error(String message) {
        return error(Reason.UNREADABLE_ROW, message);
    }

    private LineError error(Reason reason, String message) {
        return new LineError(reason, pos - lineStart + 1, message);
    }

    private void skipSpaces() {
        while (pos < end && text[pos] == ' ') {
            pos++;
        }
    }

    private void skipToBreak() {
        while (pos < end && text[pos] != '\n') {
            pos++;
        }
    }

    /** At the end of the text, at a line feed, or at a carriage return right before either. */
    private boolean atBreak() {
        return pos >= end || text[pos] == '\n' || (text[pos] == '\r' && (pos + 1 == end || text[pos + 1] == '\n'));
    }

    private void passBreak() {
        if (pos < end && text[pos] == '\r') {
            pos++;
        }
        if (pos < end) {
            pos++;
            lineNumber++;
        }
    }
}
