package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Readings of subjects that are no persons, with band and lines of their own instant. */
public final class StandingPoints {
    private final LinesBook lines;
    private final Catalogue catalogue;
    private final UnaryOperator<String> link;

    /** @param link makes an address of a path of the console */
    public StandingPoints(LinesBook lines, UnaryOperator<String> link) {
        this.lines = lines;
        this.catalogue = lines.catalogue();
        this.link = link;
    }

    /** Ids of the points whose readings are published one by one. */
    public Set<String> points() {
        return catalogue.points().values().stream()
                .filter(OneByOne::of)
                .map(ControlPoint::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Nothing of a series the catalogue does not know, or that is a person's. */
    public List<Point> of(Reading reading) {
        return known(reading) ? List.of(standing(pointOf(reading), subjectOf(reading), reading)) : List.of();
    }

    /** As {@link #of}, of the newest reading of its series: also as what stands now. */
    public List<Point> newest(Reading reading) {
        List<Point> points = new ArrayList<>(of(reading));
        if (!points.isEmpty()) {
            points.add(now(pointOf(reading), subjectOf(reading), reading, true));
        }
        return points;
    }

    /** A series that stood and is no more: its point or subject is gone from a later catalogue. */
    public List<Point> gone(Reading reading) {
        return known(reading) ? List.of(now(pointOf(reading), subjectOf(reading), reading, false)) : List.of();
    }

    private boolean known(Reading reading) {
        ControlPoint point = catalogue.points().get(reading.series().point());
        Subject subject = catalogue.subjects().get(reading.series().subject());
        return point != null && subject != null && OneByOne.of(point, subject);
    }

    private ControlPoint pointOf(Reading reading) {
        return catalogue.point(reading.series().point()).orElseThrow();
    }

    private Subject subjectOf(Reading reading) {
        return catalogue.subject(reading.series().subject()).orElseThrow();
    }

    private Point standing(ControlPoint point, Subject subject, Reading reading) {
        ThreeLines in = lines.at(point, subject, reading.at());
        Point.Draft draft = Point.of(Published.STANDING)
                .tag("level", DirectoryPoints.tag(point.level()))
                .tag("scope", Place.scope(catalogue, subject.unit()))
                .tag("point", point.id())
                .tag("point_name", point.name())
                .tag("subject", subject.id())
                .tag("subject_name", subject.name())
                .decimal("value", display(reading))
                .whole("band", rank(in.band(reading.position())));
        Worded.figures(draft, "target", in.target());
        Worded.figures(draft, "standard", in.standard());
        Worded.figures(draft, "warning", in.warning());
        return draft.at(reading.at());
    }

    private Point now(ControlPoint point, Subject subject, Reading reading, boolean stands) {
        ThreeLines in = lines.at(point, subject, reading.at());
        Place place = Place.of(catalogue, subject);
        return Point.of(Published.SERIES_NOW)
                .tag("level", DirectoryPoints.tag(point.level()))
                .tag("point", point.id())
                .tag("subject", subject.id())
                .text("label", DirectoryPoints.label(subject.name(), subject.id()))
                .text("point_name", point.name())
                .text("subject_name", subject.name())
                .text("scope", Place.scope(catalogue, subject.unit()))
                .text("department_name", place.name())
                .text("value_text", Worded.value(point, reading))
                .text("target_text", Worded.line(point, in.target()))
                .text("standard_text", Worded.line(point, in.standard()))
                .text("warning_text", Worded.line(point, in.warning()))
                .text("link", link.apply(Paths.series(point.id(), subject.id())))
                .decimal("value", display(reading))
                .whole("band", rank(in.band(reading.position())))
                .whole("at", reading.at())
                .truth("active", stands && point.appliesTo(subject))
                .at(0);
    }

    private static double display(Reading reading) {
        return Math.floorDiv(reading.position(), 2) / (double) Micros.ONE;
    }

    /** 4 on target to 1 in warning; 0 unknown. */
    public static int rank(Band band) {
        return switch (band) {
            case ON_TARGET -> 4;
            case ON_STANDARD -> 3;
            case BELOW_STANDARD -> 2;
            case IN_WARNING -> 1;
            case UNKNOWN -> 0;
        };
    }
}
