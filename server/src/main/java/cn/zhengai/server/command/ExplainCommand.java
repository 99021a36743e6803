package cn.zhengai.server.command;

import cn.zhengai.server.settings.Refusal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zhengai explain}: why a grade, goal, figure, band or warning is what it is, down to the rows. */
@Command(
        name = "explain",
        description = "解释一个等级、目标、汇总值、状态或预警：从结果逐层推算到采集值、批次和行",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "种类",
        subcommands = {
            ExplainCommand.OfGrade.class,
            ExplainCommand.OfGoal.class,
            ExplainCommand.OfFigure.class,
            ExplainCommand.OfBand.class,
            ExplainCommand.OfWarning.class
        })
public final class ExplainCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Of a department. */
    @Command(name = "grade", description = "部门的等级", mixinStandardHelpOptions = true)
    static final class OfGrade implements Callable<Integer> {
        @Mixin
        private final ExplainOptions options = new ExplainOptions();

        @Parameters(index = "0", paramLabel = "单位", description = "编号、名称或别名")
        private String unit = "";

        @Parameters(index = "1", paramLabel = "周期", description = "例如 2026")
        private String cycle = "";

        @Override
        public Integer call() {
            return options.answer((run, question) -> run.explanations().grade(unit, cycle, question));
        }
    }

    /** Of a unit. */
    @Command(name = "goal", description = "一项目标的达成度", mixinStandardHelpOptions = true)
    static final class OfGoal implements Callable<Integer> {
        @Mixin
        private final ExplainOptions options = new ExplainOptions();

        @Parameters(index = "0", paramLabel = "单位", description = "编号、名称或别名")
        private String unit = "";

        @Parameters(index = "1", paramLabel = "目标", description = "目标编号")
        private String goal = "";

        @Parameters(index = "2", paramLabel = "周期", description = "例如 2026")
        private String cycle = "";

        @Override
        public Integer call() {
            return options.answer((run, question) -> run.explanations().goal(unit, goal, cycle, question));
        }
    }

    /** Of a point over a unit or one subject. */
    @Command(name = "figure", description = "质控点在一个周期的汇总值", mixinStandardHelpOptions = true)
    static final class OfFigure implements Callable<Integer> {
        @Mixin
        private final ExplainOptions options = new ExplainOptions();

        @Parameters(index = "0", paramLabel = "质控点", description = "例如 course.attendance")
        private String point = "";

        @Parameters(index = "1", paramLabel = "单位或主体", description = "编号、名称或别名")
        private String over = "";

        @Parameters(index = "2", paramLabel = "周期", description = "例如 2026")
        private String cycle = "";

        @Override
        public Integer call() {
            return options.answer((run, question) -> run.explanations().figure(point, over, cycle, question));
        }
    }

    /** Of one series. */
    @Command(name = "band", description = "一个主体在一个质控点上的状态", mixinStandardHelpOptions = true)
    static final class OfBand implements Callable<Integer> {
        @Mixin
        private final ExplainOptions options = new ExplainOptions();

        @Parameters(index = "0", paramLabel = "质控点", description = "例如 course.attendance")
        private String point = "";

        @Parameters(index = "1", paramLabel = "主体", description = "编号、名称或别名")
        private String subject = "";

        @Option(names = "--at", paramLabel = "时间", description = "哪一时间的状态（默认最新）")
        private @Nullable String at;

        @Override
        public Integer call() {
            return options.answer((run, question) -> run.explanations()
                    .band(
                            point,
                            subject,
                            ExplainOptions.instant(at, run.catalogue().zone()),
                            question));
        }
    }

    /** With its run of readings, its steps and who was told. */
    @Command(name = "warning", description = "一条预警：触发它的采集值、每一步的起因、通知了谁", mixinStandardHelpOptions = true)
    static final class OfWarning implements Callable<Integer> {
        @Mixin
        private final ExplainOptions options = new ExplainOptions();

        @Parameters(index = "0", paramLabel = "编号", description = "预警编号")
        private String id = "";

        @Override
        public Integer call() {
            return options.answer((run, question) -> run.reasons()
                    .explain(id, options.limit())
                    .orElseThrow(() -> new Refusal(Refusal.Cause.NOT_FOUND, "没有编号为 " + id + " 的预警。")));
        }
    }
}
