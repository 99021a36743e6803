package cn.zhengai.server.migrate;

import cn.zhengai.alerting.engine.FactPlace;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.assessment.breakdown.KeptKnowledge;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.storage.jdbc.LedgerPlace;
import cn.zhengai.storage.jdbc.LedgerRow;
import cn.zhengai.storage.jdbc.LedgerTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Both sides read back and held against each other: counts, and digests over every reading ever logged, in its order
 * within its series, and over every row of the ledger. What says something in numbers of a log is left out of the digests,
 * as those are others on purpose.
 */
final class Comparison {
    private final Side before;
    private final Side after;
    private final Progress progress;
    private final List<Report.Line> lines = new ArrayList<>();

    Comparison(Side before, Side after, Progress progress) {
        this.before = before;
        this.after = after;
        this.progress = progress;
    }

    Report run() {
        ReadingStore.Counts was = before.store().counts();
        ReadingStore.Counts is = after.store().counts();
        lines.add(Report.Line.of("序列", was.series(), is.series()));
        lines.add(Report.Line.of("有效采集值", was.inForce(), is.inForce()));
        lines.add(Report.Line.of("被取代的采集值", was.superseded(), is.superseded()));
        lines.add(Report.Line.of("采集值摘要", readings(before, "核对原采集值（序列）"), readings(after, "核对新采集值（序列）")));
        progress.begin("核对台账", 0);
        Map<String, Tally> ledgerBefore = rows(before.ledger());
        Map<String, Tally> ledgerAfter = rows(after.ledger());
        for (String table : ledgerBefore.keySet().stream().sorted().toList()) {
            Tally one = ledgerBefore.get(table);
            Tally other = ledgerAfter.getOrDefault(table, new Tally());
            if (one != null) {
                lines.add(Report.Line.of("台账 " + table, one.count(), other.count()));
                lines.add(Report.Line.of("台账 " + table + " 摘要", one.digest(), other.digest()));
            }
        }
        lines.add(positions());
        return new Report(lines);
    }

    private String readings(Side side, String step) {
        Chunks chunks = new Chunks(side.store());
        progress.begin(step, chunks.series());
        Tally tally = new Tally();
        long[] done = new long[1];
        chunks.each((series, history) -> {
            Map<Series, Integer> places = new HashMap<>();
            history.forEach(logged ->
                    tally.add(words(logged, places.merge(logged.reading().series(), 1, Integer::sum))));
            done[0] += series.size();
            progress.at(done[0]);
        });
        return tally.digest();
    }

    private static String words(Logged logged, int placeInSeries) {
        Reading r = logged.reading();
        BatchHead head = logged.head();
        return String.join(
                "\n",
                r.series().key(),
                placeInSeries + " " + r.at() + " " + r.position() + " " + r.numerator() + " " + r.denominator() + " "
                        + r.revision() + " " + r.row(),
                head.id(),
                head.source(),
                head.recordedAt() + " " + head.history(),
                head.reason().orElse(""));
    }

    private static Map<String, Tally> rows(LedgerPlace ledger) {
        Map<String, Tally> tables = new HashMap<>();
        for (String table : LedgerTables.rows(ledger).keySet()) {
            Tally tally = new Tally();
            LedgerTables.each(ledger, table, row -> withoutPlaces(row).ifPresent(plain -> tally.add(words(plain))));
            tables.put(table, tally);
        }
        return tables;
    }

    /** What both sides must have alike; empty when it is of one side alone. */
    static Optional<LedgerRow> withoutPlaces(LedgerRow row) {
        return switch (row.table()) {
            case "place", "mark" ->
                Homely.isOfItsHome(row) || Homely.isOfTheWarner(row) ? Optional.empty() : Optional.of(row);
            case "series_state" -> Optional.of(row.with("part", 0L));
            case "fact" ->
                Optional.of(FactPlace.of(row.text("fact_id"))
                        .filter(place -> Translation.caused(row))
                        .map(place -> row.with("fact_id", place.fact()))
                        .orElse(row));
            case "assessment" ->
                Optional.of(row.with("document", KeptKnowledge.moved(row.text("document"), known -> Knowledge.NONE)));
            default -> Optional.of(row);
        };
    }

    private static String words(LedgerRow row) {
        StringBuilder words = new StringBuilder();
        row.values().forEach((column, value) -> {
            String text = value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
            words.append(column)
                    .append(value == null ? '-' : '=')
                    .append(text.length())
                    .append(' ')
                    .append(text)
                    .append('\n');
        });
        return words.toString();
    }

    /** Everything there was evaluated, and so it is here. */
    private Report.Line positions() {
        Knowledge end = after.log().end();
        try (Ledger ledger = after.ledger().open()) {
            Knowledge evaluated =
                    new Knowledge(IntStream.range(0, after.partitioning().partitions())
                            .mapToObj(partition -> ledger.warnings().position(Warner.CONSUMER, partition))
                            .toList());
            return Report.Line.of("预警计算到日志末尾", end.text(), evaluated.text());
        }
    }
}
