package cn.zhengai.alerting.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import cn.zhengai.testkit.ledger.MemoryLedger;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the data owner reads. */
class SilenceNoticeTest {
    private static final Instant FROM = Instant.parse("2026-11-23T16:00:00Z");
    private static final Instant BY = Instant.parse("2026-11-25T16:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-25T16:01:00Z");

    private final MemoryLedger ledger = new MemoryLedger();
    private long turns;

    private static OrgUnit.Contact mail(String unit) {
        return new OrgUnit.Contact("mail", unit + "@example.edu.cn");
    }

    private static Catalogue catalogue() {
        return new College()
                .unit("zw", "质量管理委员会", "", mail("zw"))
                .unit("jwc", "教务处", "zw", mail("jwc"))
                .unit("xx", "现代信息教育中心", "zw", mail("xx"))
                .unit("jd", "机电系", "zw", mail("jd"))
                .subject("c1", "高等数学", Level.COURSE, "jd")
                .subject("s1", "张三", Level.STUDENT, "jd")
                .point(College.attendance(Watch.DEFAULT))
                .point(College.owned(
                        "course.owned",
                        "教案检查",
                        Level.COURSE,
                        Watch.DEFAULT,
                        Optional.of("xx"),
                        College.version(College.SINCE, 98, 95, 90)))
                .point(College.point(
                        "student.x", "到课率", Level.STUDENT, Watch.DEFAULT, College.version(College.SINCE, 98, 95, 90)))
                .source("kq", "考勤系统导出", "jwc", "course.attendance")
                .source("push", "标准推送", "xx")
                .source("nobody", "无主来源", "")
                .catalogue();
    }

    private Notice only(String point, String subject, Step step) {
        Warning warning = new Warning(
                "w1",
                WarningKind.NO_DATA,
                point,
                subject,
                Severity.BLUE,
                step == Step.CLEARED ? Warning.Status.CLEARED : Warning.Status.OPEN,
                FROM,
                BY,
                Micros.position(Micros.ofWhole(128), false),
                step == Step.CLEARED ? Optional.of(NOW) : Optional.empty(),
                true,
                Optional.empty());
        Fact fact = new Fact("w1-" + step, 0, step, warning, true, NOW, "");
        ledger.warnings()
                .keep(new Turn("silence", 0, turns, ++turns, List.of(), List.of(warning), List.of(fact), Map.of()));
        Router router = new Router(
                SilenceNoticeTest::catalogue,
                ledger.warnings(),
                ledger.outbox(),
                "https://zhengai.example.edu.cn",
                RoutingMeter.NONE);
        while (router.runOnce()) {
            assertThat(ledger.outbox().routedUpTo()).isPositive();
        }
        List<Notice> all =
                ledger.outbox().recent(10).stream().map(Outbox.Kept::notice).toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void aSourceThatStopped() {
        Notice notice = only(Warning.WHOLE_SOURCE, "kq", Step.RAISED);
        assertThat(notice.unit()).isEqualTo("jwc");
        assertThat(notice.title()).isEqualTo("【无数据】数据来源“考勤系统导出”中断");
        assertThat(notice.text()).isEqualTo("""
                数据来源“考勤系统导出”没有按时收到数据：2026年11月24日起的采集值，应在 2026年11月25日 24:00 前送达，至今没有。

                编号：w1
                来源：考勤系统导出（kq）
                范围：128 个序列（质控点与主体的组合）没有数据
                数据责任单位：教务处
                最晚应到：2026年11月25日 24:00

                请您：检查业务系统的导出、推送或文件投放是否正常，并补报缺少的采集值。数据送达后，本提醒自动解除；没有数据不等于好转，已有的越线预警不受影响。

                打开页面：
                https://zhengai.example.edu.cn/warnings/w1""");
    }

    @Test
    void aSourceThatIsBack() {
        Notice notice = only(Warning.WHOLE_SOURCE, "kq", Step.CLEARED);
        assertThat(notice.title()).isEqualTo("【数据恢复】数据来源“考勤系统导出”已恢复");
        assertThat(notice.text())
                .startsWith("数据来源“考勤系统导出”又收到数据了，此前的无数据提醒解除。")
                .contains("恢复：2026年11月26日 00:01")
                .contains("核对中断期间的采集值是否都已补报");
    }

    @Test
    void oneSeriesAndOnePointOfASource() {
        Notice series = only("course.attendance", "c1", Step.RAISED);
        assertThat(series.title()).isEqualTo("【无数据】学生签到率 · 高等数学（机电系）");
        assertThat(series.text()).startsWith("高等数学（机电系）的“学生签到率”没有按时收到数据").contains("采集频度：每日");
    }

    @ParameterizedTest
    @CsvSource({
        "@source, push, xx, the owner of the source",
        "@source, nobody, zw, nobody's source is the committee's",
        "course.owned, @nobody, xx, the point's owner where the source has none",
        "course.attendance, @push, xx, of the source that is silent",
        "course.attendance, c1, jwc, the source that names the point",
        "course.owned, c1, xx, the point's owner where no source names it",
        "student.x, s1, jd, the subject's own unit else",
    })
    void isToldTheDataOwner(String point, String subject, String unit, String why) {
        assertThat(only(point, subject, Step.RAISED).unit()).as(why).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"@source, kq", "course.attendance, @kq", "course.attendance, c1", "student.x, s1"})
    void machinesGetWhatTheSchemaSays(String point, String subject) throws IOException {
        Notice notice = only(point, subject, Step.RAISED);
        try (InputStream text = Router.class.getResourceAsStream("notice.schema.json")) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            assertThat(schema.validate(notice.data(), InputFormat.JSON)).isEmpty();
        }
        assertThat(new ObjectMapper()
                        .readTree(notice.data())
                        .path("silentSeries")
                        .asLong())
                .isEqualTo(128);
    }
}
