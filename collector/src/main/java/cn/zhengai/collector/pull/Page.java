package cn.zhengai.collector.pull;

import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.RowSource;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that are handed in together. */
final class Page implements RowSource {
    /** About as many as go into one append of the intake: each page costs three syncs of the disk. */
    static final int ROWS = 40_000;

    /** Characters, about: rows may be wide. */
    static final long CHARACTERS = 8_000_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<String> columns;
    private final List<PulledRow> rows = new ArrayList<>();
    private long digest = Digest.SEED;
    private long size;

    Page(List<String> columns) {
        this.columns = columns;
    }

    void add(PulledRow row) {
        rows.add(row);
        digest = Digest.then(digest, row.digest());
        size += row.size();
    }

    boolean isFull() {
        return rows.size() >= ROWS || size >= CHARACTERS;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<PulledRow> rows() {
        return rows;
    }

    /** Of all rows in their order. */
    long digest() {
        return digest;
    }

    /** Characters in all cells. */
    long size() {
        return size;
    }

    void clear() {
        rows.clear();
        digest = Digest.SEED;
        size = 0;
    }

    /** Place of a column by its name, as written or else in other case (databases change it); -1 when there is none. */
    static int place(List<String> columns, String name) {
        int exact = columns.indexOf(name);
        if (exact >= 0) {
            return exact;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void read(List<String> wanted, Rows into) {
        int[] places = wanted.stream().mapToInt(name -> place(columns, name)).toArray();
        Window window = new Window(places);
        for (PulledRow row : rows) {
            window.row = row;
            window.number++;
            into.row(window);
        }
    }

    /** One row seen through the wanted columns. */
    private final class Window implements Row {
        private final int[] places;
        private @Nullable PulledRow row;
        private int number;

        Window(int[] places) {
            this.places = places;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public @Nullable String cell(int slot) {
            return places[slot] < 0 || row == null ? null : row.cell(places[slot]);
        }

        @Override
        public long instant() {
            return NO_INSTANT;
        }

        @Override
        public String raw() {
            return row == null ? "" : Page.raw(columns, row);
        }

        @Override
        public Map<String, String> columns() {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; row != null && i < columns.size(); i++) {
                String cell = row.cell(i);
                if (cell != null) {
                    cells.put(columns.get(i), cell);
                }
            }
            return cells;
        }
    }

    /** A row as a JSON object, for people. */
    static String raw(List<String> columns, PulledRow row) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.cell(i));
        }
        return object.toString();
    }
}
