package cn.zhengai.alerting.routing;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fact together with what the catalogue knows of its point and subject; ids stand in for the names of what the
 * catalogue no longer has.
 *
 * @param link where the warning is shown
 */
record Story(
        Fact fact,
        Optional<ControlPoint> point,
        Optional<Subject> subject,
        Optional<OrgUnit> unit,
        Catalogue catalogue,
        String link) {

    static Story of(Fact fact, Catalogue catalogue, String link) {
        Optional<Subject> subject = catalogue.subject(fact.warning().subject());
        return new Story(
                fact,
                catalogue.point(fact.warning().point()),
                subject,
                subject.flatMap(s -> catalogue.tree().unit(s.unit())),
                catalogue,
                link);
    }

    Warning warning() {
        return fact.warning();
    }

    String pointName() {
        return point.map(ControlPoint::name).orElse(warning().point());
    }

    String subjectName() {
        return subject.map(Subject::name).orElse(warning().subject());
    }

    /** 高等数学（机电系）. */
    String whoAndWhere() {
        return subjectName() + unit.map(u -> "（" + u.name() + "）").orElse("");
    }

    /** Values of persons are in no message; what is unknown counts as a person. */
    boolean personal() {
        return point.map(p -> p.level().personal()).orElse(true)
                || subject.map(s -> s.level().personal()).orElse(true);
    }

    /** Who can be asked: the level's lead office and the quality office, which leads the school's level; by name. */
    List<String> offices() {
        return Stream.concat(point.map(ControlPoint::level).stream(), Stream.of(Level.SCHOOL))
                .flatMap(level -> Optional.ofNullable(catalogue.leadOffices().get(level)).stream())
                .flatMap(id -> catalogue.tree().unit(id).stream())
                .map(OrgUnit::name)
                .distinct()
                .toList();
    }

    /** The lines in force at the instant it was raised; empty when point or subject is gone. */
    Optional<ThreeLines> lines() {
        if (point.isEmpty() || subject.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = local(warning().raisedAt()).toLocalDate();
        List<LinesVersion> versions = point.get().linesFor(subject.get(), catalogue.tree());
        LinesVersion inForce = versions.get(0);
        for (LinesVersion version : versions) {
            inForce = version.from().isAfter(day) ? inForce : version;
        }
        return Optional.of(inForce.lines());
    }

    /** In the college's zone. */
    ZonedDateTime local(Instant instant) {
        return instant.atZone(catalogue.zone());
    }
}
