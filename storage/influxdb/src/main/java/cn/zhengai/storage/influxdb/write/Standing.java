package cn.zhengai.storage.influxdb.write;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.storage.influxdb.table.Chain;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands in the store about one series and instant. */
final class Standing {
    private final Chain chain = new Chain();
    private final Set<Long> history = new HashSet<>();
    private @Nullable Logged shown;

    /** It is in the history. */
    void history(Logged logged) {
        history.add(logged.seq());
        chain.keep(logged);
    }

    /** It is shown as the one in force. */
    void shown(Logged logged) {
        shown = logged;
    }

    /** All of it put together; what is shown counts as the history has it, when it has. */
    Chain chain() {
        if (shown != null) {
            chain.keep(shown);
        }
        return chain;
    }

    /** All of the chain is in the history. */
    boolean hasHistory() {
        return chain.all().stream().allMatch(logged -> history.contains(logged.seq()));
    }

    /** This one is shown as the one in force. */
    boolean shows(Logged logged) {
        return shown != null && shown.seq() == logged.seq();
    }
}
