package cn.zhengai.server.command;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.server.settings.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Which cycle a command speaks of: the one named, else the year that runs, else the newest. */
public final class CycleOption {
    @Parameters(arity = "0..1", paramLabel = "周期", description = "周期编号，例如 2026；不写时为本年度")
    private @Nullable String named;

    /** @throws Refusal when none is named and none declared */
    String id(Catalogue catalogue, Instant now) {
        return Optional.ofNullable(named)
                .or(() -> Cycle.running(catalogue.cycles().values(), now, catalogue.zone())
                        .or(() -> Cycle.newest(catalogue.cycles().values()))
                        .map(Cycle::id))
                .orElseThrow(() -> new Refusal(Refusal.Cause.NOT_FOUND, "目录中没有声明诊改周期。请在 college.yaml 的 cycles 中声明。"));
    }
}
