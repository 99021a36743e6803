package cn.zhengai.server;

import cn.zhengai.server.command.AssessCommand;
import cn.zhengai.server.command.BackupCommand;
import cn.zhengai.server.command.CatalogueCommand;
import cn.zhengai.server.command.ChangesCommand;
import cn.zhengai.server.command.CheckCommand;
import cn.zhengai.server.command.DemoCommand;
import cn.zhengai.server.command.ExplainCommand;
import cn.zhengai.server.command.ExportCommand;
import cn.zhengai.server.command.HealthCommand;
import cn.zhengai.server.command.ImportCommand;
import cn.zhengai.server.command.KeyCommand;
import cn.zhengai.server.command.MigrateCommand;
import cn.zhengai.server.command.PullCommand;
import cn.zhengai.server.command.RejectionsCommand;
import cn.zhengai.server.command.RestoreCommand;
import cn.zhengai.server.command.RetentionCommand;
import cn.zhengai.server.command.Say;
import cn.zhengai.server.command.ServeCommand;
import cn.zhengai.server.command.Usage;
import cn.zhengai.server.command.VerifyCommand;
import cn.zhengai.server.letters.DeadLettersCommand;
import cn.zhengai.server.run.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code zhengai} command. Says how it is used when no command is named. */
@Command(
        name = "zhengai",
        description = "诊改：质控点监测、预警与诊断",
        synopsisSubcommandLabel = "命令",
        mixinStandardHelpOptions = true,
        version = "诊改 " + Version.TEXT)
public final class Main implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            ImportCommand.class,
            PullCommand.class,
            RejectionsCommand.class,
            DeadLettersCommand.class,
            AssessCommand.class,
            ExportCommand.class,
            ExplainCommand.class,
            ChangesCommand.class,
            KeyCommand.class,
            CatalogueCommand.class,
            BackupCommand.class,
            VerifyCommand.class,
            RestoreCommand.class,
            RetentionCommand.class,
            HealthCommand.class,
            MigrateCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(Say.toTerminal(), args).execute(args));
    }

    /**
     * The command line, speaking through {@code say}. Of the commands it has the one that {@code args} begin with, since
     * building the others takes time at every start; all of them when there is no such command.
     */
    static CommandLine commandLine(Say say, String... args) {
        CommandLine line = new CommandLine(new Main());
        List<Class<?>> asked = COMMANDS.stream()
                .filter(c ->
                        args.length > 0 && c.getAnnotation(Command.class).name().equals(args[0]))
                .toList();
        (asked.isEmpty() ? COMMANDS : asked).forEach(line::addSubcommand);
        Usage.inChinese(line);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(110);
        line.setExecutionExceptionHandler((cause, command, parsed) -> say.ended(cause, command));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
