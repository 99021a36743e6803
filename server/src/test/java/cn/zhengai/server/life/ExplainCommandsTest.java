package cn.zhengai.server.life;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.silence.SilenceWatch;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Stores;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of {@code zhengai explain} over a small college, from a file to the answer. */
class ExplainCommandsTest {
    private static final String READINGS = """
            point,subject,at,numerator,denominator
            course.attendance,C0,2026-03-02,80,100
            course.attendance,C0,2026-03-03,85,100
            course.attendance,C0,2026-03-04,96,100
            course.attendance,C0,2026-03-05,97,100
            course.attendance,C1,2026-03-02,99,100
            """;

    @TempDir
    Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void collegeWithReadings() throws IOException {
        data = folder.resolve("data");
        SmallCollege.write(data, 1);
        Files.createDirectories(data.resolve("catalogue/goals"));
        Files.writeString(data.resolve("catalogue/goals/2026.yaml"), """
                cycle: "2026"
                unit: jwc
                goals:
                  - {id: attendance, name: 签到率, kind: key, weight: 60, ratio: {point: course.attendance, target: 98}}
                  - {id: tasks, name: 制度修订, kind: routine, weight: 40,
                     tasks: [{name: 甲, due: 2026-03-31, done: 2026-03-10, evidence: 文件}, {name: 乙, due: 2026-03-31}]}
                """);
        Path file = folder.resolve("readings.csv");
        Files.writeString(file, READINGS);
        said("import", file.toString(), "--source", "jwxt");
    }

    private String said(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        Ran ran = Ran.command(folder, all);
        assertThat(ran.exit()).as(ran.text()).isZero();
        return ran.text();
    }

    @Test
    void gradeGoalFigureAndBand() throws IOException {
        said("assess", "2026");

        assertThat(said("explain", "grade", "教务处", "2026"))
                .contains("教务处 2026 年度 等级：不达标")
                .contains("75.95… < 80", "（精确值 3722/49）", "目录第 1 版（自始施行，")
                .contains("规则  办法第十一条")
                .contains("(60 × 93.26… + 40 × 50) ÷ 100 = 75.95…")
                .contains("与保存的结果逐位一致")
                .doesNotContain("警告");
        assertThat(said("explain", "goal", "jwc", "attendance", "2026"))
                .contains("91.4", "98")
                .contains("与保存的结果逐位一致")
                .doesNotContain("警告");
        assertThat(said("explain", "figure", "course.attendance", "jwc", "2026", "--json"))
                .contains("100 × 457 ÷ 500 = 91.4")
                .contains("\"kind\":\"FIGURE\"");
        assertThat(said("explain", "band", "course.attendance", "C0", "--at", "2026-03-03"))
                .contains("课程0", "预警", "85%", "2026-03-03", "来源  85 ÷ 100，jwxt", "第 3 行");
        Ran.command(folder, "explain", "goal", "jwc", "nothing", "2026", "--data", data.toString())
                .refused(9, "没有目标“nothing”");
    }

    @Test
    void warnings() throws IOException {
        Warning low = only(WarningKind.THRESHOLD, false);
        assertThat(said("explain", "warning", low.id()))
                .contains("课程0 · 学生签到率 越线预警：橙色，已解除")
                .contains("连续 2 个采集值越线，2026-03-03 的 85% 触发；2026-03-05 的 97% 解除")
                .contains("与保存的结果逐位一致")
                .doesNotContain("警告  ");
        Ran.command(folder, "explain", "warning", "nothing", "--data", data.toString())
                .refused(9, "没有编号为 nothing 的预警");

        Warning silent = only(WarningKind.NO_DATA, true);
        assertThat(said("explain", "warning", silent.id()))
                .contains("数据来源“教务系统” 无数据：蓝色，未解除")
                .contains("2 个应有采集值的序列里有 2 个过了期限，最早的应在 2026-03-05 之前到")
                .contains("每日采集，宽限 1 个上课日")
                .contains("与保存的结果逐位一致")
                .doesNotContain("目录里已没有", "归并", "警告  ");
    }

    /** The one warning of a kind, after looking whether data are missing. */
    private Warning only(WarningKind kind, boolean look) {
        DataFolder opened = DataFolder.open(data);
        Settings settings = Settings.read(opened.settings(), Map.of());
        try (Run run = Run.open(opened, settings, Clocks.system())) {
            Stores stores = run.stores();
            if (look) {
                new SilenceWatch(
                                run::catalogue,
                                new SilenceWatch.Ports(
                                        stores.index(),
                                        stores.readings().store(),
                                        stores.readings().log()::end,
                                        stores.ledger().intake(),
                                        stores.ledger().warnings()),
                                Clocks.system(),
                                Duration.ZERO)
                        .runOnce();
            }
            List<Warning> found = stores.ledger()
                    .warnings()
                    .find(new Query(
                            Optional.empty(),
                            Optional.of(kind),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            0,
                            10));
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
