package cn.zhengai.alerting.silence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.calendar.DeclaredDays;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.Edition;
import cn.zhengai.core.version.Editions;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Why data were missed, derived from the log alone and equal to what the watch kept. */
class SilenceReasonsTest {
    private static final int COURSES = 20;

    /** The catalogue as published at some instants. */
    private static final class Published implements Editions {
        private final List<Head> heads = new ArrayList<>();
        private final Map<Integer, Catalogue> texts = new HashMap<>();

        Published then(String from, String recorded, Catalogue catalogue) {
            int number = heads.size() + 1;
            heads.add(new Head(number, "d" + number, LocalDate.parse(from), Lookout.at(recorded), "李主任", "调整"));
            texts.put(number, catalogue);
            return this;
        }

        @Override
        public List<Head> heads() {
            return heads;
        }

        @Override
        public Edition on(LocalDate day) {
            return version(heads.size()).orElseThrow();
        }

        @Override
        public Optional<Edition> ofCycle(String cycle, LocalDate today) {
            return Optional.empty();
        }

        @Override
        public Optional<Edition> ofDigest(String digest) {
            return Optional.empty();
        }

        @Override
        public Optional<Edition> version(int number) {
            return Optional.ofNullable(texts.get(number)).map(text -> new Edition(text, Optional.empty()));
        }
    }

