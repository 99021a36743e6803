package cn.zhengai.benchmarks.inside;

import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger that knows the position and nothing else: what a warner itself costs can be seen beside it. */
final class Forgetful implements WarningLedger {
    private long position;

    @Override
    public long position(String consumer, int partition) {
        return position;
    }

    @Override
    public void keep(Turn turn) {
        position = turn.to();
    }

    @Override
    public void states(int partition, Consumer<SeriesState> sink) {}

    @Override
    public Optional<String> mark(String name) {
        return Optional.empty();
    }

    @Override
    public List<Fact> facts(long after, int most) {
        return List.of();
    }

    @Override
    public List<Fact> factsOf(String warning) {
        return List.of();
    }

    @Override
    public Optional<Warning> warning(String id) {
        return Optional.empty();
    }

    @Override
    public List<Warning> ofSeries(Collection<String> seriesKeys) {
        return List.of();
    }

    @Override
    public List<Warning> find(Query query) {
        return List.of();
    }

    @Override
    public long count(Query query) {
        return 0;
    }

    @Override
    public Optional<Warning> acknowledge(String id, Warning.Acknowledgement acknowledgement) {
        return Optional.empty();
    }
}
