package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Receipts in their table; rejections are in {@link RejectionTable}, totals in {@link SourceTotals}. */
final class IntakeTables implements Intake {
    private static final String HEAD = "batch, r.source, recorded_at, history";
    /** No number is spent on a batch that is known. */
    private static final String KEEP = "INSERT INTO receipt"
            + " (batch, source, recorded_at, history, accepted, rejected, newest_at, answer)"
            + " SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM receipt WHERE batch = ?)"
            + " ON CONFLICT (batch) DO NOTHING RETURNING number";

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
                        .map(Row.as(IntakeTables::readReceipt))
                        .findOne());
    }

    @Override
    public void keep(Receipt receipt, List<Rejection> rejections) {
        database.write("保存回执", handle -> {
            add(handle, receipt).ifPresent(number -> {
                RejectionTable.add(handle, number, rejections);
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
            one.answer(),
            one.head().id()
        };
        return handle.select(KEEP, parameters).mapTo(Long.class).findOne();
    }

    @Override
    public List<Kept> find(Query query) {
        return database.read("查询拒收记录", handle -> RejectionTable.find(handle, query));
    }

    @Override
    public long count(Query query) {
        return database.read("统计拒收记录", handle -> RejectionTable.count(handle, query));
    }

    @Override
    public List<Kept> ofRow(RejectionId id) {
        return database.read("读取拒收记录", handle -> RejectionTable.ofRow(handle, id));
    }

    @Override
    public List<OpenCount> open() {
        return database.read("统计待处理的拒收", RejectionTable::open);
    }

    @Override
    public int settle(Settlement settlement) {
        return database.write("保存拒收处理", handle -> {
            for (Receipt receipt : settlement.receipts()) {
                if (add(handle, receipt).isPresent()) {
                    SourceTotals.addRepaired(handle, receipt);
                }
            }
            return RejectionTable.settle(handle, settlement.standings());
        });
    }

    @Override
    public List<SourceStanding> sources() {
        return database.read("读取数据来源", SourceTotals::all);
    }

    private static BatchHead readHead(Row row) throws SQLException {
        return new BatchHead(
                row.getString("batch"),
                row.getString("source"),
                Rows.instant(row, "recorded_at"),
                row.getInt("history") != 0);
    }

    private static Receipt readReceipt(Row row) throws SQLException {
        return new Receipt(
                readHead(row),
                row.getLong("accepted"),
                row.getLong("rejected"),
                Rows.maybeInstant(row, "newest_at"),
                row.getString("answer"));
    }
}
