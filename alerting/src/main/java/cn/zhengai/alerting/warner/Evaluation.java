package cn.zhengai.alerting.warner;

import cn.zhengai.alerting.engine.SeriesFold;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One delivery, from readings to a turn. Quiet readings end at {@link SeriesTable#still}; the series of the others are
 * folded one by one, those with a late reading from their history. When it throws, the table is spoilt and must be
 * loaded anew; nothing was kept.
 */
final class Evaluation {
    /** Series asked for in one call when no history is needed. */
    private static final int ONWARD_AT_ONCE = 4096;

    private final Ports ports;
    private final SeriesTable table;
    private final Portion portion;
    private final WarnerMeter meter;
    private final Map<Series, Moving> moving = new LinkedHashMap<>();
    private final Draft draft = new Draft();

    Evaluation(Ports ports, Partition partition, WarnerMeter meter) {
        this.ports = ports;
        this.table = partition.table();
        this.portion = partition.portion();
        this.meter = meter;
    }

    Turn run(Delivery delivery) {
        sortOut(delivery.readings());
        recallStill(delivery.readings());
        Knowledge before = Knowledge.in(delivery.partition(), delivery.after());
        List<Moving> onward = moving.values().stream().filter(m -> !m.late()).toList();
        for (int from = 0; from < onward.size(); from += ONWARD_AT_ONCE) {
            fold(onward.subList(from, Math.min(onward.size(), from + ONWARD_AT_ONCE)), before);
        }
        List<Moving> late = moving.values().stream().filter(Moving::late).toList();
        for (int from = 0; from < late.size(); ) {
            int to = Math.min(late.size(), from + portion.series());
            fold(late.subList(from, to), before);
            from = to;
        }
        return draft.turn(delivery.partition(), delivery.after(), delivery.upTo(), Map.of());
    }

    private void sortOut(List<Logged> readings) {
        long late = 0;
        for (int i = 0; i < readings.size(); i++) {
            Logged logged = readings.get(i);
            late += table.late(logged.reading()) ? 1 : 0;
            if (!table.still(logged.reading(), logged.head().history())) {
                Series series = logged.reading().series();
                moving.computeIfAbsent(series, s -> new Moving(s, table.newest(s)))
                        .add(logged);
            }
        }
        meter.evaluated(readings.size());
        meter.late(late);
    }

    /** The store is asked for what came before this delivery: what was still in it is part of the history too. */
    private void recallStill(List<Logged> readings) {
        if (moving.values().stream().noneMatch(Moving::late)) {
            return;
        }
        for (Logged logged : readings) {
            if (table.moving(logged.reading().series())) {
                Moving one = moving.get(logged.reading().series());
                if (one != null && one.late()) {
                    one.addIfStill(logged);
                }
            }
        }
    }

    private void fold(List<Moving> chunk, Knowledge before) {
        List<Series> late =
                chunk.stream().filter(Moving::late).map(Moving::series).toList();
        Recall recall = Recall.of(ports, late, before);
        Map<String, List<Warning>> standing = recall.warnings(chunk.stream()
                .filter(m -> m.late() || table.open(m.series()))
                .map(Moving::series)
                .toList());
        meter.refolded(late.size());
        portion.took(late.size(), recall.size());
        for (Moving one : chunk) {
            List<Warning> own = standing.getOrDefault(one.series().key(), List.of());
            SeriesFold fold = one.late() ? fromHistory(one, recall, own) : goOn(one, own);
            one.readings().forEach(fold::take);
            keep(fold);
        }
    }

    private SeriesFold goOn(Moving one, List<Warning> own) {
        Series s = one.series();
        var open = own.stream().filter(w -> w.status().open()).findFirst();
        return SeriesFold.goOn(s, table.rule(s).orElseThrow(), table.phase(s, open), open, table.newest(s));
    }

    private SeriesFold fromHistory(Moving one, Recall recall, List<Warning> own) {
        Series s = one.series();
        return SeriesFold.ofHistory(
                s, table.rule(s).orElseThrow(), one.before(recall.readings(s)), own, recall::isWarning);
    }

    /** Only what changed goes into the turn. */
    private void keep(SeriesFold fold) {
        Series s = fold.series();
        boolean watched = table.watched(s);
        boolean busy = fold.open().isPresent()
                || fold.phase().run().count() > 0
                || !fold.changed().isEmpty();
        boolean moved = !fold.phase().run().equals(table.run(s)) || fold.open().isPresent() != table.open(s);
        if (moved || !fold.facts().isEmpty() || (busy && !watched)) {
            draft.add(fold.state());
        }
        draft.add(fold.changed(), fold.facts());
        table.put(s, fold.phase().run(), fold.open(), watched || busy, fold.newest());
    }
}
