package cn.zhengai.server.command;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.collector.follow.TopicTrial;
import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.collector.pull.Compared;
import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.collector.pull.Trial;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Cursors.Vanished;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.server.run.Loop;
import cn.zhengai.server.run.Pulling;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.source.kafka.KafkaTopics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code zhengai pull SOURCE}: pulls one database, or follows one topic to its end, now and evaluates, without a server; or
 * only shows what would come.
 */
@Command(name = "pull", description = "从一个业务系统的数据库或 Kafka 主题读取一次，或先试看头几行", mixinStandardHelpOptions = true)
public final class PullCommand implements Callable<Integer> {
    private static final int SHOWN = 10;
    private static final int LISTED = 200;

    @Mixin
    private final FolderOption data = new FolderOption();

    @Parameters(paramLabel = "来源", description = "sources/*.yaml 里写了 jdbc 或 kafka 的来源编号")
    private String source = "";

    @Option(names = "--dry-run", description = "只读头 10 行（条），逐行说明会变成什么，什么也不保存；服务运行时也可以用")
    private boolean dryRun;

    @Option(names = "--history", description = "作为历史数据拉取：计入状态和考核，但不通知任何人")
    private boolean history;

    @Option(names = "--compare", description = "拉取后立即对账（只用于 jdbc）：与源库逐时段比较行数和内容，补收不一致的行")
    private boolean compare;

    @Override
    public Integer call() {
        Say say = Say.toTerminal();
        return (dryRun ? tried(say) : pulled(say)).number();
    }

    private ExitCode tried(Say say) {
        Path folder = data.folder().resolve("catalogue");
        CatalogueReading reading = CatalogueFolder.read(folder);
        Catalogue catalogue = reading.catalogue()
                .orElseThrow(() -> new Refusal(
                        Refusal.Cause.CATALOGUE,
                        reading.findings().stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n目录 "
                                + folder + " 有错误，请先改正。"));
        SourceMapping mapping = Optional.ofNullable(catalogue.sources().get(source))
                .filter(PullCommand::isAsked)
                .orElseThrow(() -> unknown(catalogue));
        MappingPlan plan = new MappingPlan(mapping, catalogue, new SeriesIndex());
        if (mapping.pull().isEmpty()) {
            List<Trial.Tried> records = new TopicTrial(plan, catalogue.zone())
                    .run(
                            new KafkaTopics(System.getenv()).of(mapping),
                            Clocks.system().instant(),
                            SHOWN);
            ExitCode code = shown(say, records);
            say.line("试看了 " + records.size() + " 条消息，什么也没有保存。"
                    + (records.isEmpty() ? "主题里没有消息；请核对 kafka.topic 和 kafka.from。" : ""));
            return code;
        }
        Trial.Seen seen = Trial.run(
                Pulling.sources(data.folder(), System.getenv(), Clocks.system()).of(mapping, catalogue.zone()),
                plan,
                Clocks.system().instant(),
                SHOWN);
        List<Trial.Tried> rows = seen.rows();
        ExitCode code = shown(say, rows);
        say.line("数据库的时钟现在是 " + seen.clock().toString().replace('T', ' ') + clockHint(mapping));
        say.line("试看了 " + rows.size() + " 行，什么也没有保存。"
                + (rows.isEmpty() ? "查询没有取到行；请核对查询的条件和 jdbc.watermark.from。" : ""));
        return code;
    }

    private boolean isFollowed(Catalogue catalogue) {
        return Optional.ofNullable(catalogue.sources().get(source))
                .filter(mapping -> mapping.pull().isEmpty())
                .isPresent();
    }

    private static boolean isAsked(SourceMapping mapping) {
        return mapping.pull().isPresent() || mapping.follow().isPresent();
    }

    private static ExitCode shown(Say say, List<Trial.Tried> rows) {
        boolean rejected = false;
        for (Trial.Tried row : rows) {
            say.line(row.raw());
            row.outcomes().forEach(outcome -> say.line("    " + outcome));
            rejected |= row.outcomes().stream().anyMatch(outcome -> outcome.startsWith("拒收"));
        }
        return rejected ? ExitCode.REJECTED : ExitCode.OK;
    }

    private static String clockHint(SourceMapping mapping) {
        return mapping.pull().orElseThrow().watermark().format() == Pull.Format.TIMESTAMP
                ? "（按时间列的时区）。刚写入的行，时间列应与它相差无几；若整整差几个小时，请在 jdbc.watermark.zone 里写明时间列的时区，如 UTC。"
                : "（世界时）。";
    }

    private ExitCode pulled(Say say) {
        try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
            PullCount count;
            Loop evaluating = run.evaluating();
            try {
                count = run.pulls()
                        .pullNow(source, history)
                        .or(() -> run.follows().followNow(source, history))
                        .orElseThrow(() -> unknown(run.catalogue()));
            } finally {
                evaluating.close();
            }
            say.line("来源 " + source + "：读了 " + count.read() + " 行，其中新的或改过的 " + count.fresh() + " 行，接收 "
                    + count.accepted() + " 条，拒收 " + count.rejected() + " 条。");
            if (compare && isFollowed(run.catalogue())) {
                say.line("对账只用于数据库；主题里的消息按位置逐条读取，不需要对账。");
            } else if (compare) {
                Compared found = run.pulls().compareNow(source).orElseThrow();
                say.line("对账：" + found.spans() + " 个时段，" + found.differing() + " 个不一致，补收 " + found.fresh() + " 行，"
                        + found.vanished() + " 行已不在源库。");
                vanished(run, say);
            }
            run.evaluateAll();
            return count.rejected() > 0 ? ExitCode.REJECTED : ExitCode.OK;
        }
    }

    /** What vanished is listed and never deleted. */
    private void vanished(Run run, Say say) {
        List<Vanished> gone = run.stores().ledger().cursors().vanished(source, LISTED);
        if (!gone.isEmpty()) {
            say.line("采集过、已不在源库的行（采集值保留），编号：" + gone.stream().map(Vanished::id).collect(Collectors.joining("、"))
                    + (gone.size() == LISTED ? " ……" : ""));
        }
    }

    private Refusal unknown(Catalogue catalogue) {
        String known = catalogue.sources().values().stream()
                .filter(PullCommand::isAsked)
                .map(SourceMapping::id)
                .sorted()
                .collect(Collectors.joining("、"));
        return new Refusal(
                Refusal.Cause.NOT_FOUND,
                "没有写了 jdbc 或 kafka 的来源“" + source + "”。"
                        + (known.isEmpty() ? "目录里还没有这样的来源。" : "可以读取的有：" + known + "。"));
    }
}
