package cn.zhengai.server.command;

import cn.zhengai.collector.rejection.DeskRefused;
import cn.zhengai.collector.rejection.RejectionDesk;
import cn.zhengai.collector.rejection.Resent;
import cn.zhengai.collector.rejection.Words;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding.Status;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zhengai rejections}: what was rejected, and what people do about it, without a server. */
@Command(
        name = "rejections",
        description = "查看、更正、重发或忽略被拒收的行（先停止服务；服务运行时请用页面或接口）",
        synopsisSubcommandLabel = "命令",
        subcommands = RejectionsResendCommand.class,
        mixinStandardHelpOptions = true)
public final class RejectionsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Say say = Say.toTerminal();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "列出拒收的行，从新到旧；不带条件时先给出各来源、各原因的待处理条数", mixinStandardHelpOptions = true)
    int list(@Mixin FolderOption data, @Mixin RejectionFilter filter, @Mixin StatusOption status) {
        try (Run run = open(data)) {
            Intake intake = run.stores().ledger().intake();
            Query query =
                    filter.query(Optional.of(status.status), run.catalogue().zone());
            RejectionText text = text(run);
            text.counts(intake.open());
            List<Kept> found = intake.find(query);
            found.forEach(text::line);
            long more = intake.count(query) - found.size();
            if (more > 0) {
                say.line("还有 " + more + " 条没有列出，请用 --limit 放宽，或用 --source、--reason、--since、--text 缩小范围。");
            }
            return ExitCode.OK.number();
        }
    }

    @Command(name = "show", description = "一条拒收的全部内容：原文、各列、原因、处理经过", mixinStandardHelpOptions = true)
    int show(@Mixin FolderOption data, @Mixin IdParameter id) {
        try (Run run = open(data)) {
            text(run).whole(run.rejections().find(id(id.id)).orElseThrow(() -> unknown(id.id)));
            return ExitCode.OK.number();
        }
    }

    @Command(name = "retry", description = "目录或映射改好后重发：写编号，或按条件重发全部待处理的行", mixinStandardHelpOptions = true)
    int retry(
            @Mixin FolderOption data,
            @Mixin RejectionFilter filter,
            @Mixin WordsOption words,
            @Mixin IdParameters ids) {
        return answer(data, desk -> {
            if (ids.ids.isEmpty()) {
                return desk.rejections()
                        .retry(
                                filter.query(
                                        Optional.of(Status.OPEN),
                                        desk.catalogue().zone()),
                                words.words());
            }
            List<RejectionId> wanted = new ArrayList<>();
            ids.ids.forEach(text -> wanted.add(id(text)));
            return desk.rejections().retry(wanted, words.words());
        });
    }

    @Command(
            name = "repair",
            description = "更正一行的若干列后重发，例如 repair R-12-1 --set 数值=95.5",
            mixinStandardHelpOptions = true)
    int repair(@Mixin FolderOption data, @Mixin WordsOption words, @Mixin SetOption set, @Mixin IdParameter id) {
        return answer(data, run -> run.rejections().repair(id(id.id), set.columns, words.words()));
    }

    @Command(name = "dismiss", description = "忽略一行，不再处理；原文保留", mixinStandardHelpOptions = true)
    int dismiss(@Mixin FolderOption data, @Mixin WordsOption words, @Mixin IdParameter id) {
        try (Run run = open(data)) {
            text(run).line(run.rejections().dismiss(id(id.id), words.words()));
            return ExitCode.OK.number();
        } catch (DeskRefused refused) {
            return refused(refused);
        }
    }

    @Command(
            name = "export",
            description = "把待处理的行导出为 CSV，或导出为工作簿（文件名以 .xlsx 结尾：原因标在单元格上，改好后用 resend 交回）",
            mixinStandardHelpOptions = true)
    int export(@Mixin FolderOption data, @Mixin RejectionFilter filter, @Mixin OutOption to) throws IOException {
        Path out = to.out;
        try (Run run = open(data)) {
            Query query = filter.query(Optional.of(Status.OPEN), run.catalogue().zone());
            List<Kept> open = run.stores().ledger().intake().find(query);
            if (!RejectionExport.isWorkbook(out)) {
                say.line("已导出 " + RejectionExport.write(open, out) + " 条待处理的拒收：" + out.toAbsolutePath());
                return ExitCode.OK.number();
            }
            if (RejectionExport.isTooLarge(open)) {
                say.error("行太多，写不成工作簿。请用 --source、--reason、--since、--limit 缩小范围，或导出为 CSV。");
                return ExitCode.USAGE.number();
            }
            long rows = RejectionExport.writeWorkbook(open, run.rejections()::mappingOf, out);
            say.line("已导出 " + rows + " 行待处理的拒收：" + out.toAbsolutePath() + "。改好后用 zhengai rejections resend 交回。");
            return ExitCode.OK.number();
        }
    }

    private int answer(FolderOption data, Sending sending) {
        try (Run run = open(data)) {
            Resent resent = sending.send(run);
            run.evaluateAll();
            say.line("已补报 " + resent.repaired() + " 条，接收采集值 " + resent.readings() + " 个；仍待处理 " + resent.open() + " 条。");
            return (resent.open() > 0 ? ExitCode.REJECTED : ExitCode.OK).number();
        } catch (DeskRefused refused) {
            return refused(refused);
        }
    }

    private int refused(DeskRefused refused) {
        return refused(refused, say);
    }

    static int refused(DeskRefused refused, Say say) {
        say.error(refused.sentence());
        return (switch (refused.why()) {
                    case UNKNOWN -> ExitCode.NOT_FOUND;
                    case WORDS -> ExitCode.USAGE;
                    case SETTLED, NO_COLUMNS -> ExitCode.REJECTED;
                })
                .number();
    }

    private Run open(FolderOption data) {
        return Opening.open(data.folder(), Clocks.system(), say);
    }

    private RejectionText text(Run run) {
        return new RejectionText(say, run.catalogue().zone());
    }

    private static RejectionId id(String text) {
        return RejectionId.parse(text).orElseThrow(() -> unknown(text));
    }

    private static Refusal unknown(String id) {
        return new Refusal(Refusal.Cause.NOT_FOUND, "没有拒收记录“" + id + "”。编号写作 R-12-1，用 zhengai rejections list 查看。");
    }

    /** Sends rows again through a run's {@link RejectionDesk}. */
    private interface Sending {
        Resent send(Run run) throws DeskRefused;
    }

    // Picocli gives a method's options and its mixins to the wrong parameters when both are there: mixins only.

    /** Which of them by how they stand. */
    static final class StatusOption {
        @Option(
                names = "--status",
                paramLabel = "状态",
                defaultValue = "OPEN",
                description = "OPEN 待处理（默认）、REPAIRED 已补报、DISMISSED 已忽略")
        private Status status = Status.OPEN;
    }

    /** One of them. */
    static final class IdParameter {
        @Parameters(paramLabel = "编号", description = "例如 R-12-1")
        private String id = "";
    }

    /** Some of them; none: by what the filter says. */
    static final class IdParameters {
        @Parameters(paramLabel = "编号", arity = "0..*", description = "例如 R-12-1 R-12-2；不写时按条件")
        private List<String> ids = new ArrayList<>();
    }

    /** What is put right. */
    static final class SetOption {
        @Option(names = "--set", paramLabel = "列=值", required = true, description = "改后的值，可写多次；值留空表示清空")
        private Map<String, String> columns = new LinkedHashMap<>();
    }

    /** Where a file goes. */
    static final class OutOption {
        @Option(names = "--out", paramLabel = "文件", required = true, description = "写到哪个文件")
        private Path out = Path.of("rejections.csv");
    }

    /** Who does it and why. */
    static final class WordsOption {
        @Option(names = "--by", paramLabel = "姓名", required = true, description = "谁处理的")
        private String by = "";

        @Option(names = "--why", paramLabel = "理由", required = true, description = "为什么这样处理")
        private String why = "";

        Words words() throws DeskRefused {
            return Words.of(by, why);
        }
    }
}
