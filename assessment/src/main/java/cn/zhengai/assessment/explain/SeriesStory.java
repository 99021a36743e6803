package cn.zhengai.assessment.explain;

import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.Summary;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything known of one series over a span, from its log: which value of each instant is in force is worked out here,
 * not asked.
 *
 * @param moments by instant
 */
record SeriesStory(Series series, List<Moment> moments) {

    /**
     * One instant.
     *
     * @param superseded known and not in force, by place in the log
     */
    record Moment(Logged inForce, List<Logged> superseded) {}

    static SeriesStory read(ReadingStore store, Series series, long from, long until, Knowledge known) {
        return of(series, store.history(List.of(series), known), from, until);
    }

    /** Several in one question; each series has its story, perhaps without moments. */
    static Map<Series, SeriesStory> read(
            ReadingStore store, List<Series> some, long from, long until, Knowledge known) {
        Map<Series, List<Logged>> bySeries = new HashMap<>();
        some.forEach(series -> bySeries.put(series, new ArrayList<>()));
        for (Logged logged : store.history(some, known)) {
            bySeries.computeIfAbsent(logged.reading().series(), s -> new ArrayList<>())
                    .add(logged);
        }
        Map<Series, SeriesStory> stories = new HashMap<>();
        bySeries.forEach((series, history) -> stories.put(series, of(series, history, from, until)));
        return stories;
    }

    private static SeriesStory of(Series series, List<Logged> history, long from, long until) {
        TreeMap<Long, List<Logged>> byInstant = new TreeMap<>();
        for (Logged logged : history) {
            long at = logged.reading().at();
            if (at >= from && at < until) {
                byInstant.computeIfAbsent(at, a -> new ArrayList<>()).add(logged);
            }
        }
        return new SeriesStory(
                series, byInstant.values().stream().map(SeriesStory::moment).toList());
    }

    /** The highest revision prevails; among equals the one logged last. */
    private static Moment moment(List<Logged> values) {
        Logged best = values.get(0);
        for (Logged value : values) {
            long mine = value.reading().revision();
            if (mine > best.reading().revision() || (mine == best.reading().revision() && value.seq() > best.seq())) {
                best = value;
            }
        }
        long winner = best.seq();
        return new Moment(best, values.stream().filter(v -> v.seq() != winner).toList());
    }

    /** Added up; empty without readings. */
    Optional<Summary> sum() {
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        BigInteger plain = BigInteger.ZERO;
        BigInteger tops = BigInteger.ZERO;
        BigInteger bottoms = BigInteger.ZERO;
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (Moment moment : moments) {
            Reading r = moment.inForce().reading();
            if (!r.isRatio()) {
                plain = plain.add(BigInteger.valueOf(Math.floorDiv(r.position(), 2L)));
            }
            tops = tops.add(BigInteger.valueOf(r.numerator()));
            bottoms = bottoms.add(BigInteger.valueOf(r.denominator()));
            min = Math.min(min, r.position());
            max = Math.max(max, r.position());
        }
        Reading last = moments.get(moments.size() - 1).inForce().reading();
        return Optional.of(new Summary(series, moments.size(), plain, min, max, last, tops, bottoms));
    }
}
