package cn.zhengai.storage.duckdb.table;

import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.storage.duckdb.file.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Heads of batches by number, those used last in memory. Safe for use by many threads. */
public final class Heads {
    private static final int KEPT = 8192;
    private static final int ASKED_AT_ONCE = 5000;
    private static final long NANOS = 1_000_000_000L;

    private final Map<Integer, BatchHead> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, BatchHead> eldest) {
            return size() > KEPT;
        }
    };

    /** Nanoseconds since the epoch; instants outside of 1677 to 2262 count as the nearest end. */
    public static long nanos(Instant instant) {
        long seconds = Math.max(Long.MIN_VALUE / NANOS, Math.min(Long.MAX_VALUE / NANOS - 1, instant.getEpochSecond()));
        return seconds * NANOS + instant.getNano();
    }

    /** The heads of these numbers. */
    Map<Integer, BatchHead> of(Session session, Collection<Integer> numbers) throws SQLException {
        Map<Integer, BatchHead> heads = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        synchronized (kept) {
            for (Integer number : numbers) {
                BatchHead head = kept.get(number);
                if (head == null) {
                    missing.add(number);
                } else {
                    heads.put(number, head);
                }
            }
        }
        for (int i = 0; i < missing.size(); i += ASKED_AT_ONCE) {
            ask(session, missing.subList(i, Math.min(missing.size(), i + ASKED_AT_ONCE)), heads);
        }
        return heads;
    }

    private void ask(Session session, List<Integer> numbers, Map<Integer, BatchHead> heads) throws SQLException {
        String list = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        String sql =
                "SELECT \"no\", id, source, recorded_at, history, reason FROM batch WHERE \"no\" IN (" + list + ")";
        Map<Integer, BatchHead> found = new HashMap<>();
        session.once(sql, List.of(), row -> {
            long nanos = row.getLong(4);
            Instant recordedAt = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
            found.put(
                    row.getInt(1),
                    new BatchHead(
                            row.getString(2),
                            row.getString(3),
                            recordedAt,
                            row.getBoolean(5),
                            Optional.ofNullable(row.getString(6))));
        });
        heads.putAll(found);
        synchronized (kept) {
            kept.putAll(found);
        }
    }
}