    private static String[] names(int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> "c" + i).toArray(String[]::new);
    }

    private static College college(int from) {
        College college = new College()
                .unit("zw", "质量管理委员会", "")
                .unit("jwc", "教务处", "zw")
                .point(College.attendance(Watch.DEFAULT))
                .term("2026秋", "2026-09-01", "2027-01-11")
                .days(SchoolYear.DAYS);
        for (int i = from; i < COURSES; i++) {
            college.subject("c" + i, "课程" + i, Level.COURSE, "zw");
        }
        return college;
    }

    private static College usual() {
        return college(0).source("kq", "考勤系统", "jwc", Lookout.POINT);
    }

    /** 20 courses read on Monday 2026-11-23. */
    private static Lookout twenty() {
        return new Lookout(usual().catalogue(), "2026-11-23T12:00").take("kq", false, "2026-11-23", names(0, COURSES));
    }

    private static Explanation why(Lookout lookout, Editions editions, Warning warning) {
        return new WarningReasons(() -> lookout.catalogue, editions, lookout.readings, lookout.ledger, Warner.CONSUMER)
                .explain(warning.id(), 10)
                .orElseThrow();
    }

    private static Explanation why(Lookout lookout, Warning warning) {
        return why(lookout, Editions.only(() -> lookout.catalogue), warning);
    }

    private static String formula(Explanation why) {
        return why.working().orElseThrow().formula();
    }

    /** One series is silent since the 24th, told on the morning of the 26th. */
    private static Lookout oneIsSilent() {
        return twenty().take("kq", false, "2026-11-25", names(1, COURSES)).look("2026-11-26T00:00");
    }

    private static Warning last(Lookout lookout) {
        List<Fact> facts = lookout.facts();
        return facts.get(facts.size() - 1).warning();
    }

    @Test
    void aSeriesByItsLastReadingAndTheCalendar() {
        Lookout lookout = oneIsSilent();
        Explanation why = why(lookout, lookout.only());
        assertThat(why.label()).isEqualTo("课程0 · 学生签到率 无数据");
        assertThat(formula(why))
                .isEqualTo("最后一个采集值说的是 2026-11-23 08:00，2026-11-24 起的一个最晚应在 2026-11-26 之前到；" + "2026-11-26 查看时没有；尚未恢复");
        assertThat(why.working().orElseThrow().source()).isEqualTo("目录：质控点 course.attendance，每日采集，宽限 1 个上课日；校历");
        assertThat(why.agreement().state()).isEqualTo(Agreement.State.EQUAL);
        assertThat(why.parts().get(0).parts().get(0).reading().orElseThrow().seq())
                .isEqualTo(1);
        assertThat(why.all().flatMap(node -> node.remarks().stream()))
                .contains("查看时期限已过，没有采集值")
                .noneMatch(remark -> remark.contains("归并") || remark.contains("目录里已没有"));
    }

    @Test
    void theReadingThatEndedTheWait() {
        Lookout lookout = oneIsSilent();
        lookout.take("kq", false, "2026-11-26T09:03", "c0").look("2026-11-26T09:04");
        Explanation why = why(lookout, last(lookout));
        assertThat(formula(why)).endsWith("；2026-11-26 09:04 查看时 2026-11-26 09:03 的采集值（采集记录第 40 条）已到，解除");
        assertThat(why.agreement().state()).isEqualTo(Agreement.State.EQUAL);
        assertThat(why.parts().get(1).label()).isEqualTo("恢复报送的采集值");
        assertThat(why.parts().get(1).parts().get(0).reading().orElseThrow().seq())
                .isEqualTo(40);
    }

    /** Whatever comes later, the kept warning is explained by what was known when it was looked. */
    @Test
    void whatCameLaterChangesNothing() {
        Lookout lookout = oneIsSilent();
        Warning warning = lookout.only();
        lookout.take("kq", false, "2026-11-24", "c0").take("kq", false, "2026-11-25", "c0");
        assertThat(why(lookout, warning).agreement().state()).isEqualTo(Agreement.State.EQUAL);
    }

    @Test
    void aKeptWarningThatDoesNotFollowIsAnAlarm() {
        Lookout lookout = oneIsSilent();
        Lookout other = new Lookout(usual().catalogue(), "2026-11-22T12:00")
                .take("kq", false, "2026-11-20", names(0, COURSES))
                .take("kq", false, "2026-11-25", names(1, COURSES));
        other.time.set(Lookout.at("2026-11-26"));
        Explanation why = new WarningReasons(() -> other.catalogue, other.readings, lookout.ledger, Warner.CONSUMER)
                .explain(lookout.only().id(), 10)
                .orElseThrow();
        assertThat(why.alarms()).hasSize(1);
        assertThat(why.agreement().sentence()).contains("缺 2026-11-24 起的采集值，最晚应到 2026-11-26");
    }

    @Test
    void whyItIsWaitedForNoLonger() {
        assertThat(withdrawnBy(
                        college(1).source("kq", "考勤系统", "jwc", Lookout.POINT).catalogue()))
                .contains("目录里已没有这个诊改主体，2026-11-27 09:00 撤销");
        assertThat(withdrawnBy(
                        college(0).source("hr", "人事系统", "jwc", Lookout.POINT).catalogue()))
                .contains("目录里已没有来源“kq”，2026-11-27 09:00 撤销");
        DeclaredDays days = SchoolYear.DAYS;
        List<DaySpan> holidays = new ArrayList<>(days.holidays());
        holidays.add(new DaySpan("停课", LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-28")));
        assertThat(withdrawnBy(usual().days(new DeclaredDays(
                                days.weekdays(), holidays, days.makeUpDays(), days.exams(), days.hours()))
                        .catalogue()))
                .contains("按改后的校历或采集频度，最晚到 2026-12-02 才算过期，2026-11-27 09:00 撤销");
    }

    /** Explained by the rules of each look: those that raised it are not those that ended it. */
    private static String withdrawnBy(Catalogue changed) {
        Lookout lookout = oneIsSilent();
        Published published = new Published()
                .then("2026-01-01", "2026-01-01", lookout.catalogue)
                .then("2026-11-26", "2026-11-26T12:00", changed);
        lookout.catalogue = changed;
        lookout.look("2026-11-27T09:00");
        Warning warning = last(lookout);
        assertThat(warning.status()).isEqualTo(Warning.Status.WITHDRAWN);
        Explanation why = why(lookout, published, warning);
        assertThat(why.agreement().state()).as(formula(why)).isEqualTo(Agreement.State.EQUAL);
        return formula(why);
    }

    @Test
    void aSourceByItsOverdueSeriesWithoutNamingThem() {
        Lookout lookout = twenty().lookDaily("2026-11-24", "2026-11-30");
        Explanation why = why(lookout, lookout.only());
        assertThat(why.label()).isEqualTo("数据来源“考勤系统” 无数据");
        assertThat(formula(why)).isEqualTo("2026-11-26 09:00 查看时，20 个应有采集值的序列里有 20 个过了期限，最早的应在 2026-11-26 之前到");
        assertThat(why.agreement().state()).isEqualTo(Agreement.State.EQUAL);
        assertThat(why.parts().get(0).shown()).isEqualTo("20 / 20 个序列无数据");
        assertThat(why.all().map(Explanation::label)).noneMatch(label -> label.contains("课程"));
    }

    @Test
    void aPointOfASource() {
        Lookout lookout =
                twenty().take("kq", false, "2026-11-25", names(6, COURSES)).lookDaily("2026-11-24", "2026-11-26");
        Explanation why = why(lookout, lookout.only());
        assertThat(why.label()).isEqualTo("数据来源“考勤系统” · 学生签到率 无数据");
        assertThat(formula(why)).contains("20 个应有采集值的序列里有 6 个过了期限");
        assertThat(why.agreement().state()).isEqualTo(Agreement.State.EQUAL);
    }

    /** Any arrivals: each warning that was ever kept is derived again. */
    @Test
    void everyKeptWarningIsDerivedAgain() {
        for (long seed = 1; seed <= 8; seed++) {
            Lookout lookout = AnyArrivalTest.run(seed);
            assertThat(lookout.facts()).isNotEmpty();
            for (Fact fact : lookout.facts()) {
                Warning kept = lookout.warnings().warning(fact.warning().id()).orElseThrow();
                Explanation why = why(lookout, kept);
                assertThat(why.alarms())
                        .as("seed %s, %s: %s", seed, kept, formula(why))
                        .isEmpty();
                assertThat(why.agreement().state()).isEqualTo(Agreement.State.EQUAL);
            }
        }
    }
}
