package cn.zhengai.server.migrate;

import cn.zhengai.assessment.breakdown.KeptKnowledge;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.jdbc.LedgerPlace;
import cn.zhengai.storage.jdbc.LedgerTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a ledger says about places in the log.
 *
 * @param causes of facts, asked for
 * @param knowledge of kept assessments, each once
 * @param rules the warner's remarks
 */
record Referred(CausePlaces causes, Set<Knowledge> knowledge, List<Homely.Rules> rules) {

    static Referred in(LedgerPlace ledger, SeriesIndex index) {
        CausePlaces causes = new CausePlaces();
        LedgerTables.each(ledger, "fact", row -> {
            if (Translation.caused(row)) {
                causes.ask(index.of(row.text("point"), row.text("subject")), row.text("fact_id"));
            }
        });
        Set<Knowledge> knowledge = new HashSet<>();
        LedgerTables.each(
                ledger,
                "assessment",
                row -> KeptKnowledge.of(row.text("document")).ifPresent(knowledge::add));
        List<Homely.Rules> rules = new ArrayList<>();
        LedgerTables.each(ledger, "mark", row -> {
            if (Homely.isOfTheWarner(row)) {
                rules.add(Homely.rules(row));
            }
        });
        return new Referred(causes, knowledge, rules);
    }
}
