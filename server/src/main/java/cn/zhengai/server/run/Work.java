package cn.zhengai.server.run;

import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.warning.Notice;

/** How much accepted work is not yet done: readings to evaluate, facts to route, notices to send. */
public final class Work {
    private static final int SOME = 1000;
    private final Stores stores;

    public Work(Stores stores) {
        this.stores = stores;
    }

    /** Readings in the log that the warner has not dealt with. */
    public long readings() {
        return stores.readings().lastSeq() - stores.ledger().warnings().position(Warner.CONSUMER, 0);
    }

    /** All of it; facts are counted up to a thousand. */
    public long left() {
        Ledger ledger = stores.ledger();
        int facts = ledger.warnings().facts(ledger.outbox().routedUpTo(), SOME).size();
        return readings() + facts + ledger.outbox().counts().getOrDefault(Notice.State.WAITING, 0L);
    }
}
