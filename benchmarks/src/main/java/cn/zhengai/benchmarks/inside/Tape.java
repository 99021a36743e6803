package cn.zhengai.benchmarks.inside;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A log that plays readings it is given, one part a poll, to its only member. */
final class Tape implements MessageLog {
    private final Supplier<List<Logged>> parts;
    private long position;

    /** @param parts what comes next, by seq without gaps; empty when there is nothing */
    Tape(Supplier<List<Logged>> parts) {
        this.parts = parts;
    }

    @Override
    public void append(List<Batch> batches) {
        throw new UnsupportedOperationException("a tape is played only");
    }

    @Override
    public Knowledge end() {
        return Knowledge.in(0, position);
    }

    @Override
    public Subscription subscribe(String group, Assignment assignment) {
        assignment.assigned(0);
        return new Subscription() {
            @Override
            public Delivery poll(int most, Duration patience) {
                List<Logged> part = parts.get();
                long after = position;
                position += part.size();
                return new Delivery(0, after, position, part);
            }

            @Override
            public void commit(int partition, long upTo) {}

            @Override
            public void wake() {}

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
