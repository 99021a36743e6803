package cn.zhengai.alerting.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.alerting.silence.SilenceReport;
import cn.zhengai.alerting.silence.SourceSilence;
import cn.zhengai.core.calendar.DeclaredDays;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScorecardsTest {
    private static final String POINT = "course.attendance";

    private final SeriesIndex index = new SeriesIndex();
    private final MemoryReadings readings = new MemoryReadings(index);
    private final MemoryLedger ledger = new MemoryLedger();
    private final SettableTime time = SettableTime.at("2026-11-26T04:00:00Z");
    private SilenceReport report = SilenceReport.NONE;
    private int batches;

    private static Catalogue catalogue() {
        return new College()
                .unit("zw", "质量管理委员会", "")
                .subject("c1", "高等数学", Level.COURSE, "zw")
                .subject("c2", "英语", Level.COURSE, "zw")
                .point(College.attendance(Watch.DEFAULT))
                .point(College.point(
                        "course.never", "从未", Level.COURSE, Watch.DEFAULT, College.version(College.SINCE, 98, 95, 90)))
                .source("kq", "考勤系统", "zw", POINT, "course.never")
                .source("jw", "教务系统", "zw")
                .term("2026秋", "2026-09-01", "2027-01-11")
                .days(DeclaredDays.STANDARD)
                .catalogue();
    }

    private Scorecards scorecards() {
        return new Scorecards(ScorecardsTest::catalogue, () -> report, readings, ledger.intake(), time);
    }

    private static Instant local(String day, int hour) {
        return LocalDate.parse(day).atTime(hour, 0).atZone(College.ZONE).toInstant();
    }

    private void take(String source, String day, String knownDay, int hour, double value, String... subjects) {
        BatchHead head = new BatchHead("b" + batches++, source, local(knownDay, hour), false);
        List<Reading> rows = new ArrayList<>();
        for (String subject : subjects) {
            rows.add(Reading.plain(
                    index.of(POINT, subject), local(day, 8).toEpochMilli(), Math.round(value * Micros.ONE), 1));
        }
        readings.append(List.of(new Batch(head, rows)));
        ledger.intake()
                .keep(
                        new Intake.Receipt(head, rows.size(), 1, Optional.of(local(day, 8)), ""),
                        List.of(new Rejection(head, 9, Reason.NO_VALUE, "缺少数值", "x")));
    }

    private void heard(String source, int series) {
        report = new SilenceReport(
                time.instant(),
                false,
                List.of(new SourceSilence(
                        source,
                        Map.of(POINT, series),
                        local("2026-11-25", 8),
                        Optional.of(time.instant()),
                        List.of(),
                        0)),
                Set.of(POINT));
    }

    private Scorecard card(String source) {
        return scorecards().now().of(source).orElseThrow();
    }

    @Test
    void beforeAnythingCameNothingIsKnown() {
        Scorecard kq = card("kq");
        assertThat(kq.newestAt()).isEmpty();
        assertThat(kq.complete().percent()).isEmpty();
        assertThat(kq.valid().percent()).isEmpty();
        assertThat(kq.lag()).isEmpty();
        assertThat(kq.neverConnected()).as("nobody has listened yet").isEmpty();
    }

    @Test
    void countsFromTheFirstDayOfTheSource() {
        take("kq", "2026-11-19", "2026-11-19", 9, 99, "c1", "c2");
        take("kq", "2026-11-20", "2026-11-20", 9, 99, "c1");
        take("kq", "2026-11-23", "2026-11-25", 9, 99, "c1", "c2");
        take("kq", "2026-11-24", "2026-11-25", 8, 99, "c1", "c2");
        heard("kq", 2);

        Scorecard kq = card("kq");
        assertThat(kq.points())
                .as("four school days are due by Thursday noon; of the first Friday one is missing; Monday's came late")
                .containsExactly(new PointSupply(POINT, new Share(7, 8), new Share(2, 7)));
        assertThat(kq.lag()).contains(new Lag(Duration.ofHours(24), Duration.ofHours(49)));
        assertThat(kq.valid()).isEqualTo(new Share(7, 11));
        assertThat(kq.neverConnected()).containsExactly("course.never");
        assertThat(kq.fresh()).isEqualTo(new Share(2, 2));
        assertThat(card("jw").neverConnected())
                .as("a source of everything is to bring nothing by name")
                .isEmpty();
    }

    @Test
    void sourcesThatDisagreeAreCounted() {
        take("kq", "2026-11-24", "2026-11-24", 9, 99, "c1", "c2");
        take("jw", "2026-11-24", "2026-11-24", 10, 98, "c1");
        assertThat(card("kq").disputes()).isEqualTo(1);
        assertThat(card("jw").disputes()).isEqualTo(1);
        assertThat(scorecards().now().disputes())
                .singleElement()
                .satisfies(d -> assertThat(d.inForce().head().source()).isEqualTo("jw"));
    }

    @Test
    void pagesGetWhatIsTwoMinutesOldAndTheWorkerRenewsIt() {
        Scorecards scorecards = scorecards();
        take("kq", "2026-11-24", "2026-11-24", 9, 99, "c1");
        Scorecards.Sheet first = scorecards.now();
        take("kq", "2026-11-25", "2026-11-25", 9, 99, "c1");
        time.advance(Duration.ofSeconds(119));
        assertThat(scorecards.now()).isSameAs(first);
        time.advance(Duration.ofSeconds(1));
        Scorecards.Sheet second = scorecards.now();
        assertThat(second).isNotSameAs(first);
        take("kq", "2026-11-26", "2026-11-26", 9, 99, "c1");
        assertThat(scorecards.now()).isSameAs(second);
        assertThat(scorecards.renewed()).isNotSameAs(second).isSameAs(scorecards.now());
        assertThat(scorecards.now().of("kq").orElseThrow().newestAt()).contains(local("2026-11-26", 8));
    }

    @Test
    void sharesAreCutAndNeverRoundedUp() {
        assertThat(new Share(99_999, 100_000).percent()).contains(new BigDecimal("99.9"));
        assertThat(new Share(2, 3).percent()).contains(new BigDecimal("66.6"));
        assertThat(Share.NONE.percent()).isEmpty();
    }
}
