package cn.zhengai.engines;

import cn.zhengai.server.run.Role;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** One instance as a process of its own, whose clock is wrong. */
final class SkewedInstance {
    private SkewedInstance() {}

    /** @param arguments data folder, roles with commas, milliseconds the clock is ahead */
    public static void main(String[] arguments) throws InterruptedException {
        Duration ahead = Duration.ofMillis(Long.parseLong(arguments[2]));
        InstantSource clock = () -> Clocks.system().instant().plus(ahead);
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]))) {
            Run run = Run.open(folder, Settings.read(folder.settings(), Map.of()), clock);
            try (Service service = Service.start(
                    run,
                    Arrays.stream(arguments[1].split(",", -1))
                            .map(role -> Role.of(role).orElseThrow())
                            .collect(Collectors.toSet()))) {
                service.awaitEnd();
            }
        }
    }
}
