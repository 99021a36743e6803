package cn.zhengai.collector.pull;

import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.collector.mapping.RowMapper;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.collector.mapping.SpokenVerdicts;
import cn.zhengai.core.port.Cursors.Cursor;
import cn.zhengai.core.reading.Reason;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Shows what the first rows of a source would become; nothing is kept. */
public final class Trial {
    private static final long MICROS = 1_000_000;

    private Trial() {}

    /**
     * A row and what it would become.
     *
     * @param raw the row, JSON
     * @param outcomes a sentence for each reading and rejection, in Chinese; none when all optional cells are empty
     */
    public record Tried(String raw, List<String> outcomes) {}

    /**
     * The first rows.
     *
     * @param clock what the source's own clock shows, in the terms of its watermark
     */
    public record Seen(LocalDateTime clock, List<Tried> rows) {}

    /** @throws cn.zhengai.core.port.PortException when the source fails */
    public static Seen run(Source source, MappingPlan plan, Instant now, int most) {
        try (Source.Session session = source.open()) {
            long clock = session.now();
            LocalDateTime shown = LocalDateTime.ofEpochSecond(clock / MICROS, 0, ZoneOffset.UTC);
            return new Seen(shown, tried(session.read(Cursor.startOf(source.start()), clock), plan, now, most));
        }
    }

    private static List<Tried> tried(Source.Rows source, MappingPlan plan, Instant now, int most) {
        try (Source.Rows rows = source) {
            SpokenVerdicts spoken = new SpokenVerdicts();
            RowMapper mapper = plan.mapper(now, spoken);
            List<Tried> tried = new ArrayList<>();
            for (PulledRow row : rows.next(most)) {
                Page one = new Page(rows.columns());
                one.add(row);
                one.read(plan.columns(), new Into(mapper));
                tried.add(new Tried(Page.raw(rows.columns(), row), spoken.taken()));
            }
            return tried;
        }
    }

    /** Hands rows to the mapper. */
    private record Into(RowMapper mapper) implements cn.zhengai.collector.mapping.RowSource.Rows {
        @Override
        public void row(cn.zhengai.collector.mapping.Row row) {
            mapper.map(row);
        }

        @Override
        public void unreadable(int number, Reason reason, String detail, String raw) {
            throw new IllegalStateException("rows of a table can be read");
        }

        @Override
        public void skipped(Skip why, long count) {
            throw new IllegalStateException("a table has rows only");
        }
    }
}
