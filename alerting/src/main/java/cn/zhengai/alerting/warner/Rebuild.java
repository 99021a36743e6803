package cn.zhengai.alerting.warner;

import cn.zhengai.alerting.engine.Abandoned;
import cn.zhengai.alerting.engine.Cause;
import cn.zhengai.alerting.engine.Run;
import cn.zhengai.alerting.engine.SeriesFold;
import cn.zhengai.alerting.rule.Rule;
import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Warning;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings warnings in line with new rules: every series of a point whose digest differs from the one marked in the ledger
 * is folded again from its history, in pieces of a turn each; the marks are kept last. Broken off, it begins anew, and
 * what was kept already changes nothing again. Tells nobody.
 */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Ports ports;
    private final InstantSource time;
    private final WarnerMeter meter;

    Rebuild(Ports ports, InstantSource time, WarnerMeter meter) {
        this.ports = ports;
        this.time = time;
        this.meter = meter;
    }

    /** @param book the rules the table uses */
    void run(Partition partition, RuleBook book) {
        List<Series> read = ports.index().since(0).stream()
                .filter(partition.table()::seen)
                .filter(series -> ports.store().partitionOf(series) == partition.number())
                .toList();
        Map<String, String> changed = changed(partition, book, read);
        List<Series> affected = read.stream()
                .filter(s -> changed.containsKey(s.point()) || orphaned(partition, s) || returned(partition, s))
                .toList();
        if (!affected.isEmpty()) {
            LOG.info("规则有变化，重新推算预警：质控点 {} 个，序列 {} 条", changed.size(), affected.size());
        }
        for (int from = 0; from < affected.size(); ) {
            int to = Math.min(affected.size(), from + partition.portion().series());
            judgeAnew(partition, book, affected.subList(from, to));
            from = to;
        }
        if (!changed.isEmpty()) {
            Map<String, String> marks = new LinkedHashMap<>();
            changed.forEach((point, digest) -> marks.put(mark(partition, point), digest));
            ports.ledger()
                    .keep(new Draft().turn(partition.number(), partition.position(), partition.position(), marks));
        }
    }

    private static boolean orphaned(Partition partition, Series series) {
        return partition.table().open(series) && partition.table().rule(series).isEmpty();
    }

    private static boolean returned(Partition partition, Series series) {
        return partition.givenUp(series) && partition.table().rule(series).isPresent();
    }

    /** New digests by point, where the ledger has another mark; no mark means no rules. */
    private Map<String, String> changed(Partition partition, RuleBook book, List<Series> read) {
        Set<String> points = new TreeSet<>(book.points());
        read.forEach(s -> points.add(s.point()));
        Map<String, String> changed = new LinkedHashMap<>();
        for (String point : points) {
            String kept = ports.ledger().mark(mark(partition, point)).orElse(RuleBook.NO_RULES);
            if (!kept.equals(book.digest(point))) {
                changed.put(point, book.digest(point));
            }
        }
        return changed;
    }

    private static String mark(Partition partition, String point) {
        return Warner.CONSUMER + "/rules/" + partition.number() + "/" + point;
    }

    private void judgeAnew(Partition partition, RuleBook book, List<Series> piece) {
        Recall recall = Recall.of(ports, piece, partition.known());
        Map<String, List<Warning>> standing = recall.warnings(piece);
        Draft draft = new Draft();
        for (Series series : piece) {
            List<Warning> own = standing.getOrDefault(series.key(), List.of());
            Cause cause = Cause.rules(book.digest(series.point()), time.instant());
            Optional<Rule> rule = partition.table().rule(series);
            if (rule.isPresent()) {
                SeriesFold fold =
                        SeriesFold.ofHistory(series, rule.get(), recall.readings(series), own, recall::isWarning);
                fold.judgeAnew(cause);
                keep(partition.table(), draft, fold);
            } else {
                abandon(
                        partition.table(),
                        draft,
                        series,
                        new Abandoned(series, own, partition.table().newest(series), cause));
            }
        }
        ports.ledger().keep(draft.turn(partition.number(), partition.position(), partition.position(), Map.of()));
        meter.refolded(piece.size());
        partition.portion().took(piece.size(), recall.size());
    }

    private static void keep(SeriesTable table, Draft draft, SeriesFold fold) {
        Series s = fold.series();
        boolean busy = fold.open().isPresent()
                || fold.phase().run().count() > 0
                || !fold.changed().isEmpty();
        boolean watched = table.watched(s) || busy;
        if (watched) {
            draft.add(fold.state());
        }
        draft.add(fold.changed(), fold.facts());
        table.put(s, fold.phase().run(), fold.open(), watched, fold.newest());
    }

    private static void abandon(SeriesTable table, Draft draft, Series series, Abandoned abandoned) {
        if (table.watched(series)) {
            draft.add(abandoned.state());
        }
        draft.add(abandoned.changed(), abandoned.facts());
        table.put(series, Run.NONE, Optional.empty(), table.watched(series), table.newest(series));
    }
}
