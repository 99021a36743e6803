package cn.zhengai.server.command;

import cn.zhengai.server.backup.Restore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zhengai restore BACKUP --data NEW}: a backup as a data folder again. */
@Command(name = "restore", description = "核对一份备份，并恢复成一个新的数据目录（不覆盖任何数据）", mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Parameters(paramLabel = "备份", description = "备份文件夹，例如 zhengai-20260901-023000")
    private Path backup = Path.of(".");

    @Override
    public Integer call() {
        Say say = Say.toTerminal();
        say.line(VerifyCommand.sentence(Restore.of(backup, data.folder())));
        say.line("已恢复到 " + data.folder() + "；用 zhengai serve --data " + data.folder() + " 启动。");
        return ExitCode.OK.number();
    }
}
