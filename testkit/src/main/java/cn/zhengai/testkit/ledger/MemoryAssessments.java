package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.AssessmentLedger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Assessments in a list, in the order they were kept. */
final class MemoryAssessments implements AssessmentLedger {
    private final List<Kept> kept = new ArrayList<>();

    @Override
    public synchronized void keep(Kept assessment) {
        if (kept.stream().noneMatch(known -> key(known).equals(key(assessment)))) {
            kept.add(assessment);
        }
    }

    @Override
    public synchronized Optional<Kept> newest(String cycle) {
        return newestFirst(cycle).stream().findFirst();
    }

    @Override
    public synchronized List<Kept> history(String cycle) {
        return newestFirst(cycle).stream().map(MemoryAssessments::key).toList();
    }

    private List<Kept> newestFirst(String cycle) {
        List<Kept> lastKeptFirst = new ArrayList<>();
        for (Kept one : kept) {
            if (one.cycle().equals(cycle)) {
                lastKeptFirst.add(0, one);
            }
        }
        lastKeptFirst.sort(Comparator.comparing(Kept::computedAt).reversed());
        return lastKeptFirst;
    }

    private static Kept key(Kept one) {
        return new Kept(one.cycle(), one.computedAt(), one.catalogue(), one.digest(), "");
    }
}
