package cn.zhengai.server.command;

import cn.zhengai.core.port.PortException;
import cn.zhengai.server.backup.BackupUnsound;
import cn.zhengai.server.settings.Refusal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** How a command speaks to the person at the terminal: UTF-8 whatever the machine's locale, errors to standard error. */
public final class Say {
    private static final Logger LOG = LoggerFactory.getLogger(Say.class);
    private final PrintStream out;
    private final PrintStream err;

    public Say(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** To the terminal of this process. */
    public static Say toTerminal() {
        return new Say(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
    }

    public void line(String text) {
        out.println(text);
    }

    public void error(String text) {
        err.println(text);
    }

    PrintStream err() {
        return err;
    }

    /** Turns what ended a command into a sentence and an exit code. */
    public int ended(Exception cause, CommandLine command) {
        if (cause instanceof Refusal refusal) {
            error(refusal.sentence());
            return code(refusal.why()).number();
        }
        if (cause instanceof BackupUnsound unsound) {
            error(unsound.sentence());
            return ExitCode.UNSOUND.number();
        }
        if (cause instanceof PortException port) {
            error(port.trouble().chinese() + "：" + port.getMessage());
            LOG.debug("port", port);
            return ExitCode.of(port.trouble()).number();
        }
        LOG.error("command {}", command.getCommandName(), cause);
        error("意外错误：" + cause + "。详情见上面的日志；请把它连同操作步骤报告给系统管理员。");
        return ExitCode.FAILED.number();
    }

    private static ExitCode code(Refusal.Cause cause) {
        return switch (cause) {
            case SETTINGS, CATALOGUE -> ExitCode.BAD_CATALOGUE;
            case IN_USE -> ExitCode.IN_USE;
            case NEWER_VERSION -> ExitCode.NEWER_VERSION;
            case PORT_TAKEN -> ExitCode.PORT_TAKEN;
            case DISK -> ExitCode.DISK_FULL;
            case NOT_FOUND -> ExitCode.NOT_FOUND;
        };
    }
}
