package cn.zhengai.core.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one table of series of a process: the same point and subject give the same object, numbered densely from 0 in
 * order of first use, so that workers keep their state in plain arrays. Safe for use by many threads; series are never
 * removed.
 */
public final class SeriesIndex {
    private final Map<String, Map<String, Series>> byPoint = new ConcurrentHashMap<>();
    private final List<Series> byNumber = new ArrayList<>();

    /** The series, made at first use. */
    public Series of(String point, String subject) {
        Map<String, Series> ofPoint = byPoint.computeIfAbsent(point, p -> new ConcurrentHashMap<>());
        Series known = ofPoint.get(subject);
        return known != null ? known : make(ofPoint, point, subject);
    }

    private Series make(Map<String, Series> ofPoint, String point, String subject) {
        synchronized (byNumber) {
            Series known = ofPoint.get(subject);
            if (known != null) {
                return known;
            }
            Series series = new Series(byNumber.size(), point, subject);
            byNumber.add(series);
            ofPoint.put(subject, series);
            return series;
        }
    }

    /** The series when it was made before. */
    public Optional<Series> find(String point, String subject) {
        return Optional.ofNullable(byPoint.getOrDefault(point, Map.of()).get(subject));
    }

    /**
     * The inverse of {@link Series#number}.
     *
     * @throws IndexOutOfBoundsException for a number not handed out
     */
    public Series numbered(int number) {
        synchronized (byNumber) {
            return byNumber.get(number);
        }
    }

    /** How many there are. */
    public int size() {
        synchronized (byNumber) {
            return byNumber.size();
        }
    }

    /** Those made so far with numbers from {@code first} on, by number. */
    public List<Series> since(int first) {
        synchronized (byNumber) {
            return List.copyOf(byNumber.subList(Math.min(first, byNumber.size()), byNumber.size()));
        }
    }
}
