package cn.zhengai.server.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.ChangeNote;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.port.CatalogueLedger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.version.CatalogueDiff;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.Change;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes a version, and which one holds on which day. */
class RulesInForceTest {
    @TempDir
    Path folder;

    private final SettableTime time = SettableTime.at("2026-03-10T00:00:00Z");
    private final CatalogueLedger ledger = new MemoryLedger().catalogues();
    private boolean drafting;

    @BeforeEach
    void write() throws IOException {
        for (String below : List.of("points", "subjects", "goals")) {
            Files.createDirectories(folder.resolve(below));
        }
        put("college.yaml", """
                name: 小学院
                lead-offices: {school: jwc, program: jwc, course: jwc, teacher: jwc, student: jwc}
                cycles:
                  - {id: "2025", name: 2025 年度, kind: year, from: "2025-01-01", to: "2025-12-31"}
                  - {id: "2026", name: 2026 年度, kind: year, from: "2026-01-01", to: "2026-12-31"}
                """);
        put("organisation.yaml", """
                units:
                  - {id: zlw, name: 质量管理委员会, kind: committee, contacts: [{webhook: duty}]}
                  - {id: jwc, name: 教务处, kind: department, parent: zlw}
                """);
        points(90);
        put("subjects/course.yaml", """
                level: course
                unit: jwc
                subjects:
                  - {id: C1, name: 课程一}
                """);
        goals("2025-12-20", false);
    }

    private void put(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        time.advance(Duration.ofSeconds(1));
    }

    private void points(int warning) throws IOException {
        put(
                "points/course.yaml",
                "level: course\npoints:\n  - {id: p, name: 签到率, unit: \"%\", direction: higher,"
                        + " roll-up: ratio, cadence: daily, weight: 1, owner: jwc, target: 98, standard: 95, warning: "
                        + warning + "}\n");
    }

    private void goals(String due, boolean done) throws IOException {
        put(
                "goals/2025.yaml",
                "cycle: \"2025\"\nunit: jwc\ngoals:\n  - {id: g, name: 目标, kind: key, weight: 100, tasks: "
                        + "[{name: 任务, due: " + due + (done ? ", done: 2025-12-19, evidence: 存档" : "") + "}]}\n");
    }

    private RulesInForce open() {
        return new RulesInForce(folder, CatalogueFolder.readWithTexts(folder), ledger, () -> drafting, time);
    }

    private static String warningOn(RulesInForce rules, String day) {
        Catalogue c = rules.catalogue();
        ControlPoint point = c.point("p").orElseThrow();
        List<LinesVersion> lines = point.linesFor(c.subject("C1").orElseThrow(), c.tree());
        LinesVersion inForce = lines.get(0);
        for (LinesVersion line : lines) {
            inForce = line.from().isAfter(LocalDate.parse(day)) ? inForce : line;
        }
        return inForce.lines().warning().text();
    }

    @Test
    void theFirstTextHoldsFromTheBeginningAndStaysOneVersion() {
        open();
        RulesInForce again = open();
        assertThat(ledger.heads()).extracting(Head::number).containsExactly(1);
        assertThat(ledger.heads().get(0).from()).isEqualTo(CatalogueVersion.ALWAYS);
        assertThat(ledger.heads().get(0).reason()).isEqualTo("首次采用");
        assertThat(again.look()).isFalse();
    }

    @Test
    void anEditHoldsFromTodayAndLastYearKeepsItsLines() throws IOException {
        RulesInForce rules = open();
        points(92);
        assertThat(rules.look()).isTrue();
        assertThat(warningOn(rules, "2026-03-09")).isEqualTo("< 90");
        assertThat(warningOn(rules, "2026-03-10")).isEqualTo("< 92");
        assertThat(warningOn(open(), "2026-03-09")).as("after a restart").isEqualTo("< 90");
        assertThat(ledger.heads().get(1).reason()).isEqualTo("未说明");
        assertThat(rules.look()).isFalse();
    }

    @Test
    void beforeTheFirstReadingEditsAreDrafts() throws IOException {
        drafting = true;
        RulesInForce rules = open();
        points(92);
        assertThat(rules.look()).isTrue();
        assertThat(warningOn(rules, "2020-01-01")).isEqualTo("< 92");
        assertThat(ledger.heads()).hasSize(2);
    }

    @Test
    void aNoteSaysWhoWhyAndFromWhenAndIsPutAside() throws IOException {
        RulesInForce rules = open();
        put("CHANGE.yaml", "author: 李主任\nreason: 学校决定\nfrom: 2026-09-01\n");
        assertThat(rules.look()).as("a note alone changes nothing").isFalse();
        points(92);
        assertThat(rules.look()).isTrue();
        assertThat(folder.resolve("CHANGE.yaml")).doesNotExist();
        assertThat(ledger.heads().get(1).sentence()).isEqualTo("目录第 2 版（自 2026-09-01 起施行，由 李主任 发布：学校决定）");
        assertThat(warningOn(rules, "2026-12-01")).as("it waits").isEqualTo("< 90");
        assertThat(rules.editions()
                        .on(LocalDate.parse("2026-09-01"))
                        .catalogue()
                        .point("p")
                        .orElseThrow())
                .isNotEqualTo(rules.catalogue().point("p").orElseThrow());

        time.set(Instant.parse("2026-08-31T15:59:59Z"));
        assertThat(rules.look()).isFalse();
        time.set(Instant.parse("2026-08-31T16:00:00Z"));
        assertThat(rules.look()).as("midnight in Shanghai").isTrue();
        assertThat(warningOn(rules, "2026-08-31")).isEqualTo("< 90");
        assertThat(warningOn(rules, "2026-09-01")).isEqualTo("< 92");
        assertThat(ledger.heads()).hasSize(2);
    }

