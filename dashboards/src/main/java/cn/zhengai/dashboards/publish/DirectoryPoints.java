package cn.zhengai.dashboards.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Units, points with their lines, and subjects that are no persons: what variables list. */
public final class DirectoryPoints {
    private final Catalogue catalogue;
    private final LocalDate today;

    public DirectoryPoints(Catalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /** Of everything the catalogue declares. */
    public List<Point> all() {
        List<Point> points = new ArrayList<>();
        catalogue.tree().units().forEach(u -> points.add(unit(u, u.life().on(today))));
        catalogue.points().values().forEach(p -> points.add(point(p, p.enabled())));
        catalogue.subjects().values().stream()
                .filter(s -> !s.level().personal())
                .forEach(s -> points.add(subject(s, s.life().on(today))));
        return points;
    }

    /** What stood in an earlier catalogue and stands in this one no more. */
    public List<Point> goneSince(Catalogue earlier) {
        DirectoryPoints then = new DirectoryPoints(earlier, today);
        List<Point> points = new ArrayList<>();
        earlier.tree().units().stream()
                .filter(u -> catalogue.tree().unit(u.id()).isEmpty())
                .forEach(u -> points.add(then.unit(u, false)));
        earlier.points().values().stream()
                .filter(p -> catalogue.point(p.id()).isEmpty())
                .forEach(p -> points.add(then.point(p, false)));
        earlier.subjects().values().stream()
                .filter(s -> !s.level().personal() && catalogue.subject(s.id()).isEmpty())
                .forEach(s -> points.add(then.subject(s, false)));
        return points;
    }

    /** The root stands for the whole college; its mark sorts before every name. */
    private Point unit(OrgUnit unit, boolean active) {
        boolean root = unit.parent().isEmpty();
        String name = root ? "·全校" : unit.name();
        return Point.of(Published.ORG_UNIT)
                .tag("unit", unit.id())
                .tag("kind", tag(unit.kind()))
                .text("label", label(name, unit.id()))
                .text("name", name)
                .text("scope", Place.scope(catalogue, unit.id()))
                .text("levels", levels(unit))
                .truth("active", active)
                .at(0);
    }

    private String levels(OrgUnit unit) {
        Set<String> below = catalogue.tree().subtree(unit.id());
        return catalogue.subjects().values().stream()
                .filter(s -> below.contains(s.unit()))
                .map(s -> tag(s.level()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(":", ":", ":"));
    }

    private Point point(ControlPoint point, boolean active) {
        List<LinesVersion> versions = point.linesForAll().stream()
                .filter(v -> !v.from().isAfter(today))
                .toList();
        ThreeLines lines =
                (versions.isEmpty() ? point.linesForAll().get(0) : versions.get(versions.size() - 1)).lines();
        return Point.of(Published.CONTROL_POINT)
                .tag("point", point.id())
                .tag("level", tag(point.level()))
                .text("label", label(point.name(), point.id()))
                .text("name", point.name())
                .text("units", units(point))
                .text("measure_unit", point.unit().symbol())
                .text("suffix", Worded.suffix(point.unit()))
                .text("target_text", Worded.line(point, lines.target()))
                .text("standard_text", Worded.line(point, lines.standard()))
                .text("warning_text", Worded.line(point, lines.warning()))
                .decimal("target", Worded.units(lines.target().figure()))
                .decimal("standard", Worded.units(lines.standard().figure()))
                .decimal("warning", Worded.units(lines.warning().figure()))
                .truth("active", active)
                .at(0);
    }

    private String units(ControlPoint point) {
        return catalogue.subjectsOf(point.level()).stream()
                .filter(point::appliesTo)
                .map(Subject::unit)
                .distinct()
                .flatMap(unit -> catalogue.tree().upwards(unit).stream())
                .map(OrgUnit::id)
                .distinct()
                .sorted()
                .collect(Collectors.joining(":", ":", ":"));
    }

    private Point subject(Subject subject, boolean active) {
        Place place = Place.of(catalogue, subject);
        return Point.of(Published.SUBJECT)
                .tag("subject", subject.id())
                .tag("level", tag(subject.level()))
                .text("label", label(subject.name(), subject.id()))
                .text("name", subject.name())
                .text("scope", Place.scope(catalogue, subject.unit()))
                .text("unit_name", Place.nameOf(catalogue, subject.unit()))
                .text("department_name", place.name())
                .truth("active", active)
                .at(0);
    }

    static String label(String name, String id) {
        return name.replace('|', '/') + "|" + id;
    }

    /** {@code course} of COURSE. */
    static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
