package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Cursors and the rows taken of late, in their tables. */
final class CursorTables implements Cursors {
    private static final String MOVE = "INSERT INTO pull_cursor (source, instant, id) VALUES (?, ?, ?)"
            + " ON CONFLICT (source) DO UPDATE SET instant = excluded.instant, id = excluded.id";
    private static final String PART = "INSERT INTO pull_part (source, start, packed) VALUES (?, ?, ?)";
    private static final String ADD = "INSERT INTO pull_span (source, start, lines, digests) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (source, start) DO UPDATE SET lines = excluded.lines, digests = excluded.digests";
    private static final String VANISH = "INSERT INTO pull_vanished (source, id, start, found_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (source, id) DO NOTHING";
    private static final String BACK = "DELETE FROM pull_vanished WHERE source = ? AND id = ?";

    private final Database database;

    CursorTables(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Cursor> settled(String source) {
        return database.read("读取拉取进度", handle -> cursor(handle, source));
    }

    /** What is read of a source from here on is not changed by others. */
    private void guard(Handle handle, String source) {
        database.dialect().guard(handle, "pull " + source);
    }

    private static Optional<Cursor> cursor(Handle handle, String source) {
        return handle.select("SELECT instant, id FROM pull_cursor WHERE source = ?", source)
                .map(Row.as(row -> new Cursor(row.getLong("instant"), row.getString("id"))))
                .findOne();
    }

    @Override
    public void keep(Advance advance) {
        String source = advance.source();
        database.write("保存拉取进度", handle -> {
            guard(handle, source);
            if (!cursor(handle, source).equals(advance.from())) {
                throw new PortException(Trouble.STALE, "来源 " + source + " 的拉取进度已被另一个进程推进");
            }
            handle.execute(MOVE, source, advance.to().instant(), advance.to().id());
            advance.added().forEach(added -> add(handle, source, added));
            handle.execute("DELETE FROM pull_span WHERE source = ? AND start < ?", source, advance.forgetBefore());
            handle.execute("DELETE FROM pull_part WHERE source = ? AND start < ?", source, advance.forgetBefore());
            return advance;
        });
    }

    private static void add(Handle handle, String source, Added added) {
        Span before = spansOf(handle, "start = ?", source, added.start()).stream()
                .findFirst()
                .orElse(new Span(added.start(), 0, 0));
        handle.execute(PART, source, added.start(), PackedRows.pack(added.rows()));
        handle.execute(ADD, source, added.start(), before.rows() + added.more(), before.digests() + added.change());
        comeBack(handle, source, added.rows());
    }

    private static void comeBack(Handle handle, String source, List<RowDigest> rows) {
        boolean any = handle.select("SELECT 1 FROM pull_vanished WHERE source = ? LIMIT 1", source)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (any) {
            Rows.update(handle, BACK, rows, row -> new Object[] {source, row.id()});
        }
    }

    @Override
    public List<Span> spans(String source, long from) {
        return database.read("读取拉取进度", handle -> spansOf(handle, "start >= ?", source, from));
    }

    private static List<Span> spansOf(Handle handle, String which, String source, long start) {
        String sql = "SELECT start, lines, digests FROM pull_span WHERE source = ? AND " + which + " ORDER BY start";
        return handle.select(sql, source, start)
                .map(Row.as(row -> new Span(row.getLong("start"), row.getLong("lines"), row.getLong("digests"))))
                .list();
    }

    @Override
    public List<RowDigest> rows(String source, long span) {
        String sql = "SELECT packed FROM pull_part WHERE source = ? AND start = ? ORDER BY number";
        Map<String, Long> rows = new HashMap<>();
        database.read(
                        "读取拉取过的行",
                        handle -> handle.select(sql, source, span)
                                .map(Row.as(row -> row.getBytes("packed")))
                                .list())
                .forEach(packed -> PackedRows.unpack(packed, rows));
        return rows.entrySet().stream()
                .map(e -> new RowDigest(e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public void correct(Correction correction) {
        String source = correction.source();
        long start = correction.span();
        long digests = correction.rows().stream().mapToLong(RowDigest::digest).sum();
        database.write("更正拉取过的行", handle -> {
            guard(handle, source);
            handle.execute("DELETE FROM pull_part WHERE source = ? AND start = ?", source, start);
            handle.execute("DELETE FROM pull_span WHERE source = ? AND start = ?", source, start);
            if (!correction.rows().isEmpty()) {
                add(
                        handle,
                        source,
                        new Added(start, correction.rows(), correction.rows().size(), digests));
            }
            Rows.insert(handle, VANISH, correction.vanished(), id ->
                    new Object[] {source, id, start, Millis.of(correction.at())});
            return correction;
        });
    }

    @Override
    public void compared(String source, Instant at) {
        String sql = "INSERT INTO pull_compared (source, compared_at) VALUES (?, ?)"
                + " ON CONFLICT (source) DO UPDATE SET compared_at = excluded.compared_at";
        database.write("保存对账时间", handle -> handle.execute(sql, source, Millis.of(at)));
    }

    @Override
    public Optional<Instant> comparedAt(String source) {
        return database.read(
                "读取对账时间",
                handle -> handle.select("SELECT compared_at FROM pull_compared WHERE source = ?", source)
                        .map(Row.as(row -> Rows.instant(row, "compared_at")))
                        .findOne());
    }

    @Override
    public List<Vanished> vanished(String source, int most) {
        String sql = "SELECT id, start, found_at FROM pull_vanished WHERE source = ?"
                + " ORDER BY found_at DESC, start, id LIMIT ?";
        return database.read(
                "读取消失的行",
                handle -> handle.select(sql, source, most)
                        .map(Row.as(row ->
                                new Vanished(row.getString("id"), row.getLong("start"), Rows.instant(row, "found_at"))))
                        .list());
    }
}
