package cn.zhengai.server.command;

import cn.zhengai.server.migrate.Migration;
import cn.zhengai.server.migrate.Report;
import cn.zhengai.server.settings.Clocks;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhengai migrate --data FOLDER --to FOLDER}: from one machine into the distributed run, and back. */
@Command(name = "migrate", description = "把单机运行的数据目录迁到分布式运行，或迁回来；逐项核对数量和摘要", mixinStandardHelpOptions = true)
public final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Option(
            names = "--to",
            paramLabel = "目录",
            required = true,
            description = "迁到哪个数据目录：其中 zhengai.yaml 写好 ledger 和 distributed 的，迁到分布式运行；新的空目录，迁回单机运行")
    private Path to = Path.of(".");

    @Override
    public Integer call() {
        Say say = Say.toTerminal();
        Report report;
        try (CountBar bar = new CountBar(say)) {
            report = new Migration(System.getenv(), Clocks.system(), bar).run(data.folder(), to);
        }
        report.text().forEach(say::line);
        if (!report.equal()) {
            say.error("迁移前后不一致，目标没有启用，原来的数据没有改动。请保留上面的核对表并报告给系统管理员。");
            return ExitCode.UNSOUND.number();
        }
        say.line("迁移完成，逐项一致。请用 zhengai serve --data " + to + " 启动；原来的 " + data.folder()
                + " 没有改动，确认无误前请保留，但不要再启动它：两边会各自通知同样的人。");
        return ExitCode.OK.number();
    }
}
