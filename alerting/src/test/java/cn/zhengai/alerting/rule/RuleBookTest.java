package cn.zhengai.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.LinesVersion.Scope;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Series;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final LocalDate AUTUMN = LocalDate.parse("2025-09-01");

    private static Series series(String point, String subject) {
        return new Series(0, point, subject);
    }

    private static long position(double value) {
        return Micros.position(Math.round(value * Micros.ONE), false);
    }

    private static College college() {
        return new College()
                .unit("zw", "质量管理委员会", "")
                .unit("jdx", "机电系", "zw")
                .subject("c1", "高等数学", Level.COURSE, "zw")
                .subject("c2", "机械制图", Level.COURSE, "jdx")
                .subject("c3", "电工电子", Level.COURSE, "jdx", "新开");
    }

    private static ControlPoint scoped(LinesVersion... more) {
        LinesVersion[] all = new LinesVersion[more.length + 1];
        all[0] = College.version(College.SINCE, 98, 95, 90);
        System.arraycopy(more, 0, all, 1, more.length);
        return College.point("p", "签到率", Level.COURSE, Watch.DEFAULT, all);
    }

    @Test
    void whatIsNotDeclaredOrSwitchedOffHasNoRule() {
        RuleBook book = RuleBook.of(college()
                .point(scoped())
                .point(College.off(College.point(
                        "off", "停用", Level.COURSE, Watch.DEFAULT, College.version(College.SINCE, 98, 95, 90))))
                .catalogue());
        assertThat(book.rule(series("p", "c1"))).isPresent();
        assertThat(book.rule(series("p", "c9"))).isEmpty();
        assertThat(book.rule(series("q", "c1"))).isEmpty();
        assertThat(book.rule(series("off", "c1"))).isEmpty();
        assertThat(book.digest("off")).isEqualTo(RuleBook.NO_RULES);
        assertThat(book.points()).containsExactly("p");
    }

    @Test
    void whatHasEndedHasNoRule() {
        Catalogue catalogue =
                college().course("c4", "zw", AUTUMN).point(scoped()).catalogue();
        assertThat(RuleBook.on(AUTUMN.minusDays(1), catalogue).rule(series("p", "c4")))
                .isPresent();
        assertThat(RuleBook.on(AUTUMN, catalogue).rule(series("p", "c4"))).isEmpty();
        assertThat(RuleBook.on(AUTUMN, catalogue).rule(series("p", "c1"))).isPresent();
        assertThat(RuleBook.on(AUTUMN, catalogue).digest("p"))
                .as("no other series is judged anew")
                .isEqualTo(RuleBook.of(catalogue).digest("p"));
    }

    @Test
    void seriesWithTheSameLinesShareOneRule() {
        RuleBook book = RuleBook.of(college()
                .point(scoped(College.scoped(AUTUMN, new Scope(Scope.Kind.UNIT, "jdx"), 98, 90, 80)))
                .catalogue());
        Rule common = book.rule(series("p", "c1")).orElseThrow();
        Rule ofUnit = book.rule(series("p", "c2")).orElseThrow();
        assertThat(ofUnit).isSameAs(book.rule(series("p", "c3")).orElseThrow()).isNotSameAs(common);
        long before = AUTUMN.atStartOfDay(College.ZONE).toInstant().toEpochMilli() - 1;
        assertThat(ofUnit.verdict(position(85), before)).isEqualTo(Verdict.IN_WARNING);
        assertThat(ofUnit.verdict(position(85), before + 1)).isEqualTo(Verdict.BETWEEN);
        assertThat(common.verdict(position(85), before + 1)).isEqualTo(Verdict.IN_WARNING);
    }

    @Test
    void verdictAgreesWithTheBand() {
        Random random = new Random(7);
        List<ThreeLines> kinds = List.of(
                lines(">= 98", ">= 95", "< 90"),
                lines("<= 2", "<= 4", "> 6"),
                lines("14..16", "13..17", "outside 12..18"),
                lines("= 0", "= 0", ">= 1"));
        for (ThreeLines lines : kinds) {
            LinesVersion version = new LinesVersion(College.SINCE, Scope.ALL, lines);
            Rule plain = new Rule(Watch.DEFAULT, List.of(version), College.ZONE);
            Rule strict = new Rule(new Watch(Patience.NONE, Patience.NONE, true, true), List.of(version), College.ZONE);
            for (int i = 0; i < 2000; i++) {
                long at = random.nextLong(-100_000_000L, 300_000_000L);
                Band band = lines.band(at);
                assertThat(plain.verdict(at, 0)).isEqualTo(expected(band, Verdict.BETWEEN, Verdict.IN_WARNING));
                assertThat(strict.verdict(at, 0)).isEqualTo(expected(band, Verdict.BELOW_STANDARD, Verdict.VETOED));
            }
        }
    }

    private static ThreeLines lines(String target, String standard, String warning) {
        return new ThreeLines(
                Condition.parse(target, "="), Condition.parse(standard, "="), Condition.parse(warning, "="));
    }

    private static Verdict expected(Band band, Verdict below, Verdict warning) {
        return band == Band.IN_WARNING ? warning : band.meetsStandard() ? Verdict.ON_STANDARD : below;
    }

    @Test
    void theDigestChangesWithWhatMattersAndWithNothingElse() {
        String digest = digest(college().point(scoped()).catalogue());
        assertThat(digest(college()
                        .subject("c4", "又一门", Level.COURSE, "jdx")
                        .point(scoped())
                        .catalogue()))
                .as("another subject")
                .isEqualTo(digest);
        assertThat(digest(point("改了名字", Watch.DEFAULT, 98, 95, 90))).as("name").isEqualTo(digest);
        assertThat(digest(point("签到率", Watch.DEFAULT, 99, 95, 90))).as("target").isEqualTo(digest);
        assertThat(digest(college()
                        .point(scoped(College.version(AUTUMN, 99, 95, 90)))
                        .catalogue()))
                .as("target from autumn on")
                .isEqualTo(digest);
        assertThat(List.of(
                        digest,
                        digest(point("签到率", Watch.DEFAULT, 98, 96, 90)),
                        digest(point("签到率", Watch.DEFAULT, 98, 95, 89)),
                        digest(point("签到率", watch(2, 0, 1, false, false), 98, 95, 90)),
                        digest(point("签到率", watch(1, 2, 1, false, false), 98, 95, 90)),
                        digest(point("签到率", watch(1, 0, 2, false, false), 98, 95, 90)),
                        digest(point("签到率", watch(1, 0, 1, true, false), 98, 95, 90)),
                        digest(point("签到率", watch(1, 0, 1, false, true), 98, 95, 90)),
                        digest(college()
                                .point(scoped(College.version(AUTUMN, 98, 95, 85)))
                                .catalogue()),
                        digest(college()
                                .point(scoped(College.scoped(AUTUMN, new Scope(Scope.Kind.GROUP, "新开"), 98, 90, 80)))
                                .catalogue()),
                        digest(college()
                                .point(scoped(College.scoped(AUTUMN, new Scope(Scope.Kind.UNIT, "jdx"), 98, 90, 80)))
                                .catalogue())))
                .doesNotHaveDuplicates();
    }

    @Test
    void theDigestChangesWithTheZone() {
        Catalogue here = college().point(scoped()).catalogue();
        Catalogue elsewhere = new Catalogue(
                here.college(),
                ZoneId.of("Asia/Urumqi"),
                here.tree(),
                here.leadOffices(),
                here.subjects(),
                here.points(),
                here.cycles(),
                here.goals(),
                here.sources(),
                here.digest());
        assertThat(digest(elsewhere)).isNotEqualTo(digest(here));
    }

    private static Watch watch(int hold, int holdMinutes, int calm, boolean atStandard, boolean veto) {
        return new Watch(
                new Patience(hold, Duration.ofMinutes(holdMinutes)),
                new Patience(calm, Duration.ZERO),
                atStandard,
                veto);
    }

    private static Catalogue point(String name, Watch watch, int target, int standard, int warning) {
        return college()
                .point(College.point(
                        "p", name, Level.COURSE, watch, College.version(College.SINCE, target, standard, warning)))
                .catalogue();
    }

    private static String digest(Catalogue catalogue) {
        return RuleBook.of(catalogue).digest("p");
    }
}
