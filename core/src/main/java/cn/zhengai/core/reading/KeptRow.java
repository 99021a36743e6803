package cn.zhengai.core.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row as it came, kept whole enough to be put right and sent again.
 *
 * @param way how it came: {@code csv}, {@code json}, {@code line-protocol} ...; blank when that is not known
 * @param text as it came, at most {@link #LONGEST} characters of it
 * @param columns its cells by column, in order; empty when it could not be taken apart, or is longer than that
 */
public record KeptRow(String way, String text, Map<String, String> columns) {
    /** Characters kept of a row. */
    public static final int LONGEST = 64 * 1024;

    public KeptRow {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        long length = 0;
        for (Map.Entry<String, String> cell : columns.entrySet()) {
            length += cell.getKey().length() + cell.getValue().length();
        }
        columns = length > LONGEST ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Text that could not be taken apart. */
    public static KeptRow of(String text) {
        return new KeptRow("", text, Map.of());
    }

    /** Characters it takes. */
    public long size() {
        long size = text.length();
        for (Map.Entry<String, String> cell : columns.entrySet()) {
            size += cell.getKey().length() + cell.getValue().length();
        }
        return size;
    }
}
