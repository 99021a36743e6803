package cn.zhengai.alerting.warner;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger that is away when told so. */
final class FailingLedger implements WarningLedger {
    private final WarningLedger ledger;
    /** The next so many turns are not kept. */
    int refusing;
    /** The next so many turns are kept, but the answer is lost. */
    int losingAnswers;
    /** The next so many questions about warnings fail. */
    int silent;

    FailingLedger(WarningLedger ledger) {
        this.ledger = ledger;
    }

    private static PortException away() {
        return new PortException(Trouble.UNAVAILABLE, "账本暂时不可用");
    }

    @Override
    public void keep(Turn turn) {
        if (refusing > 0) {
            refusing--;
            throw away();
        }
        ledger.keep(turn);
        if (losingAnswers > 0) {
            losingAnswers--;
            throw away();
        }
    }

    @Override
    public List<Warning> ofSeries(Collection<String> seriesKeys) {
        if (silent > 0) {
            silent--;
            throw away();
        }
        return ledger.ofSeries(seriesKeys);
    }

    @Override
    public long position(String consumer, int partition) {
        return ledger.position(consumer, partition);
    }

    @Override
    public void states(int partition, Consumer<SeriesState> sink) {
        ledger.states(partition, sink);
    }

    @Override
    public Optional<String> mark(String name) {
        return ledger.mark(name);
    }

    @Override
    public List<Fact> facts(long after, int most) {
        return ledger.facts(after, most);
    }

    @Override
    public List<Fact> factsOf(String warning) {
        return ledger.factsOf(warning);
    }

    @Override
    public Optional<Warning> warning(String id) {
        return ledger.warning(id);
    }

    @Override
    public List<Warning> find(Query query) {
        return ledger.find(query);
    }

    @Override
    public long count(Query query) {
        return ledger.count(query);
    }

    @Override
    public Optional<Warning> acknowledge(String id, Warning.Acknowledgement acknowledgement) {
        return ledger.acknowledge(id, acknowledgement);
    }
}
