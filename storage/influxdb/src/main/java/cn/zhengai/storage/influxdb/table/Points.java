package cn.zhengai.storage.influxdb.table;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.storage.influxdb.line.Lines;
import cn.zhengai.storage.influxdb.line.Literals;
import java.util.List;
import java.util.Map;

/** Readings as points. */
public final class Points {
    private final Partitioning partitioning;

    public Points(Partitioning partitioning) {
        this.partitioning = partitioning;
    }

    /** In force, in place of what stands there. */
    public void inForce(Lines lines, Logged logged) {
        point(lines, Schema.READING, logged);
        lines.at(Literals.nanos(logged.reading().at()));
    }

    /** All readings of an instant for its history. */
    public void history(Lines lines, List<Logged> chain) {
        Map<Long, Integer> slots = Slots.of(chain);
        for (Logged logged : chain) {
            point(lines, Schema.HISTORY, logged);
            lines.at(Literals.nanos(logged.reading().at()) + slots.getOrDefault(logged.seq(), 0));
        }
    }

    private void point(Lines lines, String measurement, Logged logged) {
        Reading reading = logged.reading();
        lines.point(measurement)
                .tag(Schema.PART, partitioning.of(reading.series()))
                .tag(Schema.POINT, reading.series().point())
                .tag(Schema.SUBJECT, reading.series().subject())
                .field(Schema.LOGGED, ReadingText.of(logged));
    }
}
