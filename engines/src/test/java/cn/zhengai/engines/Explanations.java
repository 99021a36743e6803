package cn.zhengai.engines;

import cn.zhengai.assessment.explain.Cut;
import cn.zhengai.assessment.explain.Question;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.server.run.Run;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Why everything is as it is, in words that say nothing of places in a log, but whether they were found. */
final class Explanations {
    private static final int LIMIT = 100;

    private Explanations() {}

    /** Of every warning by its id, and of the kept grade of every department. */
    static Map<String, String> of(Run run) {
        Map<String, String> all = new TreeMap<>();
        for (Fact fact : run.stores().ledger().warnings().facts(0, Integer.MAX_VALUE)) {
            String id = fact.warning().id();
            if (!all.containsKey(id)) {
                all.put(id, said(run.reasons().explain(id, LIMIT).orElseThrow()));
            }
        }
        for (int d = 0; d < ThousandLogs.DEPARTMENTS; d++) {
            all.put(
                    "d" + d,
                    said(run.explanations().grade("d" + d, "2026", new Question(Optional.empty(), new Cut(9, LIMIT)))));
        }
        return all;
    }

    private static String said(Explanation explanation) {
        return explanation
                .toString()
                .replaceAll("Evidence\\[seq=\\d+", "Evidence[seq=…")
                .replaceAll("各?分?区?采集记录第 [\\d、]+ 条", "采集记录第 … 条");
    }
}
