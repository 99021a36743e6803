package cn.zhengai.server.letters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zhengai dead-letters}: records of the topic of readings that are none. */
@Command(
        name = "dead-letters",
        description = "查看、重写 zhengai.rejected 里的死信：写进 zhengai.readings 而读不成采集值的消息（服务运行时也可以用）",
        synopsisSubcommandLabel = "命令",
        subcommands = {ListLetters.class, ShowLetter.class, RedriveLetters.class},
        mixinStandardHelpOptions = true)
public final class DeadLettersCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
