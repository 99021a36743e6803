package cn.zhengai.alerting.warner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.College;
import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Why warnings were raised, derived from the readings by a pass that is not the engine's. */
class ReasonsTest {
    private static final double[] VALUES = {85, 89, 92, 94, 95, 99};

    private static WarningReasons reasons(Watchtower tower, Catalogue catalogue) {
        return new WarningReasons(() -> catalogue, tower.readings, tower.ledger, Warner.CONSUMER);
    }

    @Test
    void theRunThatRaisedItAndEachStepWithItsReading() {
        Watch watch = new Watch(new Patience(2, Duration.ofMinutes(1)), Patience.NONE, false, false);
        Catalogue catalogue = College.ofCourses(1, College.attendance(watch));
        try (Watchtower tower = new Watchtower(catalogue)) {
            tower.readAll(99, 89, 88, 92, 96);
            Fact raised = tower.facts().get(0);
            tower.ledger
                    .outbox()
                    .put(
                            0,
                            1,
                            List.of(new Notice(
                                    "n",
                                    raised.number(),
                                    raised.warning().id(),
                                    "zw",
                                    "mail",
                                    "zw@example.edu.cn",
                                    "",
                                    "",
                                    "{}",
                                    Instant.EPOCH)));

            Explanation why =
                    reasons(tower, catalogue).explain(raised.warning().id(), 10).orElseThrow();

            assertThat(why.shown()).isEqualTo("橙色，已解除");
            assertThat(why.agreement().state()).isEqualTo(Agreement.State.EQUAL);
            assertThat(why.working().orElseThrow().formula())
                    .isEqualTo("连续 2 个采集值越线，2026-03-02 08:02 的 88% 触发；2026-03-02 08:04 的 96% 解除");
            assertThat(why.parts().get(0).parts())
                    .extracting(Explanation::shown)
                    .containsExactly("89%", "88%");
            assertThat(why.parts().get(1).parts())
                    .extracting(Explanation::shown)
                    .containsExactly("96%");
            List<Explanation> steps =
                    why.parts().stream().filter(n -> n.kind() == Kind.STEP).toList();
            assertThat(steps).hasSize(2);
            assertThat(steps.get(0).parts()).extracting(Explanation::label).contains("通知 质量管理委员会（邮件）");
            assertThat(steps.get(0).parts().get(0).reading().orElseThrow().seq())
                    .isEqualTo(3);
            assertThat(why.all().map(Explanation::toString)).noneMatch(text -> text.contains("zw@example"));
        }
    }

    /** Whatever came in, in any order, with corrections: the plain pass agrees with every kept warning. */
    @Test
    void everyKeptWarningIsDerivedAgain() {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            Watch watch = new Watch(patience(random), patience(random), random.nextBoolean(), random.nextBoolean());
            if (random.nextBoolean()) {
                Watch before =
                        new Watch(patience(random), patience(random), random.nextBoolean(), random.nextBoolean());
                watch = watch.after(List.of(new Watch.Former(LocalDate.parse("2026-03-02"), before)));
            }
            // the day begins anew at minute 12
            ZoneId zone = ZoneOffset.ofHoursMinutes(0, -12);
            Catalogue catalogue = College.ofCoursesIn(zone, 1, College.attendance(watch));
            try (Watchtower tower = new Watchtower(catalogue)) {
                for (int i = 0; i < 60; i++) {
                    tower.read(random.nextInt(25), VALUES[random.nextInt(VALUES.length)]);
                }
                WarningReasons reasons = reasons(tower, catalogue);
                for (Fact fact : tower.facts()) {
                    Explanation why = reasons.explain(fact.warning().id(), 3).orElseThrow();
                    assertThat(why.alarms()).as("seed %s, %s", seed, why).isEmpty();
                    assertThat(why.agreement().state()).isEqualTo(Agreement.State.EQUAL);
                }
            }
        }
    }

    private static Patience patience(Random random) {
        return random.nextBoolean()
                ? Patience.NONE
                : new Patience(1 + random.nextInt(3), Duration.ofMinutes(random.nextInt(4)));
    }

    @Test
    void noSuchWarning() {
        Catalogue catalogue = College.ofCourses(1, College.attendance(Watch.DEFAULT));
        try (Watchtower tower = new Watchtower(catalogue)) {
            assertThat(reasons(tower, catalogue).explain("none", 3)).isEmpty();
        }
    }
}
