package cn.zhengai.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was measured.
 *
 * @param what names the row
 * @param runs one figure each, in the goal's unit
 */
record Result(String what, Goal goal, List<Double> runs) {
    Result {
        runs = List.copyOf(runs);
    }

    double median() {
        return Figures.median(runs);
    }

    /** Cells: what, goal, measured, all runs, ratio, verdict. */
    List<String> cells() {
        return List.of(
                what,
                goal.text(),
                Figures.text(median()) + " " + goal.unit(),
                runs.stream().map(Figures::text).collect(Collectors.joining("; ")),
                goal.ratio(median()),
                goal.verdict(median()));
    }
}
