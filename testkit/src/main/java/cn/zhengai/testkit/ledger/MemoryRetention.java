package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.RetentionLedger;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.warning.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes things out of the other maps; proofs in a list. */
final class MemoryRetention implements RetentionLedger {
    private final MemoryWarnings warnings;
    private final MemoryOutbox outbox;
    private final MemoryIntake intake;
    private final List<Erasure> erasures = new ArrayList<>();

    MemoryRetention(MemoryWarnings warnings, MemoryOutbox outbox, MemoryIntake intake) {
        this.warnings = warnings;
        this.outbox = outbox;
        this.intake = intake;
    }

    @Override
    public Map<String, Long> needed(Collection<String> points, Instant before) {
        Map<String, Long> first = new HashMap<>();
        warnings.all().stream()
                .filter(one -> points.contains(one.point()) && !ended(one, before))
                .filter(one -> one.status() != Warning.Status.WITHDRAWN)
                .forEach(one -> need(
                        first, one.point() + "/" + one.subject(), one.firstAt().toEpochMilli(), before));
        warnings.allStates().forEach(state -> {
            if (points.contains(state.point()) && (state.run() == 'W' || state.run() == 'S')) {
                need(first, state.point() + "/" + state.subject(), state.runFirst(), before);
            }
        });
        return first;
    }

    private static void need(Map<String, Long> first, String series, long at, Instant before) {
        if (at < before.toEpochMilli()) {
            first.merge(series, at, Math::min);
        }
    }

    private static boolean ended(Warning one, Instant before) {
        return !one.status().open() && one.clearedAt().orElse(one.raisedAt()).isBefore(before);
    }

    @Override
    public long eraseWarnings(Collection<String> points, Instant before) {
        Set<String> gone = warnings.remove(one -> points.contains(one.point()) && ended(one, before));
        outbox.removeOf(gone);
        return gone.size();
    }

    @Override
    public long eraseRejections(Instant before) {
        return intake.forget(before);
    }

    @Override
    public synchronized void keep(Erasure erasure) {
        if (erasures.stream().anyMatch(one -> one.number() == erasure.number())) {
            throw new PortException(Trouble.REFUSED, "已有编号为 " + erasure.number() + " 的清除证明");
        }
        erasures.add(erasure);
    }

    @Override
    public synchronized List<Erasure> erasures() {
        return List.copyOf(erasures);
    }
}
