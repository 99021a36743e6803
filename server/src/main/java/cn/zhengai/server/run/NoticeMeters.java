package cn.zhengai.server.run;

import cn.zhengai.alerting.dispatch.DispatchMeter;
import cn.zhengai.alerting.routing.RoutingMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Binds what routing and dispatch count to Micrometer; names {@code zhengai.notices.*}. */
final class NoticeMeters implements RoutingMeter, DispatchMeter {
    private final MeterRegistry registry;

    NoticeMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void routed(long notices) {
        registry.counter("zhengai.notices.routed").increment((double) notices);
    }

    @Override
    public void unaddressed(long facts) {
        registry.counter("zhengai.notices.unaddressed").increment((double) facts);
    }

    @Override
    public void delivered(String channel, Duration sinceKnown) {
        Timer.builder("zhengai.notices.delivered")
                .description("From taking in a reading to handing its notice over")
                .tag("channel", channel)
                .publishPercentileHistogram()
                .register(registry)
                .record(sinceKnown);
    }

    @Override
    public void postponed(String channel) {
        registry.counter("zhengai.notices.postponed", "channel", channel).increment();
    }

    @Override
    public void refused(String channel) {
        registry.counter("zhengai.notices.refused", "channel", channel).increment();
    }
}
