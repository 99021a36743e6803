package cn.zhengai.messaging.kafka.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueAdmissionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final long AT = NOW.toEpochMilli();

    private final CatalogueAdmission admission = new CatalogueAdmission(CatalogueAdmissionTest::catalogue);

    @Test
    void takesWhatTheCatalogueKnows() {
        assertThat(refusal("score", "c", 90)).isEmpty();
        assertThat(admission.refusal(head("jw"), Reading.ratio(Series.named("rate", "c"), AT, 1, 2, 100, 1)))
                .isEmpty();
        assertThat(admission.scale("rate")).hasValue(100);
        assertThat(admission.scale("none")).isEmpty();
    }

    @Test
    void saysWhyNot() {
        assertThat(refusal("none", "c", 1)).contains(Reason.UNKNOWN_POINT);
        assertThat(refusal("off", "c", 1)).contains(Reason.POINT_SWITCHED_OFF);
        assertThat(refusal("rate", "c", 1)).contains(Reason.NO_DENOMINATOR);
        assertThat(refusal("score", "c", 101)).contains(Reason.IMPLAUSIBLE);
        assertThat(refusal("score", "nobody", 1)).contains(Reason.UNKNOWN_SUBJECT);
        assertThat(refusal("score", "t", 1)).contains(Reason.NOT_APPLICABLE);
        assertThat(refusal("score", "ended", 1)).contains(Reason.NOT_ALIVE);
        assertThat(admission.refusal(head("limited"), plain("score", "c", AT, 1)))
                .contains(Reason.FORBIDDEN_POINT);
        assertThat(admission.refusal(head("jw"), Reading.ratio(Series.named("sum", "c"), AT, 1, 2, 1, 1)))
                .contains(Reason.NO_VALUE);
    }

    @Test
    void timeIsThatOfTheRecord() {
        long tenMinutes = 600_000;
        assertThat(admission.refusal(head("jw"), plain("score", "c", AT + tenMinutes, 1)))
                .isEmpty();
        assertThat(admission.refusal(head("jw"), plain("score", "c", AT + tenMinutes + 1, 1)))
                .contains(Reason.IN_FUTURE);
        assertThat(admission.refusal(head("jw"), plain("score", "c", 0, 1))).contains(Reason.BAD_INSTANT);
    }

    private Optional<Reason> refusal(String point, String subject, long value) {
        return admission.refusal(head("jw"), plain(point, subject, AT, value));
    }

    private static Reading plain(String point, String subject, long at, long value) {
        return Reading.plain(Series.named(point, subject), at, value * Micros.ONE, 1);
    }

    private static BatchHead head(String source) {
        return new BatchHead("b", source, NOW, false);
    }

    private static Catalogue catalogue() {
        OrgUnit root =
                new OrgUnit("r", "院", OrgUnit.Kind.COMMITTEE, Optional.empty(), List.of(), Optional.empty(), List.of());
        Life ended = new Life(Optional.empty(), Optional.of(LocalDate.parse("2026-01-01")), List.of());
        return Catalogue.of(
                "院",
                ZoneId.of("Asia/Shanghai"),
                new OrgTree(List.of(root)),
                Map.of(),
                new Catalogue.Declared(
                        List.of(
                                subject("c", Level.COURSE, Life.ALWAYS),
                                subject("ended", Level.COURSE, ended),
                                subject("t", Level.TEACHER, Life.ALWAYS)),
                        List.of(
                                point("score", "分", RollUp.MEAN, true),
                                point("rate", "%", RollUp.RATIO, true),
                                point("sum", "次", RollUp.SUM, true),
                                point("off", "分", RollUp.MEAN, false)),
                        List.of(),
                        List.of(),
                        List.of(limited())),
                "digest");
    }

    private static SourceMapping limited() {
        SourceMapping all = SourceMapping.standard("limited", "limited");
        return new SourceMapping(
                all.id(),
                all.name(),
                all.owner(),
                Set.of("rate"),
                all.history(),
                all.decimals(),
                all.subject(),
                all.time(),
                all.measures(),
                all.revision(),
                all.drop(),
                all.pull());
    }

    private static Subject subject(String id, Level level, Life life) {
        return new Subject(id, id, level, "r", List.of(), Set.of(), life);
    }

    private static ControlPoint point(String id, String unit, RollUp rollUp, boolean enabled) {
        ThreeLines lines = new ThreeLines(
                Condition.parse(">= 95", ">="), Condition.parse(">= 85", ">="), Condition.parse("< 75", "<"));
        return new ControlPoint(
                id,
                id,
                Level.COURSE,
                MeasureUnit.of(unit),
                Direction.HIGHER_IS_BETTER,
                rollUp,
                Cadence.DAILY,
                Fraction.ONE,
                Optional.empty(),
                Optional.of(Condition.parse("0..100", ">=")),
                Set.of(),
                Watch.DEFAULT,
                List.of(new LinesVersion(LocalDate.parse("2025-01-01"), LinesVersion.Scope.ALL, lines)),
                enabled);
    }
}
