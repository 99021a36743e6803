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
    private static final double POSITIONS_IN_ONE = 2_000_000;

    private final Partitioning partitioning;

    public Points(Partitioning partitioning) {
        this.partitioning = partitioning;
    }

    /** In force, where nothing stands yet. */
    public void first(Lines lines, Logged logged) {
        point(lines, Schema.READING, logged, logged.reading().isRatio());
        lines.at(Literals.nanos(logged.reading().at()));
    }

    /**
     * In force, where something stands: fields that are not written would stay as they are, so all are.
     */
    public void over(Lines lines, Logged logged) {
        point(lines, Schema.READING, logged, true);
        lines.at(Literals.nanos(logged.reading().at()));
    }

    /** All readings of an instant for its history. */
    public void history(Lines lines, List<Logged> chain) {
        Map<Long, Integer> slots = Slots.of(chain);
        for (Logged logged : chain) {
            point(lines, Schema.HISTORY, logged, logged.reading().isRatio());
            lines.at(Literals.nanos(logged.reading().at()) + slots.getOrDefault(logged.seq(), 0));
        }
    }

    private void point(Lines lines, String measurement, Logged logged, boolean parts) {
        Reading reading = logged.reading();
        lines.point(measurement)
                .tag(Schema.PART, partitioning.of(reading.series()))
                .tag(Schema.POINT, reading.series().point())
                .tag(Schema.SUBJECT, reading.series().subject())
                .field(Schema.VALUE, reading.position() / POSITIONS_IN_ONE)
                .field(Schema.POSITION, reading.position())
                .field(Schema.SEQ, logged.seq())
                .field(Schema.EVIDENCE, EvidenceText.of(logged));
        if (parts) {
            lines.field(Schema.NUMERATOR, reading.numerator()).field(Schema.DENOMINATOR, reading.denominator());
        }
    }
}
