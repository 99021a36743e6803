package cn.zhengai.storage.duckdb.settle;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/**
 * How many readings said again what was known of their series and instant, by source. They are taken in as any other and
 * go when they are settled; that is when they are counted. Safe for use by many threads.
 */
public final class Repeats {
    private final Map<String, Long> sinceOpened = new TreeMap<>();
    private Optional<ObjLongConsumer<String>> listener = Optional.empty();

    synchronized void add(Map<String, Long> merged) {
        merged.forEach((source, count) -> {
            sinceOpened.merge(source, count, Long::sum);
            listener.ifPresent(one -> one.accept(source, count));
        });
    }

    /**
     * Tells one listener from now on, and at once what was counted since the file was opened.
     *
     * @param told source and how many more; must return at once
     */
    public synchronized void tell(ObjLongConsumer<String> told) {
        sinceOpened.forEach(told::accept);
        listener = Optional.of(told);
    }
}
