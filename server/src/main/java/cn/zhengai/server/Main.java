package cn.zhengai.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code zhengai} command. Says how it is used when no command is named. */
@Command(name = "zhengai", description = "诊改: 质量控制点监测、预警与诊断", mixinStandardHelpOptions = true, version = "0.1.0")
public final class Main implements Runnable {

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
