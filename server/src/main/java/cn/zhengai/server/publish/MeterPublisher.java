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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Publishes the program's own metrics that dashboards ask for, under the names Micrometer's registry for InfluxDB gives
 * them. Every instance publishes its own. A counter that reads as before is said again only every five minutes: most, of a
 * source and a reason for instance, rest nearly always. Gauges are said each time, for panels add up what is there. For one thread.
 */
public final class MeterPublisher {
    private static final String COUNTER = Meter.Type.COUNTER.name().toLowerCase(Locale.ROOT);
    private static final String SOURCE_NAME = "source_name";
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final MeterRegistry registry;
    private final String instance;
    private final UnaryOperator<String> sourceName;
    private final PointSink sink;
    private final InstantSource time;
    private final Map<Of, Point> said = new HashMap<>();

    /**
     * @param instance its name, the same after a restart
     * @param sourceName of a source's id, as people know it today
     */
    public MeterPublisher(
            MeterRegistry registry,
            String instance,
            UnaryOperator<String> sourceName,
            PointSink sink,
            InstantSource time) {
        this.registry = registry;
        this.instance = instance;
        this.sourceName = sourceName;
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
                    .filter(this::says)
                    .ifPresent(points::add);
        }
        if (!points.isEmpty()) {
            sink.write(points);
        }
        points.forEach(point -> said.put(Of.what(point), point));
        return false;
    }

    /** Of which metric. */
    private record Of(Measurement measurement, Map<String, String> tags) {
        static Of what(Point point) {
            return new Of(point.measurement(), point.tags());
        }
    }

    /** Something new, or something that was not said for long; a clock that was set back makes it long. */
    private boolean says(Point point) {
        Point before = said.get(Of.what(point));
        boolean counts = COUNTER.equals(point.tags().get("metric_type"));
        if (before == null || !counts || !before.fields().equals(point.fields())) {
            return true;
        }
        long since = point.nanos() - before.nanos();
        return since < 0 || since >= AGAIN.toNanos();
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
        if (measurement.has(SOURCE_NAME)) {
            draft.text(SOURCE_NAME, sourceName.apply(own(meter, "source")));
        }
        return draft.filled() ? Optional.of(draft.at(now)) : Optional.empty();
    }

    private String tag(Meter meter, String tag) {
        return switch (tag) {
            case "instance" -> instance;
            case "metric_type" -> type(meter);
            default -> own(meter, tag);
        };
    }

    private static String own(Meter meter, String tag) {
        return Optional.ofNullable(meter.getId().getTag(tag)).orElse("-");
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
