package cn.zhengai.server.publish;

import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.dashboards.schema.Measurement;
import cn.zhengai.dashboards.schema.Schema;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The program's own metrics that dashboards ask for, under the names Micrometer's registry for InfluxDB gives them. */
final class MeterRound implements Round {
    private final MeterRegistry registry;

    MeterRound(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void publish(Instant now, Consumer<Point> out) {
        for (Meter meter : registry.getMeters()) {
            Schema.named(snake(meter.getId().getName()))
                    .flatMap(measurement -> point(meter, measurement, now))
                    .ifPresent(out);
        }
    }

    private static String snake(String name) {
        return name.replace('.', '_');
    }

    /** A gauge of something that is gone reads NaN: nothing is said. */
    private static Optional<Point> point(Meter meter, Measurement measurement, Instant now) {
        Point.Draft draft = Point.of(measurement);
        for (String tag : measurement.tags()) {
            String value = tag.equals("metric_type")
                    ? type(meter)
                    : Optional.ofNullable(meter.getId().getTag(tag)).orElse("-");
            draft.tag(tag, value);
        }
        if (meter instanceof Timer timer) {
            timed(draft, timer);
        } else if (measurement.fields().get("value") == FieldKind.DECIMAL) {
            value(draft, meter);
        }
        return draft.filled() ? Optional.of(draft.at(now)) : Optional.empty();
    }

    private static String type(Meter meter) {
        return meter instanceof Timer
                ? "histogram"
                : meter.getId().getType().name().toLowerCase(Locale.ROOT);
    }

    private static void timed(Point.Draft draft, Timer timer) {
        draft.decimal("sum", timer.totalTime(TimeUnit.MILLISECONDS))
                .decimal("count", (double) timer.count())
                .decimal("mean", timer.mean(TimeUnit.MILLISECONDS))
                .decimal("upper", timer.max(TimeUnit.MILLISECONDS));
    }

    private static void value(Point.Draft draft, Meter meter) {
        meter.measure().forEach(measurement -> {
            boolean wanted =
                    measurement.getStatistic() == Statistic.VALUE || measurement.getStatistic() == Statistic.COUNT;
            if (wanted && Double.isFinite(measurement.getValue())) {
                draft.decimal("value", measurement.getValue());
            }
        });
    }

    @Override
    public void kept() {
        // the next reading is another
    }
}
