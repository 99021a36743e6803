package cn.zhengai.collector;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log that fails on demand, and counts what was appended. */
public final class TroubledLog implements MessageLog {
    private final MessageLog log;
    private Optional<Trouble> trouble = Optional.empty();
    private Runnable before = () -> {};
    private final List<Integer> sizes = new ArrayList<>();

    public TroubledLog(MessageLog log) {
        this.log = log;
    }

    /** From now on every append fails so, or none when empty. */
    public void fail(Optional<Trouble> with) {
        trouble = with;
    }

    /** Before each append this is done. */
    public void before(Runnable task) {
        before = task;
    }

    /** Readings of each append. */
    public List<Integer> sizes() {
        return sizes;
    }

    @Override
    public void append(List<Batch> batches) {
        before.run();
        trouble.ifPresent(t -> {
            throw new PortException(t, "on demand");
        });
        batches.forEach(b -> sizes.add(b.readings().size()));
        log.append(batches);
    }

    @Override
    public Knowledge end() {
        return log.end();
    }

    @Override
    public Subscription subscribe(String group, Assignment assignment) {
        return log.subscribe(group, assignment);
    }

    @Override
    public void close() {
        log.close();
    }
}
