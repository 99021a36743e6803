package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.port.Intake.SourceStanding;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Running totals of each source, moved in the transaction that keeps a new receipt. */
final class SourceTotals {
    private static final String ADD = "INSERT INTO source_total (source, batches, accepted, last_batch_at, newest_at)"
            + " VALUES (?, 1, ?, ?, ?) ON CONFLICT (source) DO UPDATE SET"
            + " batches = source_total.batches + 1, accepted = source_total.accepted + excluded.accepted,"
            + " last_batch_at = CASE WHEN excluded.last_batch_at > source_total.last_batch_at"
            + " THEN excluded.last_batch_at ELSE source_total.last_batch_at END,"
            + " newest_at = CASE WHEN source_total.newest_at IS NULL OR excluded.newest_at > source_total.newest_at"
            + " THEN excluded.newest_at ELSE source_total.newest_at END";
    private static final String ADD_REJECTED = "INSERT INTO source_rejected (source, reason, lines) VALUES (?, ?, ?)"
            + " ON CONFLICT (source, reason) DO UPDATE SET lines = source_rejected.lines + excluded.lines";

    private SourceTotals() {}

    /** Counts a receipt; call once for each. */
    static void add(Handle handle, Receipt receipt, List<Rejection> rejections) {
        String source = receipt.head().source();
        handle.execute(
                ADD,
                source,
                receipt.accepted(),
                Millis.of(receipt.head().recordedAt()),
                Millis.orNull(receipt.newestAt()));
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        rejections.forEach(one -> reasons.merge(one.reason(), 1L, Long::sum));
        Rows.insert(handle, ADD_REJECTED, List.copyOf(reasons.entrySet()), one ->
                new Object[] {source, one.getKey().name(), one.getValue()});
    }

    /** Counts the readings of a receipt of rows sent again; call once for each. */
    static void addRepaired(Handle handle, Receipt receipt) {
        String source = receipt.head().source();
        handle.execute("UPDATE source_total SET accepted = accepted + ? WHERE source = ?", receipt.accepted(), source);
        receipt.newestAt()
                .ifPresent(newest -> handle.execute(
                        "UPDATE source_total SET newest_at = ? WHERE source = ? AND (newest_at IS NULL OR newest_at <"
                                + " ?)",
                        Millis.of(newest),
                        source,
                        Millis.of(newest)));
    }

    /** By source. */
    static List<SourceStanding> all(Handle handle) {
        Map<String, Map<Reason, Long>> rejected = new HashMap<>();
        handle.select("SELECT source, reason, lines FROM source_rejected")
                .map(Row.as(row -> new Rejected(
                        row.getString("source"), Rows.constant(Reason.class, row, "reason"), row.getLong("lines"))))
                .forEach(one -> rejected.computeIfAbsent(one.source(), source -> new EnumMap<>(Reason.class))
                        .put(one.reason(), one.lines()));
        return handle.select("SELECT source, batches, accepted, last_batch_at, newest_at FROM source_total"
                        + " ORDER BY source")
                .map(Row.as(row -> read(row, rejected.getOrDefault(row.getString("source"), Map.of()))))
                .list();
    }

    private static SourceStanding read(Row row, Map<Reason, Long> rejected) throws SQLException {
        return new SourceStanding(
                row.getString("source"),
                row.getLong("batches"),
                row.getLong("accepted"),
                rejected,
                Rows.instant(row, "last_batch_at"),
                Rows.maybeInstant(row, "newest_at"));
    }

    private record Rejected(String source, Reason reason, long lines) {}
}
