package cn.zhengai.console.board;

import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.core.port.AssessmentLedger.Kept;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest assessment of each cycle, parsed once and redacted for whoever reaches the console. Safe for many threads. */
public final class AssessmentShelf {
    private final AssessmentDesk desk;
    private final Records records;
    private final Map<String, Placed> newest = new ConcurrentHashMap<>();

    public AssessmentShelf(AssessmentDesk desk, Records records) {
        this.desk = desk;
        this.records = records;
    }

    public AssessmentDesk desk() {
        return desk;
    }

    /** Without single persons, unless the operator opened them; empty when the cycle was never assessed. */
    public Optional<CollegeAssessment> newest(String cycle) {
        List<Kept> history = desk.history(cycle);
        if (history.isEmpty()) {
            return Optional.empty();
        }
        Kept wanted = history.get(0);
        Placed placed = newest.get(cycle);
        if (placed == null || !placed.holds(wanted)) {
            Optional<CollegeAssessment> read = desk.newest(cycle).map(this::redacted);
            read.ifPresent(a -> newest.put(cycle, new Placed(wanted, a)));
            return read;
        }
        return Optional.of(placed.assessment());
    }

    /** For strangers. */
    public CollegeAssessment redacted(CollegeAssessment whole) {
        return new Redaction(records.catalogue().get(), records.discretion()).of(whole);
    }

    private record Placed(Kept kept, CollegeAssessment assessment) {
        boolean holds(Kept wanted) {
            return kept.computedAt().equals(wanted.computedAt())
                    && kept.digest().equals(wanted.digest());
        }
    }
}
