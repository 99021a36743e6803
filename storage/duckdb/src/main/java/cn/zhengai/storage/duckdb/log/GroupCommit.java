package cn.zhengai.storage.duckdb.log;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.storage.duckdb.file.Database;
import cn.zhengai.storage.duckdb.table.SeriesIds;
import cn.zhengai.storage.duckdb.table.Unsettled;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of the log. Callers queue; whoever gets the lock commits for all who wait, in one transaction, so a
 * sync of the disk is shared and no thread of its own is needed. COMMIT returns after the write-ahead log was synced
 * (seen with strace: one fsync per commit).
 */
final class GroupCommit {
    /** Readings in a transaction, about: the wait of the smallest append beside the largest. */
    private static final int AT_ONCE = 200_000;

    private final Database database;
    private final SeriesIds ids;
    private final Unsettled unsettled;
    private final Tail tail;
    private final Queue<Request> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private int lastBatch;
    /** After a failure nobody knows what of it is durable: ask the file. */
    private boolean unsure = true;

    private volatile boolean closed;

    GroupCommit(Database database, SeriesIds ids, Unsettled unsettled, Tail tail) {
        this.database = database;
        this.ids = ids;
        this.unsettled = unsettled;
        this.tail = tail;
    }

    /** Learns from the file where the log ends. */
    void start() {
        lock.lock();
        try {
            beSure();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link cn.zhengai.core.port.MessageLog#append}. */
    void append(List<Batch> batches) {
        Request request = new Request(List.copyOf(batches));
        queue.add(request);
        lock.lock();
        try {
            while (!request.answered) {
                commitSome();
            }
        } finally {
            lock.unlock();
        }
        if (request.failure != null) {
            throw new PortException(request.failure.trouble(), text(request.failure), request.failure);
        }
    }

    private static String text(PortException failure) {
        String text = failure.getMessage();
        return text == null ? failure.trouble().chinese() : text;
    }

    void close() {
        closed = true;
    }

    private void commitSome() {
        List<Request> group = new ArrayList<>();
        List<Batch> batches = new ArrayList<>();
        int size = 0;
        for (Request next = queue.poll(); next != null; next = size < AT_ONCE ? queue.poll() : null) {
            group.add(next);
            batches.addAll(next.batches);
            size += next.batches.stream()
                    .mapToInt(batch -> batch.readings().size())
                    .sum();
        }
        PortException failure = new PortException(Trouble.UNAVAILABLE, "写入采集值时程序出错，原因见日志。");
        try {
            commit(batches);
            failure = null;
        } catch (PortException known) {
            failure = known;
        } finally {
            unsure |= failure != null;
            for (Request request : group) {
                request.failure = failure;
                request.answered = true;
            }
        }
    }

    private void commit(List<Batch> batches) {
        if (closed) {
            throw new PortException(Trouble.UNAVAILABLE, "采集值日志已关闭。");
        }
        beSure();
        Appending appending = new Appending(ids, tail.last(), lastBatch);
        database.perform("写入", session -> session.transaction(() -> appending.write(session, batches)));
        ids.written(appending.lastSeries());
        lastBatch += appending.runs().size();
        // before the tail tells: what is known to be durable is known to be unsettled
        unsettled.add(appending.series());
        tail.publish(appending.runs());
    }

    private void beSure() {
        if (!unsure) {
            return;
        }
        long last = database.run("读取", session -> {
            ids.load(session);
            unsettled.load(session);
            lastBatch = (int) session.number("SELECT coalesce(max(\"no\"), 0) FROM batch");
            return session.number("SELECT coalesce(max(last_seq), 0) FROM batch");
        });
        tail.restart(last);
        unsure = false;
    }

    private static final class Request {
        private final List<Batch> batches;
        private @Nullable PortException failure;
        private boolean answered;

        Request(List<Batch> batches) {
            this.batches = batches;
        }
    }
}
