package cn.zhengai.alerting.warner;

import cn.zhengai.alerting.engine.Caused;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What one turn will change, gathered series by series; facts come out in the order of the log. */
final class Draft {
    private final List<SeriesState> states = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Caused> facts = new ArrayList<>();

    void add(SeriesState state) {
        states.add(state);
    }

    void add(Collection<Warning> changed, List<Caused> happened) {
        warnings.addAll(changed);
        facts.addAll(happened);
    }

    Turn turn(int partition, long from, long to, Map<String, String> marks) {
        List<Fact> inOrder = facts.stream()
                .sorted(Comparator.comparingLong(Caused::seq))
                .map(Caused::fact)
                .toList();
        return new Turn(Warner.CONSUMER, partition, from, to, states, warnings, inOrder, marks);
    }
}
