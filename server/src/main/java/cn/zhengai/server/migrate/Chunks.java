package cn.zhengai.server.migrate;

import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import java.util.ArrayList;
import java.util.List;

/** All series of a store, so many at a time that what is ever known of them fits into memory. */
final class Chunks {
    private static final int READINGS = 100_000;
    private static final int MOST = 2_000;

    private final ReadingStore store;
    private final List<Series> all = new ArrayList<>();

    Chunks(ReadingStore store) {
        this.store = store;
        store.newest(ReadingStore.NOW, (series, at) -> all.add(series));
    }

    int series() {
        return all.size();
    }

    /** Each chunk's series with everything ever logged of them, by number. */
    void each(Sink sink) {
        int size = 1;
        for (int from = 0; from < all.size(); ) {
            List<Series> some = all.subList(from, Math.min(all.size(), from + size));
            List<Logged> history = store.history(some, ReadingStore.NOW);
            sink.take(some, history);
            from += some.size();
            long fitting = READINGS * (long) some.size() / Math.max(1, history.size());
            size = (int) Math.max(1, Math.min(Math.min(MOST, 4L * size), fitting));
        }
    }

    /** Takes one after the other. */
    interface Sink {
        void take(List<Series> series, List<Logged> history);
    }
}
