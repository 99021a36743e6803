package cn.zhengai.server.command;

import cn.zhengai.server.demo.Demo;
import cn.zhengai.server.demo.DemoTime;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code zhengai demo}: the embedded run with a generated college. */
@Command(name = "demo", description = "启动带演示学校的服务：五个层面，两年历史，预警和考核一应俱全", mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WIDTH = 90;

    @Option(names = "--data", paramLabel = "目录", description = "数据目录（默认 ${DEFAULT-VALUE}）", defaultValue = "demo-data")
    private Path root = Path.of("demo-data");

    @Option(names = "--port", paramLabel = "端口", description = "监听端口（默认 8080；0 表示任意空闲端口）")
    private @Nullable Integer port;

    @Option(names = "--empty", description = "只要起步目录，不生成演示学校")
    private boolean empty;

    @ArgGroup
    private Part part = new Part();

    /** A part of the whole, for a run whose other parts are other processes. */
    private static final class Part {
        @Option(names = "--prepare", description = "只写好演示学校的目录，不启动服务")
        private boolean prepare;

        @Option(names = "--feed", description = "只采集演示数据并考核，不启动服务；分布式运行的目录须已由另一个实例发布")
        private boolean feed;
    }

    @Override
    public Integer call() throws InterruptedException {
        Say say = Say.toTerminal();
        DemoTime time = new DemoTime(Clocks.system());
        try (DataFolder folder = DataFolder.open(root)) {
            Demo demo = new Demo(folder, LocalDate.ofInstant(time.instant(), ZONE));
            if (part.prepare) {
                prepare(demo, folder, say);
            } else if (part.feed) {
                feedAlone(demo, folder, time, say);
            } else {
                serve(demo, folder, time, say);
            }
        }
        return ExitCode.OK.number();
    }

    private void prepare(Demo demo, DataFolder folder, Say say) {
        if (empty) {
            Opening.starter(folder, say);
        } else if (demo.prepare()) {
            say.line("已生成演示学校：" + folder.catalogue());
        }
    }

    private void feedAlone(Demo demo, DataFolder folder, DemoTime time, Say say) {
        Settings settings = settings(folder);
        if (settings.distributed().isEmpty()) {
            prepare(demo, folder, say);
        }
        Run run = Opening.open(folder, settings, time, say);
        feed(demo, run, time, say);
        run.close();
    }

    private void serve(Demo demo, DataFolder folder, DemoTime time, Say say) throws InterruptedException {
        portFree(settings(folder));
        if (!empty) {
            prepare(demo, folder, say);
        }
        Run run = Opening.open(folder, settings(folder), time, say);
        if (!empty) {
            feed(demo, run, time, say);
        }
        try (Service service = Service.start(run)) {
            tell(service, folder, say);
            service.awaitEnd();
        }
    }

    private Settings settings(DataFolder folder) {
        Settings read = Settings.read(folder.settings(), System.getenv());
        return port == null ? read : read.onPort(port);
    }

    /** Before two years of history are made, and not after. */
    private static void portFree(Settings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Cause.PORT_TAKEN, "无法使用端口 " + settings.port() + "，它可能已被其他程序占用。请停止那个程序，或用 --port 指定另一个端口。");
        }
    }

    private static void feed(Demo demo, Run run, DemoTime time, Say say) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("采集演示数据")
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new ConsoleProgressBarConsumer(say.err(), WIDTH))
                .build()) {
            demo.feed(run, time, (done, total, text) -> {
                bar.maxHint(Math.max(1, total));
                bar.stepTo(total == 0 ? 1 : done);
                bar.setExtraMessage(text);
            });
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    private void tell(Service service, DataFolder folder, Say say) {
        String link = service.link();
        say.line("");
        say.line("诊改已启动，请打开：");
        say.line("  总览页面    " + link + "/");
        say.line("  接口说明    " + link + "/docs");
        say.line("  运行指标    " + link + "/metrics");
        if (!empty) {
            say.line("  预警邮件    " + folder.root().resolve("mail").toAbsolutePath() + "（.eml 文件）");
        }
        service.whatNoticesWaitFor().ifPresent(say::line);
        say.line("按 Ctrl+C 停止；再次启动会接着使用同一份数据。");
    }
}
