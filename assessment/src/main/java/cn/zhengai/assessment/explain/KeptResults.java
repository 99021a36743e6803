package cn.zhengai.assessment.explain;

import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.core.port.AssessmentLedger.Kept;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest kept result of each cycle, parsed once. Safe for use by many threads. */
final class KeptResults {
    private final AssessmentDesk desk;
    private final Map<String, Parsed> newest = new ConcurrentHashMap<>();

    KeptResults(AssessmentDesk desk) {
        this.desk = desk;
    }

    private record Parsed(Kept kept, CollegeAssessment result) {}

    Optional<CollegeAssessment> newest(String cycle) {
        List<Kept> history = desk.history(cycle);
        if (history.isEmpty()) {
            return Optional.empty();
        }
        Parsed parsed = newest.get(cycle);
        if (parsed != null && parsed.kept.equals(history.get(0))) {
            return Optional.of(parsed.result);
        }
        Optional<CollegeAssessment> read = desk.newest(cycle);
        read.ifPresent(result -> newest.put(cycle, new Parsed(history.get(0), result)));
        return read;
    }
}
