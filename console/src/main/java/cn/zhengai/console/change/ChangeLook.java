package cn.zhengai.console.change;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.Measured;
import cn.zhengai.console.board.AssessmentShelf;
import cn.zhengai.console.board.Discretion;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.change.ChangeList.Item;
import cn.zhengai.console.change.ChangeList.Stale;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeCount;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for changes through the catalogue; those of persons are counted and not listed. */
public final class ChangeLook {
    private static final int WARNINGS = 20;

    private final Records records;
    private final AssessmentShelf shelf;

    public ChangeLook(Records records, AssessmentShelf shelf) {
        this.records = records;
        this.shelf = shelf;
    }

    /** Since a state of knowledge until now. */
    public ChangeList since(Knowledge since, int offset, int limit) {
        Knowledge until = records.readings().known();
        Predicate<ControlPoint> hidden = point -> records.discretion().hides(point.level());
        Set<String> listed = points(hidden.negate());
        List<ChangeCount> counts = records.readings().changed(ChangeQuery.of(since, until, listed, 0));
        long personal = total(records.readings().changed(ChangeQuery.of(since, until, points(hidden), 0)));
        ChangeQuery page = new ChangeQuery(since, until, listed, Long.MIN_VALUE, Long.MAX_VALUE, offset, limit);
        return new ChangeList(
                since,
                until,
                counts,
                personal > 0 && personal < Discretion.SMALLEST_GROUP ? Optional.empty() : Optional.of(personal),
                total(counts),
                records.readings().changes(page).stream().map(this::item).toList(),
                stale(until));
    }

    private Set<String> points(Predicate<ControlPoint> wanted) {
        return records.catalogue().get().points().values().stream()
                .filter(wanted)
                .map(ControlPoint::id)
                .collect(Collectors.toSet());
    }

    private static long total(List<ChangeCount> counts) {
        return counts.stream().mapToLong(ChangeCount::count).sum();
    }

    private Item item(Change change) {
        Series series = change.after().reading().series();
        return new Item(change, records.series().find(series.point(), series.subject()), warnings(series, change));
    }

    /** A fact's id ends in the place of its cause in the log. */
    private List<Warning> warnings(Series series, Change change) {
        String cause = "-" + change.after().seq();
        WarningLedger ledger = records.ledger().warnings();
        return ledger
                .find(new WarningLedger.Query(
                        Optional.empty(),
                        Optional.of(series.point()),
                        List.of(series.subject()),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        WARNINGS))
                .stream()
                .filter(w -> ledger.factsOf(w.id()).stream().anyMatch(f -> f.id().endsWith(cause)))
                .toList();
    }

    private List<Stale> stale(Knowledge until) {
        Catalogue catalogue = records.catalogue().get();
        List<Stale> found = new ArrayList<>();
        for (Cycle cycle : catalogue.cycles().values()) {
            Optional<CollegeAssessment> kept = shelf.newest(cycle.id());
            if (kept.isPresent()) {
                long changes = total(records.readings().changed(missed(kept.get(), catalogue, cycle, until)));
                if (changes > 0) {
                    found.add(new Stale(cycle.id(), cycle.name(), kept.get().computedAt(), changes));
                }
            }
        }
        return found;
    }

    private ChangeQuery missed(CollegeAssessment kept, Catalogue catalogue, Cycle cycle, Knowledge until) {
        Knowledge known = kept.knowledge().orElseGet(() -> records.readings().knownAt(kept.asOf()));
        Set<String> points = Stream.concat(kept.departments().stream(), kept.otherUnits().stream())
                .map(DepartmentAssessment::goals)
                .flatMap(List::stream)
                .flatMap(goal -> goal.measured().stream())
                .map(Measured::point)
                .collect(Collectors.toSet());
        return new ChangeQuery(
                known, until, points, cycle.fromMillis(catalogue.zone()), cycle.untilMillis(catalogue.zone()), 0, 0);
    }
}
