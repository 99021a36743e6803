package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Receipts and rejections in their tables; totals are {@link SourceTotals}. */
final class IntakeTables implements Intake {
    private static final String HEAD = "batch, r.source, recorded_at, history";
    private static final String KEEP = "INSERT INTO receipt"
            + " (batch, source, recorded_at, history, accepted, rejected, newest_at, answer)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (batch) DO NOTHING RETURNING number";
    private static final String REJECT = "INSERT INTO rejection (receipt, place, source, line, reason, detail, raw)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final Database database;

    IntakeTables(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Receipt> receipt(String batchId) {
        String sql = "SELECT " + HEAD + ", accepted, rejected, newest_at, answer FROM receipt r WHERE batch = ?";
        return database.read(
                "读取回执",
                handle -> handle.select(sql, batchId)
                        .map((row, context) -> readReceipt(row))
                        .findOne());
    }

    @Override
    public void keep(Receipt receipt, List<Rejection> rejections) {
        database.write("保存回执", handle -> {
            add(handle, receipt).ifPresent(number -> {
                Rows.batch(
                        handle,
                        REJECT,
                        IntStream.range(0, rejections.size()).boxed().toList(),
                        place -> parameters(number, place, receipt.head(), rejections.get(place)));
                SourceTotals.add(handle, receipt, rejections);
            });
            return receipt;
        });
    }

    /** The number it got; empty when it is known. */
    private static Optional<Long> add(Handle handle, Receipt one) {
        @Nullable
        Object[] parameters = {
            one.head().id(),
            one.head().source(),
            Millis.of(one.head().recordedAt()),
            one.head().history() ? 1 : 0,
            one.accepted(),
            one.rejected(),
            Millis.orNull(one.newestAt()),
            one.answer()
        };
        return handle.select(KEEP, parameters).mapTo(Long.class).findOne();
    }

    private static Object[] parameters(long receipt, int place, BatchHead head, Rejection one) {
        return new Object[] {
            receipt, place, head.source(), one.row(), one.reason().name(), one.detail(), one.raw()
        };
    }

    @Override
    public List<Rejection> rejections(Optional<String> source, int offset, int limit) {
        List<Object> parameters = new ArrayList<>();
        source.ifPresent(parameters::add);
        parameters.add(limit);
        parameters.add(offset);
        return database.read(
                "读取拒收记录",
                handle -> handle.select(rejectionsSql(source), parameters.toArray())
                        .map((row, context) -> readRejection(row))
                        .list());
    }

    static String rejectionsSql(Optional<String> source) {
        return "SELECT " + HEAD + ", line, reason, detail, raw FROM rejection j JOIN receipt r ON r.number = j.receipt"
                + (source.isPresent() ? " WHERE j.source = ?" : "")
                + " ORDER BY j.receipt DESC, j.place LIMIT ? OFFSET ?";
    }

    @Override
    public List<SourceStanding> sources() {
        return database.read("读取数据来源", SourceTotals::all);
    }

    private static BatchHead readHead(ResultSet row) throws SQLException {
        return new BatchHead(
                row.getString("batch"),
                row.getString("source"),
                Rows.instant(row, "recorded_at"),
                row.getInt("history") != 0);
    }

    private static Receipt readReceipt(ResultSet row) throws SQLException {
        return new Receipt(
                readHead(row),
                row.getLong("accepted"),
                row.getLong("rejected"),
                Rows.maybeInstant(row, "newest_at"),
                row.getString("answer"));
    }

    private static Rejection readRejection(ResultSet row) throws SQLException {
        return new Rejection(
                readHead(row),
                row.getInt("line"),
                Rows.constant(Reason.class, row, "reason"),
                row.getString("detail"),
                row.getString("raw"));
    }
}
