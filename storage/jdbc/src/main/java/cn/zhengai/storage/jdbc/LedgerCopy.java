package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Copies a whole ledger into another, in one transaction there: every table with every column, whatever it holds, from
 * either database to either. So what a later version adds is copied too.
 */
public final class LedgerCopy {
    private static final int ROWS_AT_ONCE = 1000;
    private static final long CHARACTERS_AT_ONCE = 4 << 20;

    private final Handle to;
    private final Function<LedgerRow, List<LedgerRow>> translation;
    private List<LedgerRow> waiting = new ArrayList<>();
    private long characters;

    private LedgerCopy(Handle to, Function<LedgerRow, List<LedgerRow>> translation) {
        this.to = to;
        this.translation = translation;
    }

    /**
     * Replaces everything in the second by what the first holds; all of it or nothing.
     *
     * @param translation what becomes of a row: others of the same table, or nothing
     * @param own rows that are there besides
     * @throws PortException of either
     */
    public static void run(
            LedgerPlace from, LedgerPlace to, Function<LedgerRow, List<LedgerRow>> translation, List<LedgerRow> own) {
        from.read(
                "读取账本",
                source -> to.write("写入账本", target -> {
                    SortedMap<String, SortedMap<String, LedgerTables.Kind>> tables =
                            LedgerTables.of(source, from.dialect());
                    if (!tables.equals(LedgerTables.of(target, to.dialect()))) {
                        throw new PortException(
                                Trouble.REFUSED, "账本 " + from.shown() + " 与 " + to.shown() + " 的表不一样，不能复制。");
                    }
                    List<String> order = LedgerTables.inOrder(target, tables.keySet());
                    clear(target, order);
                    LedgerCopy copy = new LedgerCopy(target, translation);
                    for (String table : order) {
                        LedgerTables.each(source, from.dialect(), table, copy::take);
                        copy.flush();
                        own.stream().filter(row -> row.table().equals(table)).forEach(copy::add);
                        copy.flush();
                    }
                    to.dialect().continueNumbers(target);
                    return target;
                }));
    }

    private static void clear(Handle target, List<String> order) {
        List<String> childrenFirst = new ArrayList<>(order);
        Collections.reverse(childrenFirst);
        childrenFirst.forEach(table -> target.execute("DELETE FROM " + table));
    }

    private void take(LedgerRow row) {
        translation.apply(row).forEach(this::add);
    }

    private void add(LedgerRow row) {
        waiting.add(row);
        for (Object value : row.values().values()) {
            characters += value instanceof String text ? text.length() : Long.BYTES;
        }
        if (waiting.size() >= ROWS_AT_ONCE || characters >= CHARACTERS_AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            LedgerRow first = waiting.get(0);
            String marks = first.values().keySet().stream().map(c -> "?").collect(Collectors.joining(", "));
            String sql = "INSERT INTO " + first.table() + " ("
                    + String.join(", ", first.values().keySet()) + ") VALUES (" + marks + ")";
            Rows.insert(to, sql, waiting, LedgerCopy::parameters);
        }
        waiting = new ArrayList<>();
        characters = 0;
    }

    private static @Nullable Object[] parameters(LedgerRow row) {
        return row.values().values().toArray();
    }
}
