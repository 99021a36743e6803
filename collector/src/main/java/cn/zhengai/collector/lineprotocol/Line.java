package cn.zhengai.collector.lineprotocol;

import java.util.ArrayList;
import java.util.List;

/**
 * One line that was read: measurement, tags, fields and time. A window that moves on with {@link LineParser#next}; for
 * one thread.
 */
public final class Line {
    static final String IN_MEASUREMENT = ", ";
    static final String IN_KEYS = ",= ";

    final Token measurement = new Token();
    final List<Token> tagKeys = new ArrayList<>();
    final List<Token> tagValues = new ArrayList<>();
    final List<Token> fieldKeys = new ArrayList<>();
    final List<Token> fieldValues = new ArrayList<>();
    final List<FieldType> fieldTypes = new ArrayList<>();
    int tags;
    int fields;
    long nanos;

    Line() {}

    void clear() {
        tags = 0;
        fields = 0;
    }

    void tag(Token key, Token value) {
        copy(key, tags, tagKeys);
        copy(value, tags, tagValues);
        tags++;
    }

    void field(Token key, Token value, FieldType type) {
        copy(key, fields, fieldKeys);
        copy(value, fields, fieldValues);
        if (fields < fieldTypes.size()) {
            fieldTypes.set(fields, type);
        } else {
            fieldTypes.add(type);
        }
        fields++;
    }

    private static void copy(Token token, int place, List<Token> to) {
        if (place == to.size()) {
            to.add(new Token());
        }
        to.get(place).set(token.text, token.from, token.until, token.escaped);
    }

    public String measurement() {
        return measurement.unescaped(IN_MEASUREMENT);
    }

    public int tagCount() {
        return tags;
    }

    public String tagKey(int i) {
        return tagKeys.get(i).unescaped(IN_KEYS);
    }

    public String tagValue(int i) {
        return tagValues.get(i).unescaped(IN_KEYS);
    }

    public int fieldCount() {
        return fields;
    }

    public String fieldKey(int i) {
        return fieldKeys.get(i).unescaped(IN_KEYS);
    }

    public FieldType fieldType(int i) {
        return fieldTypes.get(i);
    }

    /** The value: digits without the type's letter, a string without quotes and escapes, a boolean as written. */
    public String fieldText(int i) {
        Token value = fieldValues.get(i);
        return fieldTypes.get(i) == FieldType.STRING ? value.unquoted() : value.verbatim();
    }

    /** When the line speaks, nanoseconds since 1970. */
    public long nanos() {
        return nanos;
    }
}
