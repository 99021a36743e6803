package cn.zhengai.server.run;

import cn.zhengai.core.reading.Reason;
import cn.zhengai.messaging.kafka.rejected.RejectionMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Binds what the log counts to Micrometer. */
final class KafkaMeters implements RejectionMeter {
    private final MeterRegistry registry;

    KafkaMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void rejected(String group, Reason reason) {
        Counter.builder("zhengai.log.rejected")
                .description("Records of the log that are no readings and were kept as dead letters")
                .tags("group", group, "reason", reason.name())
                .register(registry)
                .increment();
    }
}
