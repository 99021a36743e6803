package cn.zhengai.dashboards.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * The program's own metrics that dashboards ask for, named as Micrometer's registry for InfluxDB names them: words joined by
 * underscores, tags {@code metric_type} and {@code instance} (whose metric it is),
 * {@code value} of gauges and counters, {@code sum}, {@code count},
 * {@code mean} and {@code upper} (milliseconds) of timers. Counters rise from the start of the process. Time: when they
 * were read.
 */
public final class Meters {
    private static final String TYPE = "metric_type";
    private static final String INSTANCE = "instance";

    private Meters() {}

    public static List<Measurement> all() {
        return Stream.of(
                        ofSources(
                                "zhengai_source_age_seconds",
                                "zhengai_source_series_silent",
                                "zhengai_source_complete_ratio",
                                "zhengai_source_late_ratio"),
                        Stream.of(
                                value("zhengai_rejections_open"),
                                value("zhengai_warner_lag_seconds"),
                                value("zhengai_work_left"),
                                value("zhengai_notices_unaddressed"),
                                value("zhengai_notices_postponed", "channel"),
                                value("zhengai_notices_refused", "channel"),
                                value("zhengai_intake_accepted", "source", "way"),
                                value("zhengai_intake_rejected", "source", "reason"),
                                value("process_cpu_usage"),
                                value("jvm_memory_used", "area", "id"),
                                timer("zhengai_notices_delivered", "channel")))
                .flatMap(s -> s)
                .toList();
    }

    /** With the name people know a source by beside its id. */
    private static Stream<Measurement> ofSources(String... names) {
        return Stream.of(names).map(name -> value(name, "source").texts("source_name"));
    }

    private static Measurement value(String name, String... tags) {
        return measurement(name, tags).decimals("value");
    }

    private static Measurement timer(String name, String... tags) {
        return measurement(name, tags).decimals("sum", "count", "mean", "upper");
    }

    private static Measurement measurement(String name, String... tags) {
        return Measurement.of(
                name,
                "a metric of the program",
                Stream.concat(Stream.of(TYPE, INSTANCE), Stream.of(tags)).toArray(String[]::new));
    }
}
