package cn.zhengai.server.run;

import cn.zhengai.alerting.warner.WarnerMeter;
import cn.zhengai.collector.intake.IntakeMeter;
import cn.zhengai.collector.intake.Tally;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.core.reading.RejectionStanding;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Binds what collectors and warners count to Micrometer; names {@code zhengai.*}. */
public final class Meters implements IntakeMeter, WarnerMeter {
    private final MeterRegistry registry;
    private final Counter evaluated;
    private final Counter late;
    private final Counter recorded;
    private final Counter refolded;
    /** Seconds; no number until there is a warner here that said so. */
    private volatile double lagSeconds = Double.NaN;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.evaluated = Counter.builder("zhengai.warner.readings")
                .description("Readings evaluated")
                .register(registry);
        this.recorded = Counter.builder("zhengai.recorder.readings")
                .description("Readings written from the log into the store of a distributed run")
                .register(registry);
        this.late = Counter.builder("zhengai.warner.late")
                .description("Readings not newer than the newest of their series")
                .register(registry);
        this.refolded = Counter.builder("zhengai.warner.refolded")
                .description("Series folded again from history")
                .register(registry);
        registry.gauge("zhengai.warner.lag.seconds", this, meters -> meters.lagSeconds);
    }

    /** Readings written from the log into the store. */
    void recorded(long readings) {
        recorded.increment((double) readings);
    }

    @Override
    public void taken(Tally tally, String way, long bytes, Duration took) {
        String source = tally.head().source();
        registry.counter("zhengai.intake.accepted", "source", source, "way", way)
                .increment((double) tally.accepted());
        registry.counter("zhengai.intake.bytes", "source", source, "way", way).increment((double) bytes);
        tally.rejected()
                .forEach((reason, rows) -> registry.counter(
                                "zhengai.intake.rejected", "source", source, "reason", reason.name())
                        .increment((double) rows));
        tally.skipped().forEach((why, count) -> skipped(source, why, count));
        Timer.builder("zhengai.intake.batch")
                .tags("source", source, "way", way)
                .description("From the first byte of a batch to its receipt")
                .register(registry)
                .record(took);
    }

    @Override
    public void skipped(String source, Skip why, long count) {
        registry.counter("zhengai.intake.skipped", "source", source, "why", why.name())
                .increment((double) count);
    }

    /** Readings that said again what was known, and were merged. */
    void repeated(String source, long readings) {
        Counter.builder("zhengai.readings.repeated")
                .description("Readings that said again what was known, counted when they are merged")
                .tag("source", source)
                .register(registry)
                .increment((double) readings);
    }

    @Override
    public void answered(String source, RejectionStanding.Status status, long rejections) {
        registry.counter("zhengai.rejections.answered", "source", source, "status", status.name())
                .increment((double) rejections);
    }

    @Override
    public void refused(String source, String way, String why) {
        registry.counter("zhengai.intake.refused", "source", source, "way", way, "why", why)
                .increment();
    }

    @Override
    public void evaluated(long readings) {
        evaluated.increment((double) readings);
    }

    @Override
    public void late(long readings) {
        late.increment((double) readings);
    }

    @Override
    public void refolded(long series) {
        refolded.increment((double) series);
    }

    @Override
    public void lag(Duration lag) {
        lagSeconds = lag.toMillis() / 1000.0;
    }

    /** How far the warner is behind what was taken in. */
    public Duration lag() {
        return Double.isNaN(lagSeconds) ? Duration.ZERO : Duration.ofMillis(Math.round(lagSeconds * 1000));
    }
}
