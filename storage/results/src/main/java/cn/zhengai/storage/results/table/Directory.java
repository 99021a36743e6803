package cn.zhengai.storage.results.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The series of one measurement. Safe for use by many threads. */
final class Directory {
    private final Map<Map<String, String>, Integer> numbers = new HashMap<>();
    private final List<Series> series = new ArrayList<>();
    private long[] newest = new long[64];

    /** The number of a series, a new one when it is new. */
    synchronized int number(Map<String, String> tags) {
        Integer known = numbers.get(tags);
        if (known != null) {
            return known;
        }
        int number = series.size();
        Map<String, String> own = Collections.unmodifiableMap(new TreeMap<>(tags));
        numbers.put(own, number);
        series.add(new Series(number, own));
        if (number == newest.length) {
            newest = java.util.Arrays.copyOf(newest, 2 * number);
        }
        newest[number] = Long.MIN_VALUE;
        return number;
    }

    /** Time of its newest point that is kept. */
    synchronized long newest(int number) {
        return newest[number];
    }

    synchronized void kept(int number, long time) {
        newest[number] = Math.max(newest[number], time);
    }

    synchronized List<Series> all() {
        return List.copyOf(series);
    }
}
