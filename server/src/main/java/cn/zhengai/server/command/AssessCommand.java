package cn.zhengai.server.command;

import cn.zhengai.assessment.NotDeclaredException;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.Refusal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code zhengai assess CYCLE}: computes achievement and grades of all departments and keeps them. */
@Command(name = "assess", description = "计算一个周期各部门的目标达成度和等级", mixinStandardHelpOptions = true)
public final class AssessCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Mixin
    private final CycleOption cycle = new CycleOption();

    @Override
    public Integer call() {
        Say say = Say.toTerminal();
        try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
            run.evaluateAll();
            print(
                    run.assessments()
                            .assess(cycle.id(run.catalogue(), Clocks.system().instant())),
                    say);
            return ExitCode.OK.number();
        } catch (NotDeclaredException unknown) {
            throw new Refusal(Refusal.Cause.NOT_FOUND, String.valueOf(unknown.getMessage()));
        }
    }

    private static void print(CollegeAssessment result, Say say) {
        say.line(result.cycle().name() + "\t" + result.standing());
        String running = result.running().isPresent() ? "（进行中）" : "";
        for (DepartmentAssessment d : result.departments()) {
            say.line(d.name() + "\t"
                    + d.achievement().map(a -> a.cut(2).toPlainString() + "%").orElse("未设目标") + "\t"
                    + d.grade().map(g -> g.chinese() + running).orElse("—")
                    + (d.unknownGoals().isEmpty()
                            ? ""
                            : "\t（" + d.unknownGoals().size() + " 项目标尚无数据，按 0 计）"));
        }
        result.version().ifPresent(version -> say.line("依据" + version.sentence()));
        say.line("共 " + result.departments().size() + " 个部门；结果摘要 " + result.digest());
    }
}
