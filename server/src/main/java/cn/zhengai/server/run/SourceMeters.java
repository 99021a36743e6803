package cn.zhengai.server.run;

import cn.zhengai.alerting.scorecard.Scorecard;
import cn.zhengai.alerting.scorecard.Scorecards.Sheet;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Scorecards as gauges {@code zhengai_source_*} with the label {@code source}; what is not known has no sample. */
final class SourceMeters {
    private final MeterRegistry registry;
    private final Map<String, MultiGauge> gauges = new LinkedHashMap<>();

    SourceMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void show(Sheet sheet) {
        put(
                sheet,
                "age.seconds",
                "Age of the newest reading",
                c -> c.newestAt()
                        .map(at -> (double) Duration.between(at, sheet.at()).toSeconds()));
        put(
                sheet,
                "series.expected",
                "Series of which another reading is expected",
                c -> Optional.of((double) c.expected()));
        put(sheet, "series.silent", "Of these, overdue", c -> Optional.of((double) c.silent()));
        put(
                sheet,
                "complete.ratio",
                "Readings received of those expected, last 30 school days",
                c -> c.complete().ratio());
        put(
                sheet,
                "late.ratio",
                "Live readings taken in after they were due, last 30 school days",
                c -> c.late().ratio());
        put(sheet, "valid.ratio", "Rows accepted of all rows", c -> c.valid().ratio());
        put(
                sheet,
                "lag.median.seconds",
                "From what a reading speaks about to taking it in, median",
                c -> c.lag().map(l -> (double) l.median().toSeconds()));
        put(
                sheet,
                "lag.p95.seconds",
                "The same, 95th percentile",
                c -> c.lag().map(l -> (double) l.slow().toSeconds()));
        put(sheet, "disputes", "Instants on which another source differs", c -> Optional.of((double) c.disputes()));
    }

    private void put(Sheet sheet, String name, String says, Function<Scorecard, Optional<Double>> figure) {
        List<MultiGauge.Row<?>> rows = sheet.cards().stream()
                .<MultiGauge.Row<?>>flatMap(card -> figure
                        .apply(card)
                        .<MultiGauge.Row<?>>map(value -> MultiGauge.Row.of(Tags.of("source", card.source()), value))
                        .stream())
                .toList();
        gauges.computeIfAbsent(
                        name,
                        n -> MultiGauge.builder("zhengai.source." + n)
                                .description(says)
                                .register(registry))
                .register(rows, true);
    }
}
