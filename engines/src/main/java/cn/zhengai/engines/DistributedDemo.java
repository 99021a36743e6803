package cn.zhengai.engines;

import cn.zhengai.server.demo.Demo;
import cn.zhengai.server.demo.DemoTime;
import cn.zhengai.server.run.Role;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The demo college as a distributed run on engines of this machine: for a look, without Docker. Four instances in one
 * process, each with a data folder of its own, as they would be on four machines.
 */
@Command(
        name = "demo --distributed",
        description = "在本机启动 Kafka、PostgreSQL 和 InfluxDB，并以分布式方式运行演示学校（只监听本机）",
        mixinStandardHelpOptions = true)
public final class DistributedDemo implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PARTITIONS = 12;
    private static final String PICKUP = """
            mail:
              pickup: mail
              from: zhengai@haitang.example
            """;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Option(
            names = "--data",
            paramLabel = "目录",
            description = "数据目录（默认 ${DEFAULT-VALUE}），引擎和各实例的数据都在其中",
            defaultValue = "demo-distributed")
    private Path root = Path.of("demo-distributed");

    @Option(names = "--port", paramLabel = "端口", description = "页面的端口（默认 8080；0 表示任意空闲端口）", defaultValue = "8080")
    private int port;

    /** What brought the launcher here; nothing is to be decided by it. */
    @Option(names = "--distributed", hidden = true)
    @SuppressWarnings("UnusedVariable")
    private boolean distributed;

    /** As {@code ./zhengai demo --distributed} calls it. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new DistributedDemo());
        line.setExecutionExceptionHandler((failed, command, parsed) -> {
            if (failed instanceof Refusal || failed instanceof IllegalStateException) {
                command.getErr().println(failed.getMessage());
                return 3;
            }
            throw failed;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        DemoTime time = new DemoTime(Clocks.system());
        out.println("正在启动 Kafka、PostgreSQL 和 InfluxDB（数据在 " + root.resolve("engines") + "）…");
        try (Engines engines = Engines.start(root.resolve("engines"), 1, PARTITIONS)) {
            run(engines, time);
        }
        return 0;
    }

    private void run(Engines engines, DemoTime time) throws IOException, InterruptedException {
        List<Service> services = new ArrayList<>();
        DataFolder college = folder(engines, "college", port);
        try {
            Demo demo = new Demo(college, LocalDate.ofInstant(time.instant(), ZONE));
            demo.prepare();
            Run run = Run.open(college, settings(college), time);
            services.add(worker(engines, "worker-1", time, Set.of(Role.RECORDER, Role.WARNER)));
            services.add(worker(engines, "worker-2", time, Set.of(Role.RECORDER, Role.WARNER)));
            out.println("正在采集演示数据：两年历史经 Kafka 到 InfluxDB，由两个实例记录和计算预警…");
            demo.feed(run, time, (done, total, text) -> out.println("  " + done + "/" + total + "  " + text));
            services.add(worker(engines, "notifier", time, Set.of(Role.NOTIFIER, Role.ASSESSMENT)));
            Service console = Service.start(run, Set.of(Role.COLLECTOR, Role.CONSOLE));
            services.add(console);
            tell(engines, console);
            console.awaitEnd();
        } finally {
            Collections.reverse(services);
            services.forEach(Service::close);
            college.close();
        }
    }

    private Service worker(Engines engines, String name, InstantSource time, Set<Role> roles) throws IOException {
        DataFolder folder = folder(engines, name, 0);
        return Service.start(Run.open(folder, settings(folder), time), roles);
    }

    /** Addresses of the engines may be others than at the last start. */
    private DataFolder folder(Engines engines, String name, int listen) throws IOException {
        Path data = root.resolve(name);
        Path file = engines.settings(data, listen);
        Files.writeString(file, Files.readString(file) + PICKUP);
        return DataFolder.open(data);
    }

    private static Settings settings(DataFolder folder) {
        return Settings.read(folder.settings(), System.getenv());
    }

    private void tell(Engines engines, Service console) {
        out.println();
        out.println("诊改已启动（分布式，四个实例），请打开：");
        out.println("  总览页面    " + console.link() + "/");
        out.println("  接口说明    " + console.link() + "/docs");
        out.println("  预警邮件    " + root.resolve("notifier/mail").toAbsolutePath() + "（.eml 文件）");
        out.println("各引擎只监听本机：");
        out.println("  Kafka       " + engines.cluster().bootstrap());
        out.println("  PostgreSQL  " + engines.postgres().url());
        out.println("  InfluxDB    " + engines.influx().url() + "（数据库 " + Engines.BUCKET + "）");
        out.println("按 Ctrl+C 停止；再次启动会接着使用同一份数据。");
    }
}
