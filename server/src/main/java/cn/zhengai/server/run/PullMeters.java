package cn.zhengai.server.run;

import cn.zhengai.collector.pull.Compared;
import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.collector.pull.PullMeter;
import cn.zhengai.core.port.Trouble;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Binds what pulling counts to Micrometer; names {@code zhengai.pull.*}, by source. */
final class PullMeters implements PullMeter {
    private final MeterRegistry registry;
    private final InstantSource time;
    private final Map<String, AtomicLong> lastComplete = new ConcurrentHashMap<>();

    PullMeters(MeterRegistry registry, InstantSource time) {
        this.registry = registry;
        this.time = time;
    }

    @Override
    public void pulled(String source, PullCount count) {
        count("zhengai.pull.rows", source, count.read());
        count("zhengai.pull.fresh", source, count.fresh());
        if (count.complete()) {
            lastComplete.computeIfAbsent(source, this::gauge).set(time.millis());
        }
    }

    private AtomicLong gauge(String source) {
        AtomicLong at = new AtomicLong(time.millis());
        Gauge.builder(
                        "zhengai.pull.behind",
                        at,
                        last -> (time.millis() - last.get()) / (double) TimeUnit.SECONDS.toMillis(1))
                .description("Since everything there was had been pulled")
                .baseUnit("seconds")
                .tag("source", source)
                .register(registry);
        return at;
    }

    @Override
    public void compared(String source, Compared found) {
        count("zhengai.pull.compared.spans", source, found.spans());
        count("zhengai.pull.compared.differing", source, found.differing());
        count("zhengai.pull.compared.fresh", source, found.fresh());
        count("zhengai.pull.compared.vanished", source, found.vanished());
    }

    private void count(String name, String source, long more) {
        registry.counter(name, "source", source).increment((double) more);
    }

    @Override
    public void failed(String source, Trouble trouble) {
        registry.counter("zhengai.pull.failures", "source", source, "trouble", trouble.name())
                .increment();
    }
}
