package cn.zhengai.server.command;

import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.RejectionStanding.Status;
import cn.zhengai.server.settings.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rejections a command speaks about. */
public final class RejectionFilter {
    @Option(names = "--source", paramLabel = "来源", description = "只看这个数据来源")
    private @Nullable String source;

    @Option(names = "--reason", paramLabel = "原因", description = "只看这个原因：${COMPLETION-CANDIDATES}")
    private @Nullable Reason reason;

    @Option(names = "--since", paramLabel = "日期", description = "只看这一天（例如 2026-03-01）以来收到的")
    private @Nullable String since;

    @Option(names = "--text", paramLabel = "文字", description = "只看原文或说明里有这段文字的")
    private @Nullable String text;

    @Option(names = "--limit", paramLabel = "条数", description = "至多多少条（默认 ${DEFAULT-VALUE}）", defaultValue = "1000")
    private int limit = 1000;

    Query query(Optional<Status> status, ZoneId zone) {
        return new Query(
                Optional.ofNullable(source),
                Optional.ofNullable(reason),
                status,
                Optional.ofNullable(since).map(day -> first(day, zone)),
                Optional.ofNullable(text),
                0,
                limit);
    }

    private static Instant first(String day, ZoneId zone) {
        try {
            return LocalDate.parse(day).atStartOfDay(zone).toInstant();
        } catch (DateTimeException bad) {
            throw new Refusal(Refusal.Cause.NOT_FOUND, "--since 应写作 2026-03-01，收到“" + day + "”。");
        }
    }
}
