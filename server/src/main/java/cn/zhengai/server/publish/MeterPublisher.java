package cn.zhengai.server.publish;

import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.dashboards.schema.Measurement;
import cn.zhengai.dashboards.schema.Schema;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Publishes the program's own metrics that dashboards ask for, under the names Micrometer's registry for InfluxDB gives
 * them. Every instance publishes its own.
 */
public final class MeterPublisher {
    private final MeterRegistry registry;
    private final String instance;
    private final PointSink sink;
    private final InstantSource time;

    /** @param instance its name, the same after a restart */
    public MeterPublisher(MeterRegistry registry, String instance, PointSink sink, InstantSource time) {
        this.registry = registry;
        this.instance = instance;
        this.sink = sink;
        this.time = time;
    }

    /**
     * Publishes all of them as they stand.
     *
     * @return false: there is no more
     * @throws cn.zhengai.core.port.PortException of the sink
     */
    public boolean runOnce() {
        Instant now = time.instant();
        List<Point> points = new ArrayList<>();
        for (Meter meter : registry.getMeters()) {
            Schema.named(snake(meter.getId().getName()))
                    .flatMap(measurement -> point(meter, measurement, now))
                    .ifPresent(points::add);
        }
        sink.write(points);
        return false;
    }

    private static String snake(String name) {
        return name.replace('.', '_');
    }

    /** A gauge of something that is gone reads NaN: nothing is said. */
    private Optional<Point> point(Meter meter, Measurement measurement, Instant now) {
        Point.Draft draft = Point.of(measurement);
        for (String tag : measurement.tags()) {
            draft.tag(tag, tag(meter, tag));
        }
        if (meter instanceof Timer timer) {
            timed(draft, timer);
        } else if (measurement.fields().get("value") == FieldKind.DECIMAL) {
            value(draft, meter);
        }
        return draft.filled() ? Optional.of(draft.at(now)) : Optional.empty();
    }

    private String tag(Meter meter, String tag) {
        return switch (tag) {
            case "instance" -> instance;
            case "metric_type" -> type(meter);
            default -> Optional.ofNullable(meter.getId().getTag(tag)).orElse("-");
        };
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
}
