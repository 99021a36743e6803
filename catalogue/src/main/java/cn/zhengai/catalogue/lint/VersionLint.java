package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.build.Role;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.LinesVersion.Scope;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Later values and individual ones against those before and beside them: dates, effect, and no way round a veto. */
final class VersionLint {
    private static final int YEARS_AHEAD = 2;
    private static final int YEARS_BACK = 30;

    private final Draft draft;
    private final Findings findings;

    VersionLint(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    void check() {
        for (DeclaredPoint point : draft.points()) {
            LinesInForce wide = LinesInForce.of(point);
            List<Declared<LinesVersion>> overrides = point.versions().stream()
                    .filter(version -> !version.value().scope().equals(Scope.ALL))
                    .toList();
            point.versions().forEach(version -> dates(point, version));
            for (int i = 1; i < wide.versions().size(); i++) {
                idle(point, wide.versions().get(i), wide.versions().get(i - 1));
            }
            for (Declared<LinesVersion> override : overrides) {
                idle(point, override, wide, overrides);
                if (point.value().watch().veto()) {
                    veto(point, override, wide, overrides);
                }
            }
        }
    }

    private void dates(DeclaredPoint point, Declared<LinesVersion> version) {
        LocalDate from = version.value().from();
        if (!version.node().has("from") || from.equals(LocalDate.EPOCH)) {
            return;
        }
        Optional<LocalDate> start = point.versions().stream()
                .filter(own -> own.node().equals(point.node()) && point.node().has("from"))
                .map(own -> own.value().from())
                .findFirst();
        if (!version.node().equals(point.node()) && start.filter(from::isBefore).isPresent()) {
            findings.add(
                    version.placeOf("from"),
                    Code.VERSION_BEFORE_START,
                    "%s自己的值从 %s 才生效，这一条却写 %s；versions 和 overrides 只写以后的值，请核对日期。"
                            .formatted(point.title(), start.get(), from));
        } else if (farOff(from)) {
            findings.add(
                    version.placeOf("from"),
                    Code.VERSION_FAR_OFF,
                    "%s的生效日期 %s 离所有诊改周期都很远，像是写错了年份；请核对日期。".formatted(point.title(), from));
        }
    }

    private boolean farOff(LocalDate from) {
        List<Cycle> cycles = draft.college().stream()
                .flatMap(college -> college.cycles().stream())
                .map(Declared::value)
                .toList();
        return !cycles.isEmpty()
                && (cycles.stream().allMatch(cycle -> from.isAfter(cycle.until().plusYears(YEARS_AHEAD)))
                        || cycles.stream()
                                .allMatch(cycle -> from.isBefore(cycle.from().minusYears(YEARS_BACK))));
    }

    private void idle(DeclaredPoint point, Declared<LinesVersion> version, Declared<LinesVersion> before) {
        boolean sameDay = version.value().from().equals(before.value().from());
        if (!sameDay
                && !version.node().equals(point.node())
                && before.value().lines().equals(version.value().lines())) {
            nothing(point, version, before.value().lines());
        }
    }

    private void idle(
            DeclaredPoint point,
            Declared<LinesVersion> override,
            LinesInForce wide,
            List<Declared<LinesVersion>> overrides) {
        LinesVersion value = override.value();
        ThreeLines usual = wide.on(value.from());
        boolean alone = overrides.stream()
                .filter(other -> !other.equals(override))
                .noneMatch(other -> other.value().scope().equals(value.scope())
                        || other.value().scope().kind().compareTo(value.scope().kind()) < 0);
        boolean last = wide.versions().stream()
                .noneMatch(version -> version.value().from().isAfter(value.from()));
        if (alone && last && value.lines().equals(usual)) {
            nothing(point, override, usual);
        }
    }

    private void nothing(DeclaredPoint point, Declared<LinesVersion> version, ThreeLines lines) {
        findings.add(
                version.node().place(),
                Code.CHANGES_NOTHING,
                "%s的这一条没有改变任何值，仍是目标“%s”、标准“%s”、预警“%s”；请写上要改的值，或删去这一条。"
                        .formatted(point.title(), lines.target(), lines.standard(), lines.warning()));
    }

    /** Against the college's lines on its first day and on every later day until another override takes its place. */
    private void veto(
            DeclaredPoint point,
            Declared<LinesVersion> override,
            LinesInForce wide,
            List<Declared<LinesVersion>> overrides) {
        LocalDate from = override.value().from();
        Optional<LocalDate> end = overrides.stream()
                .map(Declared::value)
                .filter(other -> other.scope().equals(override.value().scope()))
                .map(LinesVersion::from)
                .filter(from::isBefore)
                .min(LocalDate::compareTo);
        if (loosened(point, override, wide.on(from).warning(), "")) {
            return;
        }
        for (Declared<LinesVersion> version : wide.versions()) {
            LocalDate day = version.value().from();
            boolean later = day.isAfter(from)
                    && end.filter(other -> !day.isBefore(other)).isEmpty();
            if (later && loosened(point, override, version.value().lines().warning(), "自 " + day + " 起，")) {
                return;
            }
        }
    }

    private boolean loosened(DeclaredPoint point, Declared<LinesVersion> override, Condition strict, String when) {
        OptionalLong spared = strict.outside(override.value().lines().warning());
        if (spared.isPresent()) {
            findings.add(
                    override.placeOf(Role.WARNING.key()),
                    Code.VETO_LOOSENED,
                    "%s是一票否决，个别值不能放宽预警：%s%s 按“%s”要预警，按这里的“%s”却不预警；请删去这条或收紧。"
                            .formatted(
                                    point.title(),
                                    when,
                                    point.value().unit().show(LinesInForce.figure(spared.getAsLong())),
                                    strict,
                                    override.value().lines().warning()));
        }
        return spared.isPresent();
    }
}
