package cn.zhengai.collector.rejection;

import cn.zhengai.collector.lineprotocol.LineRows;
import cn.zhengai.collector.mapping.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kept row, seen through the wanted columns.
 *
 * @param ownTime the instant is that of the line ({@link LineRows#TIME})
 */
record ResentRow(int number, Map<String, String> columns, List<String> wanted, boolean ownTime) implements Row {
    @Override
    public @Nullable String cell(int slot) {
        String exact = columns.get(wanted.get(slot));
        return exact != null ? exact : inOtherCase(wanted.get(slot));
    }

    /** Databases change the case of names. */
    private @Nullable String inOtherCase(String name) {
        return columns.entrySet().stream()
                .filter(cell -> cell.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What is no instant of ISO 8601 is left to the mapping. */
    @Override
    public long instant() {
        String text = columns.get(LineRows.TIME);
        if (!ownTime || text == null) {
            return NO_INSTANT;
        }
        try {
            return Instant.parse(text.strip()).toEpochMilli();
        } catch (DateTimeException | ArithmeticException other) {
            return NO_INSTANT;
        }
    }

    @Override
    public String raw() {
        return columns.toString();
    }
}
