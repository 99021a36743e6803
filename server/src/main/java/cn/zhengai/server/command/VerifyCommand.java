package cn.zhengai.server.command;

import cn.zhengai.server.backup.Verification;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code zhengai verify BACKUP}: is a backup still what it was? */
@Command(name = "verify", description = "核对一份备份：逐个文件比对，并读一遍采集值和台账", mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "备份", description = "备份文件夹，例如 zhengai-20260901-023000")
    private Path backup = Path.of(".");

    @Override
    public Integer call() {
        Say say = Say.toTerminal();
        say.line(sentence(Verification.of(backup)));
        return ExitCode.OK.number();
    }

    static String sentence(Verification sound) {
        return String.format(Locale.ROOT, "备份完好：%d 个文件与清单一致，%,d 条采集值。", sound.files(), sound.readings());
    }
}
