package cn.zhengai.alerting.warner;

import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Episodes computed apart from the product, straight from the domain page: sort, keep what is in force, plain loops.
 * Written as {@link Watchtower#shown} writes warnings.
 */
final class NaiveEpisodes {
    private static final long WARNING = 2 * 90 * Micros.ONE;
    private static final long STANDARD = 2 * 95 * Micros.ONE;

    private NaiveEpisodes() {}

    /**
     * @param watch in force on the day of a reading
     * @param logged readings of one series in the order of the log
     */
    static List<String> of(Function<Reading, Watch> watch, List<Reading> logged) {
        List<Reading> sorted = new ArrayList<>(logged);
        sorted.sort(Comparator.comparingLong(Reading::at).thenComparingLong(Reading::revision));
        List<Reading> inForce = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (i + 1 == sorted.size()
                    || sorted.get(i + 1).at() != sorted.get(i).at()) {
                inForce.add(sorted.get(i));
            }
        }
        List<String> episodes = new ArrayList<>();
        int next = 0;
        while (next < inForce.size()) {
            int raised = raised(watch, inForce, next);
            if (raised < 0) {
                return episodes;
            }
            int cleared = cleared(watch, inForce, raised);
            int last = cleared < 0 ? inForce.size() - 1 : cleared;
            episodes.add(severity(watch, inForce.subList(raised, last + 1)) + " " + minute(inForce.get(raised)) + ".."
                    + (cleared >= 0 ? minute(inForce.get(cleared)) : bad(watch, inForce.get(last)) ? "" : " EASED"));
            next = last + 1;
        }
        return episodes;
    }

    /** Index of the first reading from which, looking back, an unbroken bad run since {@code from} is long enough. */
    private static int raised(Function<Reading, Watch> watch, List<Reading> all, int from) {
        for (int i = from; i < all.size(); i++) {
            int first = i;
            while (first >= from && bad(watch, all.get(first))) {
                first--;
            }
            if (longEnough(all, first + 1, i, watch.apply(all.get(i)).hold())) {
                return i;
            }
        }
        return -1;
    }

    private static int cleared(Function<Reading, Watch> watch, List<Reading> all, int raised) {
        for (int i = raised + 1; i < all.size(); i++) {
            int first = i;
            while (first > raised && all.get(first).position() >= STANDARD) {
                first--;
            }
            if (longEnough(all, first + 1, i, watch.apply(all.get(i)).calm())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean longEnough(List<Reading> all, int first, int last, Patience patience) {
        return last - first + 1 >= patience.readings()
                && first <= last
                && all.get(last).at() - all.get(first).at() >= patience.time().toMillis();
    }

    private static boolean bad(Function<Reading, Watch> watch, Reading r) {
        return r.position() < (watch.apply(r).raiseAtStandard() ? STANDARD : WARNING);
    }

    private static String severity(Function<Reading, Watch> watch, List<Reading> episode) {
        boolean warned = episode.stream().anyMatch(r -> r.position() < WARNING);
        boolean vetoed = episode.stream()
                .anyMatch(r -> r.position() < WARNING && watch.apply(r).veto());
        return !warned ? "YELLOW" : vetoed ? "RED" : "ORANGE";
    }

    private static String minute(Reading r) {
        return Long.toString((r.at() - Watchtower.START) / Watchtower.MINUTE);
    }
}
