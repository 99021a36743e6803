package cn.zhengai.server.command;

import cn.zhengai.server.backup.Backup;
import cn.zhengai.server.backup.BackupRequests;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhengai backup}: copies a data folder, also while a server uses it. */
@Command(name = "backup", description = "备份数据目录（服务可以正在运行），备份后自动核对", mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Mixin
    private final FolderOption data = new FolderOption();

    @Option(names = "--to", paramLabel = "文件夹", description = "备份放在哪里（默认数据目录下的 backups；最好是另一块磁盘）")
    private @Nullable Path to;

    @Override
    public Integer call() throws IOException {
        Say say = Say.toTerminal();
        Path root = data.folder();
        if (!Files.isDirectory(root)) {
            throw new Refusal(Refusal.Cause.NOT_FOUND, "没有这个数据目录：" + root);
        }
        Path into = to == null ? root.resolve(Backup.OWN_FOLDER) : to;
        try (Run run = Opening.open(root, Clocks.system(), say)) {
            say.line(run.backup().make(into, Clocks.system().instant()).sentence());
            return ExitCode.OK.number();
        } catch (Refusal refusal) {
            if (refusal.why() != Refusal.Cause.IN_USE) {
                throw refusal;
            }
        }
        say.line("服务正在运行，由它来备份…");
        Optional<BackupRequests.Answer> answer = new BackupRequests(root).ask(into, PATIENCE);
        BackupRequests.Answer given = answer.orElseThrow(
                () -> new Refusal(Refusal.Cause.IN_USE, "使用数据目录 " + root + " 的进程没有回应备份请求。请确认它是正在运行的诊改服务，或先停止它再备份。"));
        if (!given.made()) {
            throw new Refusal(Refusal.Cause.DISK, given.sentence());
        }
        say.line(given.sentence());
        return ExitCode.OK.number();
    }
}
