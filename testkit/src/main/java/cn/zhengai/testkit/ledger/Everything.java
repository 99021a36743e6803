package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that can be asked of a ledger, to compare two of them. */
final class Everything {
    private static final int ALL = 100_000;

    private Everything() {}

    /** Answers by question. */
    static Map<String, Object> of(Ledger ledger) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("receipts", ledger.intake().sources());
        answers.put("rejections", ledger.intake().find(Intake.Query.all(ALL)));
        answers.put(
                "rejections of one source",
                ledger.intake().find(Intake.Query.all(10).of("source1").page(3, 10)));
        answers.put("open rejections", ledger.intake().open());
        answers.put("routed", ledger.outbox().routedUpTo());
        answers.put("notices", ledger.outbox().recent(ALL));
        answers.put("notice counts", ledger.outbox().counts());
        answers.put("notices waiting", ledger.outbox().waiting());
        answers.put("due", ledger.outbox().due(Samples.hour(100), 20));
        answers.put("assessments", ledger.assessments().history("c0"));
        answers.put("newest assessment", ledger.assessments().newest("c1"));
        ofWarnings(ledger.warnings(), answers);
        return answers;
    }

    private static void ofWarnings(WarningLedger warnings, Map<String, Object> answers) {
        List<SeriesState> states = new ArrayList<>();
        warnings.states(0, states::add);
        states.sort(Comparator.comparing(SeriesState::point).thenComparing(SeriesState::subject));
        answers.put("states", states);
        answers.put("positions", List.of(warnings.position(Samples.WARNER, 0), warnings.position(Samples.WARNER, 1)));
        answers.put("mark", warnings.mark("mark"));
        answers.put("facts", warnings.facts(0, ALL));
        answers.put("facts of one", warnings.factsOf("w1-1"));
        answers.put("of series", warnings.ofSeries(List.of("p1/s1", "p1/s4", "p2/s2", "nothing/here")));
        for (Optional<Boolean> open : List.of(Optional.of(true), Optional.of(false), Optional.<Boolean>empty())) {
            Query query = new Query(
                    open,
                    Optional.of("p1"),
                    List.of("s1", "s4", "s7"),
                    Optional.of(Samples.hour(20)),
                    Optional.of(Samples.hour(150)),
                    1,
                    5);
            answers.put("count, open " + open, warnings.count(query));
            answers.put("find, open " + open, warnings.find(query));
        }
        List<Warning> all = warnings.find(
                new Query(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), 0, ALL));
        answers.put("warnings", all);
    }
}
