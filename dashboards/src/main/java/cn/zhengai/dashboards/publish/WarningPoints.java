package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Warnings and their facts, of series that are no person's and of sources. Who answered is not said. A warning whose point
 * the catalogue does not know might be a person's and is left out.
 */
public final class WarningPoints {
    /** In place of a level: where whoever supplies data looks. */
    private static final String OF_SOURCES = "platform";

    private final Catalogue catalogue;
    private final UnaryOperator<String> link;

    /** @param link makes an address of a path of the console */
    public WarningPoints(Catalogue catalogue, UnaryOperator<String> link) {
        this.catalogue = catalogue;
        this.link = link;
    }

    /** May it be published one by one? */
    public boolean shows(Warning warning) {
        return warning.source().isPresent()
                || catalogue
                        .point(warning.point())
                        .map(p -> !p.level().personal())
                        .orElse(false);
    }

    /**
     * The warning and the step.
     *
     * @param now the warning as it stands, whatever has become of it since that step
     * @param first of the warning's facts: under its instant and number the warning's point is kept
     */
    public List<Point> of(Fact fact, Warning now, Fact first) {
        return shows(fact.warning()) ? List.of(warning(now, first), step(fact)) : List.of();
    }

    private Point warning(Warning warning, Fact first) {
        Place place = placeOf(warning);
        boolean ended = !warning.status().open();
        Point.Draft draft = Point.of(Published.WARNING)
                .tag("level", levelOf(warning))
                .tag("kind", DirectoryPoints.tag(warning.kind()))
                .tag("point", warning.point())
                .text("id", warning.id())
                .text("subject", warning.subject())
                .text("point_name", pointName(warning))
                .text("subject_name", subjectName(warning))
                .text("scope", scopeOf(warning))
                .text("department_name", place.name())
                .text("status", warning.status().chinese())
                .text("kind_text", warning.kind().chinese())
                .text("link", link.apply(Paths.warning(warning.id())))
                .whole("severity", rank(warning.severity()))
                .whole("open", ended ? 0 : 1)
                .whole("answered", warning.acknowledgement().isPresent() ? 1 : 0)
                .whole("raised", warning.raisedAt().toEpochMilli());
        warning.clearedAt()
                .ifPresent(cleared -> draft.whole("cleared", cleared.toEpochMilli())
                        .decimal(
                                "hours",
                                Duration.between(warning.raisedAt(), cleared).toMinutes() / 60.0));
        return draft.atNanos(slot(first.warning().raisedAt(), first));
    }

    private Point step(Fact fact) {
        Warning warning = fact.warning();
        String what = subjectName(warning) + " " + pointName(warning);
        return Point.of(Published.WARNING_FACT)
                .tag("level", levelOf(warning))
                .tag("step", DirectoryPoints.tag(fact.step()))
                .tag("point", warning.point())
                .text("subject", warning.subject())
                .text("scope", scopeOf(warning))
                .text("title", fact.step().chinese() + "：" + what)
                .text(
                        "text",
                        placeOf(warning).name() + "，" + warning.severity().chinese() + "，"
                                + warning.kind().chinese() + valueText(warning))
                .text("link", link.apply(Paths.warning(warning.id())))
                .whole("severity", rank(warning.severity()))
                .whole("number", fact.number())
                .atNanos(slot(spokenOf(fact), fact));
    }

    /** A nanosecond within the millisecond: facts of one instant keep apart by their numbers. */
    private static long slot(Instant at, Fact fact) {
        return Point.nanosOf(at.toEpochMilli()) + fact.number() % Micros.ONE;
    }

    private static Instant spokenOf(Fact fact) {
        Warning warning = fact.warning();
        return switch (fact.step()) {
            case RAISED, ESCALATED -> warning.raisedAt();
            case CLEARED -> warning.clearedAt().orElse(fact.recordedAt());
            case CORRECTED, WITHDRAWN, ACKNOWLEDGED -> fact.recordedAt();
        };
    }

    private String valueText(Warning warning) {
        return warning.source().isPresent()
                ? ""
                : catalogue
                        .point(warning.point())
                        .map(p -> "，" + p.unit().show(Micros.text(Math.floorDiv(warning.raisedValue(), 2))))
                        .orElse("");
    }

    private String levelOf(Warning warning) {
        return warning.source().isPresent()
                ? OF_SOURCES
                : catalogue
                        .point(warning.point())
                        .map(p -> DirectoryPoints.tag(p.level()))
                        .orElse(OF_SOURCES);
    }

    private String pointName(Warning warning) {
        return catalogue.point(warning.point()).map(ControlPoint::name).orElse("全部质控点");
    }

    private String subjectName(Warning warning) {
        Optional<String> source = warning.source();
        if (source.isPresent()) {
            return "来源 " + catalogue.sourceName(source.get());
        }
        return catalogue.subject(warning.subject()).map(Subject::name).orElse(warning.subject());
    }

    private Place placeOf(Warning warning) {
        return catalogue
                .subject(warning.subject())
                .map(s -> Place.of(catalogue, s))
                .orElseGet(() -> Place.root(catalogue));
    }

    private String scopeOf(Warning warning) {
        return Place.scope(
                catalogue,
                catalogue
                        .subject(warning.subject())
                        .map(Subject::unit)
                        .orElse(Place.root(catalogue).id()));
    }

    static int rank(Severity severity) {
        return switch (severity) {
            case BLUE -> 1;
            case YELLOW -> 2;
            case ORANGE -> 3;
            case RED -> 4;
        };
    }
}
