package cn.zhengai.alerting.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

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
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final Instant RAISED = Instant.parse("2026-03-02T00:30:00Z");

    private final MemoryLedger ledger = new MemoryLedger();
    private final Outbox outbox = ledger.outbox();
    private final List<Long> unaddressed = new ArrayList<>();
    private Catalogue catalogue = college(new OrgUnit.Contact("mail", "jdx@example.edu.cn"));
    private int facts;

    /** 机电系 has these contacts, 教务处 a webhook, 数学教研室 none of its own. */
    private static Catalogue college(OrgUnit.Contact... ofDepartment) {
        return new College()
                .unit("zw", "质量管理委员会", "")
                .unit("jwc", "教务处", "zw", new OrgUnit.Contact("webhook", "jwc-bot"))
                .unit("jdx", "机电系", "zw", ofDepartment)
                .unit("math", "数学教研室", "jdx")
                .subject("c1", "高等数学", Level.COURSE, "math")
                .subject("c2", "教务课", Level.COURSE, "jwc")
                .subject("s1", "张三", Level.STUDENT, "jdx")
                .point(College.owned(
                        "course.attendance",
                        "学生签到率",
                        Level.COURSE,
                        Watch.DEFAULT,
                        Optional.of("jwc"),
                        College.version(College.SINCE, 98, 95, 90)))
                .point(College.owned(
                        "student.attendance",
                        "到课率",
                        Level.STUDENT,
                        Watch.DEFAULT,
                        Optional.empty(),
                        College.version(College.SINCE, 98, 95, 90)))
                .catalogue();
    }

    private Router router() {
        return new Router(
                () -> catalogue, ledger.warnings(), outbox, "https://zhengai.example.edu.cn/", new RoutingMeter() {
                    @Override
                    public void routed(long notices) {}

                    @Override
                    public void unaddressed(long some) {
                        unaddressed.add(some);
                    }
                });
    }

    private void happened(Step step, String point, String subject, boolean tell) {
        Optional<Instant> cleared = step == Step.CLEARED ? Optional.of(RAISED.plusSeconds(93_600)) : Optional.empty();
        Warning warning = new Warning(
                "w1",
                WarningKind.THRESHOLD,
                point,
                subject,
                step == Step.ESCALATED ? Severity.RED : Severity.ORANGE,
                step == Step.CLEARED ? Warning.Status.CLEARED : Warning.Status.OPEN,
                RAISED,
                RAISED,
                Micros.position(88_529_411, true),
                cleared,
                true,
                Optional.empty());
        facts++;
        Fact fact = new Fact("w1-" + step + "-" + facts, 0, step, warning, tell, RAISED.plusSeconds(60), "");
        ledger.warnings().keep(new Turn("warner", 0, 0, 0, List.of(), List.of(warning), List.of(fact), Map.of()));
    }

    private List<Notice> routed() {
        Router router = router();
        while (router.runOnce()) {
            assertThat(outbox.routedUpTo()).isPositive();
        }
        return outbox.recent(100).stream().map(Outbox.Kept::notice).toList();
    }

    @Test
    void tellsTheNearestUnitWithAContactAndThePointsOwner() {
        happened(Step.RAISED, "course.attendance", "c1", true);
        assertThat(routed())
                .extracting(Notice::unit, Notice::channel, Notice::address)
                .containsExactlyInAnyOrder(
                        tuple("jdx", "mail", "jdx@example.edu.cn"), tuple("jwc", "webhook", "jwc-bot"));
    }

    @Test
    void anAddressIsToldOnce() {
        happened(Step.RAISED, "course.attendance", "c2", true);
        assertThat(routed()).extracting(Notice::address).containsExactly("jwc-bot");
    }

    @Test
    void aSecondRouterChangesNothing() {
        happened(Step.RAISED, "course.attendance", "c1", true);
        List<Notice> first = routed();
        assertThat(routed()).isEqualTo(first);
        assertThat(first).extracting(Notice::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotToldIsPassedOver() {
        happened(Step.RAISED, "course.attendance", "c1", false);
        assertThat(routed()).isEmpty();
        assertThat(outbox.routedUpTo()).isEqualTo(1);
    }

    @Test
    void nobodyToTellIsSaidAloud() {
        catalogue = college();
        happened(Step.RAISED, "student.attendance", "s1", true);
        assertThat(routed()).isEmpty();
        assertThat(unaddressed).containsExactly(1L);
        assertThat(outbox.routedUpTo()).as("routed nevertheless").isEqualTo(1);
    }

    @Test
    void whatTheCatalogueNoLongerKnowsIsToldByItsIds() {
        happened(Step.WITHDRAWN, "course.attendance", "gone", true);
        Notice notice = routed().get(0);
        assertThat(notice.address()).isEqualTo("jwc-bot");
        assertThat(notice.title()).isEqualTo("【预警撤销】学生签到率 · gone");
    }

    @Test
    void titles() {
        happened(Step.RAISED, "course.attendance", "c2", true);
        happened(Step.ESCALATED, "course.attendance", "c2", true);
        happened(Step.CLEARED, "course.attendance", "c2", true);
        happened(Step.CORRECTED, "course.attendance", "c2", true);
        happened(Step.WITHDRAWN, "course.attendance", "c2", true);
        assertThat(routed())
                .extracting(Notice::title)
                .containsExactly(
                        "【预警撤销】学生签到率 · 教务课（教务处）",
                        "【预警更正】学生签到率 · 教务课（教务处）",
                        "【预警解除】学生签到率 · 教务课（教务处）",
                        "【升级为红色预警】学生签到率 · 教务课（教务处）",
                        "【橙色预警】学生签到率 · 教务课（教务处）");
    }

    @Test
    void aRaisedWarningInFull() {
        happened(Step.RAISED, "course.attendance", "c2", true);
        assertThat(routed().get(0).text()).isEqualTo("""
            教务课（教务处）的“学生签到率”自 2026年3月2日 08:30 起达到预警值。

            层面：课程
            编号：w1
            级别：橙色预警
            开始：2026年3月2日 08:30
            解除：尚未解除
            引发预警的采集值：88.52%
            预警值 < 90%，标准值 ≥ 95%，目标值 ≥ 98%

            请您：在页面上确认此预警，查明原因，落实改进措施。采集值回到标准值后，预警自动解除。

            打开页面：
            https://zhengai.example.edu.cn/warnings/w1\
            """);
    }

    @Test
    void aClearedOneSaysHowLongItLasted() {
        happened(Step.CLEARED, "course.attendance", "c2", true);
        assertThat(routed().get(0).text())
                .startsWith("教务课（教务处）的“学生签到率”已回到标准值，预警解除。")
                .contains("解除：2026年3月3日 10:30（历时 1 天 2 小时）");
    }

    @Test
    void noValueOfAPersonIsInAnyMessage() {
        for (Step step : Step.values()) {
            happened(step, "student.attendance", "s1", true);
        }
        assertThat(routed()).hasSize(Step.values().length).allSatisfy(notice -> {
            assertThat(notice.text())
                    .doesNotContain("88.5")
                    .contains("张三", "涉及个人", "编号：w1")
                    .doesNotContain("登录");
            assertThat(notice.data()).doesNotContain("88.5");
        });
    }

    @Test
    void aMailAboutAPersonSaysThatThePageDoesNotShowIt() {
        happened(Step.RAISED, "student.attendance", "s1", true);
        assertThat(routed().get(0).text()).contains("页面上也不显示", "凭编号确认，说明中不要写姓名", "打开页面（不显示姓名和数值，可凭编号确认）：");
    }

    @Test
    void theJsonIsAsItsSchemaSays() throws Exception {
        for (Step step : Step.values()) {
            happened(step, "course.attendance", "c1", true);
            happened(step, "student.attendance", "s1", true);
            happened(step, "course.attendance", "gone", true);
        }
        Schema schema = schema();
        assertThat(routed()).hasSize(4 * Step.values().length).allSatisfy(notice -> {
            List<Error> errors = schema.validate(notice.data(), InputFormat.JSON);
            assertThat(errors).isEmpty();
        });
        assertThat(schema.validate("{\"version\":1}", InputFormat.JSON))
                .as("the schema can say no")
                .isNotEmpty();
    }

    private static Schema schema() throws Exception {
        try (InputStream text = Router.class.getResourceAsStream("notice.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    @Test
    void theJsonHoldsWhatTheTextSays() throws Exception {
        happened(Step.RAISED, "course.attendance", "c2", true);
        JsonNode json = new JsonMapper().readTree(routed().get(0).data());
        assertThat(json.at("/step").asText()).isEqualTo("RAISED");
        assertThat(json.at("/warning/severity").asText()).isEqualTo("ORANGE");
        assertThat(json.at("/warning/raisedAt").asText()).isEqualTo("2026-03-02T08:30:00+08:00");
        assertThat(json.at("/value").asText()).isEqualTo("88.529411");
        assertThat(json.at("/lines/warning").asText()).isEqualTo("< 90");
        assertThat(json.at("/subject/unit/name").asText()).isEqualTo("教务处");
        assertThat(json.at("/link").asText()).isEqualTo("https://zhengai.example.edu.cn/warnings/w1");
    }
}