    @Test
    void aCorrectionNeedsAReason() throws IOException {
        RulesInForce rules = open();
        put("CHANGE.yaml", "from: 2025-09-01\n");
        points(92);
        assertThat(rules.look()).isFalse();
        assertThat(ledger.heads()).hasSize(1);
        assertThatThrownBy(this::open).isInstanceOf(Refusal.class).hasMessageContaining("必须说明理由");

        put("CHANGE.yaml", "from: 2025-09-01\nreason: 当初录错\n");
        assertThat(rules.look()).isTrue();
        assertThat(warningOn(rules, "2025-09-01")).isEqualTo("< 92");
        assertThat(ledger.heads().get(1).correction(rules.catalogue().zone())).isTrue();
    }

    @Test
    void aNoteThatCannotBeReadKeepsTheEditOut() throws IOException {
        RulesInForce rules = open();
        put("CHANGE.yaml", "form: 2026-09-01\n");
        points(92);
        assertThat(rules.look()).isFalse();
        assertThatThrownBy(this::open).isInstanceOf(Refusal.class).hasMessageContaining("CHANGE.yaml:1:");
        Files.delete(folder.resolve("CHANGE.yaml"));
        assertThat(rules.look()).isTrue();
    }

    @Test
    void theSameTextMayBePublishedUnderAnotherDate() throws IOException {
        RulesInForce rules = open();
        points(92);
        rules.look();
        Head head = rules.publish(
                new ChangeNote(Optional.of("李主任"), Optional.of("应自学期初施行"), Optional.of(LocalDate.parse("2026-03-01"))));
        assertThat(head.number()).isEqualTo(3);
        assertThat(warningOn(rules, "2026-03-01")).isEqualTo("< 92");
        assertThat(warningOn(rules, "2026-02-28")).isEqualTo("< 90");
    }

    @Test
    void whatHasEndedLosesItsRuleOnThatDay() throws IOException {
        put("subjects/course.yaml", """
                level: course
                unit: jwc
                subjects:
                  - {id: C1, name: 课程一, to: 2026-03-31}
                """);
        RulesInForce rules = open();
        var series = new SeriesIndex().of("p", "C1");
        assertThat(rules.book().rule(series)).isPresent();
        time.set(Instant.parse("2026-03-31T16:00:00Z"));
        assertThat(rules.look()).isTrue();
        assertThat(rules.book().rule(series)).isEmpty();
        assertThat(rules.look()).isFalse();
    }

    /** The trap: the last task of the year is entered in January. */
    @Test
    void aChangeOfGoalsOfACycleThatIsOverIsPointedOut() throws IOException {
        RulesInForce rules = open();
        goals("2025-12-20", true);
        rules.look();
        assertThat(rules.unheard()).hasSize(1);
        assertThat(rules.unheard().get(0)).contains("2025 年度", "仍按第 1 版考核", "from: 2025-12-31");
        rules.publish(
                new ChangeNote(Optional.empty(), Optional.of("补记年末任务"), Optional.of(LocalDate.parse("2025-12-31"))));
        assertThat(rules.unheard()).isEmpty();
        assertThat(rules.editions()
                        .ofCycle("2025", LocalDate.parse("2026-03-10"))
                        .orElseThrow()
                        .head())
                .contains(ledger.heads().get(2));
    }

    @Test
    void theDifferenceIsReadable() throws IOException {
        RulesInForce rules = open();
        points(92);
        goals("2025-12-20", true);
        put("organisation.yaml", """
                units:
                  - {id: zlw, name: 质量管理委员会, kind: committee, contacts: [{webhook: duty}]}
                  - {id: jwc, name: 教务部, kind: department, parent: zlw}
                  - {id: xsc, name: 学生处, kind: department, parent: zlw, from: 2026-03-01}
                """);
        put("subjects/teacher.yaml", """
                level: teacher
                unit: jwc
                subjects:
                  - {id: T1, name: 周明远}
                """);
        rules.look();
        List<String> told = CatalogueDiff.between(
                        rules.editions().version(1).orElseThrow().catalogue(),
                        rules.editions().version(2).orElseThrow().catalogue())
                .stream()
                .map(Change::sentence)
                .toList();
        assertThat(told)
                .contains(
                        "单位“教务部”（jwc）：名称 教务处 → 教务部",
                        "单位“学生处”（xsc）：新增",
                        "诊改主体“教师”：名单：新增 1 名，删除 0 名，变更 0 名",
                        "质控点“签到率”（p）：预警值 < 90 → < 92",
                        "目标“目标”（2025/jwc/g）：任务“任务” 期限 2025-12-20，未完成 → 期限 2025-12-20，2025-12-19 完成，佐证 存档")
                .noneMatch(sentence -> sentence.contains("周明远"))
                .as("a new name is one difference, wherever it is referred to")
                .hasSize(5);
        assertThat(rules.catalogue().tree().named("教务处")).as("its former name").isPresent();
    }
}
