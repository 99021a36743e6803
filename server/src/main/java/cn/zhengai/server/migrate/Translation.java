package cn.zhengai.server.migrate;

import cn.zhengai.assessment.breakdown.KeptKnowledge;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.WarningKind;
import cn.zhengai.storage.jdbc.LedgerRow;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the ledger says in numbers of the log, said in those of another: positions, remarks about the rules, partitions of
 * series, causes of facts, knowledge of assessments. Everything else is copied as it is; what binds a ledger to its home is
 * left out.
 *
 * @param partition of a series in the other log
 */
record Translation(CausePlaces causes, UnaryOperator<Knowledge> knowledge, Function<Series, Integer> partition)
        implements Function<LedgerRow, List<LedgerRow>> {

    @Override
    public List<LedgerRow> apply(LedgerRow row) {
        return switch (row.table()) {
            case "place", "mark" -> Homely.isOfItsHome(row) || Homely.isOfTheWarner(row) ? List.of() : List.of(row);
            case "series_state" -> List.of(row.with("part", (long) partition.apply(series(row))));
            case "fact" -> List.of(caused(row) ? row.with("fact_id", moved(row)) : row);
            case "assessment" -> List.of(row.with("document", KeptKnowledge.moved(row.text("document"), knowledge)));
            default -> List.of(row);
        };
    }

    private String moved(LedgerRow row) {
        return causes.translated(series(row), row.text("fact_id"));
    }

    /** Is it a fact whose cause may be a reading? */
    static boolean caused(LedgerRow row) {
        return row.text("kind").equals(WarningKind.THRESHOLD.name());
    }

    static Series series(LedgerRow row) {
        return Series.named(row.text("point"), row.text("subject"));
    }
}
