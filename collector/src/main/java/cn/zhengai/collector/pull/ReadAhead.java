package cn.zhengai.collector.pull;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of which the next lot is fetched while the last is dealt with. */
final class ReadAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    private static final int AT_ONCE = 5000;

    private final Source.Rows rows;
    private final Executor executor;
    private CompletableFuture<List<PulledRow>> coming;

    ReadAhead(Source.Rows rows, Executor executor) {
        this.rows = rows;
        this.executor = executor;
        this.coming = fetch();
    }

    private CompletableFuture<List<PulledRow>> fetch() {
        return CompletableFuture.supplyAsync(() -> rows.next(AT_ONCE), executor);
    }

    List<String> columns() {
        return rows.columns();
    }

    /** None at the end. */
    List<PulledRow> next() {
        try {
            List<PulledRow> some = coming.join();
            if (!some.isEmpty()) {
                coming = fetch();
            }
            return some;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        try {
            coming.join();
        } catch (CompletionException | CancellationException failed) {
            LOG.debug("what was read ahead is not wanted any more", failed);
        } finally {
            rows.close();
        }
    }
}
