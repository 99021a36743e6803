package cn.zhengai.console.page;

import cn.zhengai.console.board.OpenCount;
import cn.zhengai.console.board.OpenGroup;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.board.SeriesLook.Watched;
import cn.zhengai.console.board.WarningSearch.Wanted;
import cn.zhengai.console.chart.Sparkline;
import cn.zhengai.console.wording.Figures;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warnings as rows of a table; those of persons only as numbers. */
public final class WarningRows {
    /** How much of the past a sparkline shows. */
    private static final Duration SIGHT = Duration.ofDays(120);

    private static final int SPARKS = 60;
    private static final int GATHERED = 1000;

    private final Records records;

    WarningRows(Records records) {
        this.records = records;
    }

    /**
     * One warning.
     *
     * @param subject name, or words for a person whose name is withheld
     * @param value at the raising reading; empty when withheld
     * @param now newest value; empty when withheld or none
     */
    public record Row(
            Warning warning,
            String subject,
            String point,
            String unit,
            String level,
            Optional<String> value,
            Optional<String> now,
            String standard,
            String line,
            Optional<Sparkline> spark) {}

    /** Levels whose warnings are listed one by one. */
    Set<Level> listed() {
        return records.listed();
    }

    /** Open ones, gravest first, then newest. */
    List<Row> gravest(int most) {
        return records.warnings().find(Wanted.open(listed(), true, GATHERED)).warnings().stream()
                .sorted(Comparator.comparing(Warning::severity)
                        .thenComparing(Warning::raisedAt)
                        .reversed())
                .limit(most)
                .map(this::row)
                .toList();
    }

    /** Of the listed levels. */
    long openOf(Severity severity) {
        return records.warnings().find(Wanted.open(listed(), true, GATHERED)).warnings().stream()
                .filter(w -> w.severity() == severity)
                .count();
    }

    /** Of a level; where its persons are withheld, as far as its points' numbers are shown. */
    OpenCount open(Level level) {
        if (!records.discretion().hides(level)) {
            return new OpenCount(
                    records.warnings()
                            .find(Wanted.open(Set.of(level), false, 1))
                            .total(),
                    false);
        }
        return records.openOfPersons(level).stream()
                .map(g -> g.count().map(n -> new OpenCount(n, false)).orElse(new OpenCount(0, true)))
                .reduce(OpenCount.NONE, OpenCount::plus);
    }

    /** Open warnings of the levels whose persons are withheld, by point. */
    List<OpenGroup> groups() {
        return Arrays.stream(Level.values())
                .filter(l -> records.discretion().hides(l))
                .flatMap(l -> records.openOfPersons(l).stream())
                .toList();
    }

    Row row(Warning warning) {
        LinesBook book = records.board().now().lines();
        Catalogue catalogue = book.catalogue();
        Optional<String> source = warning.source();
        if (source.isPresent()) {
            return ofSource(warning, source.get(), catalogue);
        }
        Optional<ControlPoint> point = catalogue.point(warning.point());
        Optional<Subject> subject = catalogue.subject(warning.subject());
        boolean hidden = records.discretion().hides(catalogue, warning);
        Optional<Watched> watched =
                hidden ? Optional.empty() : records.series().find(warning.point(), warning.subject());
        List<Logged> recent = watched.map(this::recent).orElse(List.of());
        Optional<ThreeLines> lines = point.flatMap(
                p -> subject.map(s -> book.at(p, s, warning.raisedAt().toEpochMilli())));
        return new Row(
                warning,
                hidden ? "（姓名不在此处显示）" : subject.map(Subject::name).orElse(warning.subject()),
                point.map(ControlPoint::name).orElse(warning.point()),
                subject.filter(s -> !records.discretion().hidesUnit(catalogue, warning.point(), s.unit()))
                        .flatMap(s -> catalogue.tree().unit(s.unit()))
                        .map(OrgUnit::name)
                        .orElse("—"),
                point.map(p -> p.level().chinese()).orElse("—"),
                hidden || warning.kind() == WarningKind.NO_DATA
                        ? Optional.empty()
                        : point.map(p -> Figures.of(p, warning.raisedValue())),
                last(recent).flatMap(l -> point.map(p -> Figures.of(p, l.reading()))),
                point.flatMap(p -> lines.map(l -> Figures.line(p, l.standard())))
                        .orElse("—"),
                point.flatMap(p -> lines.map(l -> Figures.line(p, l.warning()))).orElse("—"),
                Sparkline.of(
                        recent.stream().map(l -> number(l.reading().position())).toList(),
                        lines.map(l -> number(2 * l.warning().figure()))));
    }

    private static Row ofSource(Warning warning, String source, Catalogue catalogue) {
        Optional<SourceMapping> mapping =
                Optional.ofNullable(catalogue.sources().get(source));
        return new Row(
                warning,
                mapping.map(SourceMapping::name).orElse(source),
                warning.point().equals(Warning.WHOLE_SOURCE)
                        ? "整个来源"
                        : catalogue
                                .point(warning.point())
                                .map(ControlPoint::name)
                                .orElse(warning.point()),
                mapping.flatMap(SourceMapping::owner)
                        .flatMap(catalogue.tree()::unit)
                        .map(OrgUnit::name)
                        .orElse("—"),
                "数据来源",
                Optional.of(Micros.text(Math.floorDiv(warning.raisedValue(), 2L)) + " 个序列"),
                Optional.empty(),
                "—",
                "—",
                Optional.empty());
    }

    private List<Logged> recent(Watched watched) {
        long now = records.time().millis();
        List<Logged> all = records.series().read(watched, now - SIGHT.toMillis(), Long.MAX_VALUE, ReadingStore.NOW);
        return all.size() > SPARKS ? all.subList(all.size() - SPARKS, all.size()) : all;
    }

    private static Optional<Logged> last(List<Logged> logged) {
        return logged.isEmpty() ? Optional.empty() : Optional.of(logged.get(logged.size() - 1));
    }

    /** For drawing only. */
    static double number(long position) {
        return position / 2_000_000.0;
    }
}
