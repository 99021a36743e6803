package cn.zhengai.storage.influxdb.client;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer; columns are numbered as they stand in the answer, column 0 is the time. The same object serves for
 * row after row: whoever keeps something copies it.
 */
public final class Row {
    private String measurement = "";
    private Map<String, String> tags = Map.of();
    private List<String> columns = List.of();
    private long[] numbers = {};
    private boolean[] whole = {};
    private @Nullable String[] texts = {};
    private JsonToken[] kinds = {};

    void series(String newMeasurement, Map<String, String> newTags, List<String> newColumns) {
        measurement = newMeasurement;
        tags = newTags;
        columns = newColumns;
        if (numbers.length != columns.size()) {
            numbers = new long[columns.size()];
            whole = new boolean[columns.size()];
            texts = new String[columns.size()];
            kinds = new JsonToken[columns.size()];
            Arrays.fill(kinds, JsonToken.VALUE_NULL);
        }
    }

    void clear() {
        Arrays.fill(whole, false);
        Arrays.fill(texts, null);
        Arrays.fill(kinds, JsonToken.VALUE_NULL);
    }

    void set(int column, long value) {
        numbers[column] = value;
        whole[column] = true;
        kinds[column] = JsonToken.VALUE_NUMBER_INT;
    }

    /** @param kind what it was in the answer */
    void set(int column, String value, JsonToken kind) {
        texts[column] = value;
        kinds[column] = kind;
    }

    /** How many columns there are. */
    int width() {
        return columns.size();
    }

    /** Names, in the order of the answer. */
    public List<String> columns() {
        return columns;
    }

    /** As it was in the answer: Long, Double, Boolean, String, or null. */
    public @Nullable Object value(int column) {
        return switch (kinds[column]) {
            case VALUE_NUMBER_INT -> numbers[column];
            case VALUE_NUMBER_FLOAT -> Double.valueOf(text(column));
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> text(column);
            default -> null;
        };
    }

    /** Where the row is from. */
    public String measurement() {
        return measurement;
    }

    /** The value of a tag the answer is grouped by; empty when it has none. */
    public String tag(String name) {
        return tags.getOrDefault(name, "");
    }

    /** Tags of all rows of one group: the same object for each. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Nanoseconds. */
    public long time() {
        return numbers[0];
    }

    /** A whole number is there. */
    public boolean has(int column) {
        return whole[column];
    }

    /** The whole number; 0 when there is none. */
    public long number(int column) {
        return whole[column] ? numbers[column] : 0;
    }

    /** The text; empty when there is none. */
    public String text(int column) {
        String value = texts[column];
        return value == null ? "" : value;
    }
}
