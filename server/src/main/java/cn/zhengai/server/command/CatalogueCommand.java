package cn.zhengai.server.command;

import cn.zhengai.catalogue.ChangeNote;
import cn.zhengai.core.version.CatalogueDiff;
import cn.zhengai.core.version.CatalogueVersion;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.Change;
import cn.zhengai.core.version.Edition;
import cn.zhengai.core.version.Timeline;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.version.RulesInForce;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zhengai catalogue ...}: the catalogue's versions, and the catalogue as a workbook. */
@Command(
        name = "catalogue",
        description = "目录的版本：列出、查看、比较、发布；目录的 Excel 工作簿：导出、导入",
        synopsisSubcommandLabel = "子命令",
        mixinStandardHelpOptions = true,
        subcommands = {
            CatalogueCommand.Versions.class,
            CatalogueCommand.Show.class,
            CatalogueCommand.Diff.class,
            CatalogueCommand.PublishNow.class,
            CatalogueExportCommand.class,
            CatalogueImportCommand.class
        })
public final class CatalogueCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static Refusal none(int number) {
        return new Refusal(Refusal.Cause.NOT_FOUND, "目录没有第 " + number + " 版。请用 zhengai catalogue versions 查看。");
    }

    /** Lists all. */
    @Command(name = "versions", description = "列出全部版本：施行日期、发布人、理由", mixinStandardHelpOptions = true)
    static final class Versions implements Callable<Integer> {
        @Mixin
        private final FolderOption data = new FolderOption();

        @Override
        public Integer call() {
            Say say = Say.toTerminal();
            try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
                ZoneId zone = run.catalogue().zone();
                List<Head> heads = run.rules().editions().heads();
                Timeline timeline = Timeline.of(heads);
                LocalDate today = LocalDate.ofInstant(Clocks.system().instant(), zone);
                for (Head head : heads) {
                    say.line("第 " + head.number() + " 版\t" + head.since() + "\t" + head.author() + "\t"
                            + LocalDate.ofInstant(head.recordedAt(), zone) + " 记录\t" + head.reason() + "\t["
                            + timeline.standing(head, today).chinese() + "]"
                            + (head.correction(zone) ? "[溯及以往]" : ""));
                }
                return ExitCode.OK.number();
            }
        }
    }

    /** Shows one. */
    @Command(name = "show", description = "显示一个版本的文件；不写文件时列出文件名", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        private final FolderOption data = new FolderOption();

        @Parameters(index = "0", paramLabel = "版本", description = "版本号")
        private int number;

        @Parameters(index = "1", paramLabel = "文件", arity = "0..1", description = "例如 points/course.yaml")
        private @Nullable String file;

        @Override
        public Integer call() {
            Say say = Say.toTerminal();
            try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
                CatalogueVersion version =
                        run.stores().ledger().catalogues().version(number).orElseThrow(() -> none(number));
                String text = file == null ? null : version.files().get(file);
                if (file == null) {
                    say.line(version.head().sentence());
                    version.files().keySet().forEach(say::line);
                } else if (text == null) {
                    throw new Refusal(Refusal.Cause.NOT_FOUND, "目录第 " + number + " 版没有文件 " + file + "。");
                } else {
                    say.line(text);
                }
                return ExitCode.OK.number();
            }
        }
    }

    /** Compares two. */
    @Command(name = "diff", description = "比较两个版本，逐条列出改动；只写一个时与它的前一版比较", mixinStandardHelpOptions = true)
    static final class Diff implements Callable<Integer> {
        @Mixin
        private final FolderOption data = new FolderOption();

        @Parameters(index = "0", paramLabel = "版本", description = "版本号")
        private int first;

        @Parameters(index = "1", paramLabel = "版本", arity = "0..1", description = "另一个版本号")
        private @Nullable Integer second;

        @Override
        public Integer call() {
            Say say = Say.toTerminal();
            int before = second == null ? first - 1 : first;
            int after = second == null ? first : second;
            try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
                Edition old = run.rules().editions().version(before).orElseThrow(() -> none(before));
                Edition young = run.rules().editions().version(after).orElseThrow(() -> none(after));
                young.head().ifPresent(head -> say.line(head.sentence() + "，与第 " + before + " 版相比："));
                List<Change> changes = CatalogueDiff.between(old.catalogue(), young.catalogue());
                changes.forEach(change -> say.line(change.sentence()));
                say.line(changes.isEmpty() ? "内容没有不同（可能只改了注释或写法）。" : "共 " + changes.size() + " 处改动。");
                return ExitCode.OK.number();
            }
        }
    }

    /** Makes the folder's text a version, with what is said about it. */
    @Command(name = "publish", description = "把目录文件夹的现有内容发布为新版本，并说明何时施行、由谁发布、为什么", mixinStandardHelpOptions = true)
    static final class PublishNow implements Callable<Integer> {
        @Mixin
        private final FolderOption data = new FolderOption();

        @Option(names = "--author", paramLabel = "发布人", description = "默认为操作系统用户")
        private @Nullable String author;

        @Option(names = "--reason", paramLabel = "理由", description = "施行日期在今天之前（补正）时必填")
        private @Nullable String reason;

        @Option(names = "--from", paramLabel = "日期", description = "施行的第一天，如 2026-01-01；always 表示自始施行；默认今天")
        private @Nullable String from;

        @Override
        public Integer call() {
            Say say = Say.toTerminal();
            ChangeNote note = new ChangeNote(
                    Optional.ofNullable(author),
                    Optional.ofNullable(reason),
                    Optional.ofNullable(from).map(Publish::day));
            try (Publish writing = Publish.announce(data.folder(), note);
                    Run run = Opening.open(data.folder(), Clocks.system(), say)) {
                RulesInForce rules = run.rules();
                List<Head> heads = rules.editions().heads();
                Head newest = heads.get(heads.size() - 1);
                Head head = writing.taken() || note.equals(ChangeNote.NONE) ? newest : rules.publish(note);
                say.line("现为" + head.sentence());
                rules.unheard().forEach(say::error);
                return ExitCode.OK.number();
            }
        }
    }
}
