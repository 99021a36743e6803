package cn.zhengai.alerting.warner;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import java.util.ArrayList;
import java.util.List;

/** A series that something happens to in this delivery: its readings, by seq. */
final class Moving {
    private final Series series;
    private final List<Logged> still = new ArrayList<>();
    private final List<Logged> readings = new ArrayList<>();
    private long newest;
    private boolean late;

    Moving(Series series, long newest) {
        this.series = series;
        this.newest = newest;
    }

    void add(Logged logged) {
        late |= logged.reading().at() <= newest;
        newest = Math.max(newest, logged.reading().at());
        readings.add(logged);
    }

    /** Takes a reading that came earlier in this delivery and changed nothing; others are left out. */
    void addIfStill(Logged logged) {
        if (logged.seq() < readings.get(0).seq()) {
            still.add(logged);
        }
    }

    /** What is known of the series before the first reading that matters: {@code history} and what was still. */
    List<Logged> before(List<Logged> history) {
        List<Logged> all = new ArrayList<>(history);
        all.addAll(still);
        return all;
    }

    Series series() {
        return series;
    }

    /** From the first that matters on. */
    List<Logged> readings() {
        return readings;
    }

    /** One of them is not newer than all before: history is needed. */
    boolean late() {
        return late;
    }
}
