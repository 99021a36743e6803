package cn.zhengai.server.command;

import cn.zhengai.server.run.Role;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhengai serve}: runs until it is told to end. */
@Command(name = "serve", description = "启动服务：采集、预警、通知、考核和页面", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Option(names = "--port", paramLabel = "端口", description = "监听端口（默认取设置文件，没有则 8080；0 表示任意空闲端口）")
    private @Nullable Integer port;

    @Option(
            names = "--role",
            paramLabel = "角色",
            split = ",",
            description = {
                "本实例的角色，可写多个，用逗号隔开（默认全部；只用于分布式运行）：",
                "collector 采集，recorder 写入采集值库，warner 预警，notifier 通知，assessment 考核与发布，console 页面和接口"
            })
    private List<String> roles = List.of();

    @Override
    public Integer call() throws InterruptedException {
        Say say = Say.toTerminal();
        Set<Role> wanted = wanted();
        DataFolder folder = DataFolder.open(data.folder());
        try (folder) {
            Settings read = Settings.read(folder.settings(), System.getenv());
            Settings settings = port == null ? read : read.onPort(port);
            try (Service service = Service.start(Opening.open(folder, settings, Clocks.system(), say), wanted)) {
                say.line("诊改已启动：" + service.link() + "（接口说明 " + service.link() + "/docs；按 Ctrl+C 停止）");
                service.whatNoticesWaitFor().ifPresent(say::line);
                service.awaitEnd();
            }
        }
        return ExitCode.OK.number();
    }

    private Set<Role> wanted() {
        return roles.isEmpty()
                ? Role.all()
                : roles.stream()
                        .map(key -> Role.of(key.strip())
                                .orElseThrow(() -> new Refusal(
                                        Refusal.Cause.SETTINGS, "没有角色“" + key + "”。可用的角色：" + Role.keys() + "。")))
                        .collect(Collectors.toSet());
    }
}
