package cn.zhengai.server.command;

import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeCount;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhengai changes --since}: values that are not what they were. */
@Command(name = "changes", description = "列出某一时间以来被更正的采集值：原来是多少，现在是多少，由哪一批改的，为什么", mixinStandardHelpOptions = true)
public final class ChangesCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Mixin
    private final FolderOption data = new FolderOption();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "时间",
            description = "例如 2026-03-01 或 2026-03-01T08:00；也可以是采集记录序号")
    private String since = "";

    @Option(names = "--limit", paramLabel = "条数", description = "最多列出几条（默认 50）", defaultValue = "50")
    private int limit = 50;

    @Override
    public Integer call() {
        Say say = Say.toTerminal();
        try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
            Catalogue catalogue = run.catalogue();
            ReadingStore store = run.stores().readings().store();
            ChangeQuery query = ChangeQuery.of(
                    since(store, catalogue.zone()),
                    store.known(),
                    catalogue.points().keySet(),
                    Math.max(0, limit));
            List<ChangeCount> counts = store.changed(query);
            long total = counts.stream().mapToLong(ChangeCount::count).sum();
            counts.forEach(c -> say.line(c.point() + "（" + c.source() + "）：" + c.count() + " 个"));
            store.changes(query).forEach(change -> say.line(line(change, catalogue)));
            say.line("自 " + since + " 以来共有 " + total + " 个采集值被更正" + (total > limit ? "，以上列出最近 " + limit + " 个" : "")
                    + "。");
            return ExitCode.OK.number();
        }
    }

    private Knowledge since(ReadingStore store, ZoneId zone) {
        return since.matches("\\d{1,18}")
                ? Knowledge.parse(since)
                : ExplainOptions.instant(since, zone).map(store::knownAt).orElse(Knowledge.NONE);
    }

    private static String line(Change change, Catalogue catalogue) {
        Logged after = change.after();
        return time(Instant.ofEpochMilli(after.reading().at()), catalogue.zone()) + "  "
                + after.reading().series().key() + "  " + value(change.before(), catalogue) + " → "
                + value(after, catalogue) + "  来源 " + after.head().source() + "，批次 "
                + after.head().id() + " 第 "
                + after.reading().row() + " 行，收到于 " + time(after.head().recordedAt(), catalogue.zone())
                + after.head().reason().map(why -> "，更正原因：" + why).orElse("");
    }

    private static String value(Logged logged, Catalogue catalogue) {
        return catalogue
                .point(logged.reading().series().point())
                .map(ControlPoint::unit)
                .map(unit -> unit.show(Shown.number(logged.reading().value(unit.scale()))))
                .orElse("—");
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
