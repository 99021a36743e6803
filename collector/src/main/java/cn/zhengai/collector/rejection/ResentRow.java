package cn.zhengai.collector.rejection;

import cn.zhengai.collector.lineprotocol.LineRows;
import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.WrittenDay;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.reading.Rejection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kept row, seen through the wanted columns, its instant read as on the way it came. */
final class ResentRow implements Row {
    private final Rejection origin;
    private final Map<String, String> columns;
    private final List<String> wanted;
    private final SourceMapping.Time time;
    private final ZoneId zone;

    ResentRow(
            Rejection origin, Map<String, String> columns, List<String> wanted, SourceMapping.Time time, ZoneId zone) {
        this.origin = origin;
        this.columns = columns;
        this.wanted = wanted;
        this.time = time;
        this.zone = zone;
    }

    @Override
    public int number() {
        return origin.row();
    }

    @Override
    public @Nullable String cell(int slot) {
        return text(wanted.get(slot));
    }

    private @Nullable String text(String name) {
        String exact = columns.get(name);
        return exact != null ? exact : inOtherCase(name);
    }

    /** Databases change the case of names. */
    private @Nullable String inOtherCase(String name) {
        return columns.entrySet().stream()
                .filter(cell -> cell.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Of a line its own time, of a workbook a day as people write it; anything else is left to the mapping. */
    @Override
    public long instant() {
        String text = text(time.column());
        if (text == null) {
            return NO_INSTANT;
        }
        return switch (origin.kept().way()) {
            case LineRows.WAY -> time.column().equals(LineRows.TIME) ? iso(text) : NO_INSTANT;
            case WrittenDay.WAY -> time.format().startsWith("epoch") ? NO_INSTANT : WrittenDay.instant(text, zone);
            default -> NO_INSTANT;
        };
    }

    private static long iso(String text) {
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

    @Override
    public Map<String, String> columns() {
        return columns;
    }
}
