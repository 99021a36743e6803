package cn.zhengai.collector.json;

import cn.zhengai.collector.mapping.Row;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One flat JSON object seen through the wanted columns; a window that moves on. */
final class JsonRow implements Row {
    private final byte[] text;
    private final Map<String, Integer> slots = new HashMap<>();
    private final @Nullable String[] cells;
    private int number;
    private int from;
    private int until;

    JsonRow(byte[] text, List<String> columns) {
        this.text = text;
        for (int i = 0; i < columns.size(); i++) {
            slots.put(columns.get(i), i);
        }
        cells = new @Nullable String[columns.size()];
    }

    /**
     * Reads the object whose start the parser stands at, to its end.
     *
     * @param base where in the text the parser began
     * @return the wanted column that holds a list or an object instead of one value; null when all is well
     */
    @Nullable
    String read(JsonParser parser, int rowNumber, int base) throws IOException {
        number = rowNumber;
        Arrays.fill(cells, null);
        from = base + (int) parser.currentTokenLocation().getByteOffset();
        String nested = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Integer slot = slots.get(parser.currentName());
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                nested = slot == null ? nested : parser.currentName();
                parser.skipChildren();
            } else if (slot != null) {
                cells[slot] = value == JsonToken.VALUE_NULL ? null : parser.getText();
            }
        }
        until = base + (int) parser.currentLocation().getByteOffset();
        return nested;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public @Nullable String cell(int slot) {
        return cells[slot];
    }

    @Override
    public long instant() {
        return NO_INSTANT;
    }

    @Override
    public String raw() {
        return new String(text, from, until - from, StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        try (JsonParser parser = Json.FACTORY.createParser(text, from, until - from)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isStructStart()) {
                    columns.put(name, structure(parser));
                } else if (value != JsonToken.VALUE_NULL) {
                    columns.put(name, parser.getText());
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("the row was read before", impossible);
        }
        return columns;
    }

    /** A list or an object as it is written. */
    private String structure(JsonParser parser) throws IOException {
        int first = from + (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int last = from + (int) parser.currentLocation().getByteOffset();
        return new String(text, first, last - first, StandardCharsets.UTF_8);
    }
}
