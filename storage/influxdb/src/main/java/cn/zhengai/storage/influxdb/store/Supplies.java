package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.port.Provenance.Supplied;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts readings by who brought them, of which point, day and day of knowledge; those of a series come together. */
final class Supplies {
    private static final long DAY = 86_400_000;

    private final long offset;
    private final Map<Group, Count> counts = new HashMap<>();

    Supplies(long offset) {
        this.offset = offset;
    }

    void add(Logged logged) {
        long at = logged.reading().at();
        long recordedAt = logged.head().recordedAt().toEpochMilli();
        Group group = new Group(
                logged.head().source(),
                logged.reading().series().point(),
                Math.floorDiv(at + offset, DAY),
                Math.floorDiv(recordedAt + offset, DAY),
                logged.head().history());
        counts.computeIfAbsent(group, g -> new Count()).add(logged.reading().series(), Math.max(0, recordedAt - at));
    }

    void each(Consumer<Supplied> sink) {
        counts.forEach((group, count) -> sink.accept(new Supplied(
                group.source,
                group.point,
                group.day,
                group.knownDay,
                group.history,
                count.readings,
                count.series,
                count.lag / count.readings)));
    }

    private record Group(String source, String point, long day, long knownDay, boolean history) {}

    private static final class Count {
        private long readings;
        private long series;
        private long lag;
        private @Nullable Series last;

        void add(Series one, long millis) {
            readings++;
            lag += millis;
            if (!one.equals(last)) {
                series++;
                last = one;
            }
        }
    }
}
