package cn.zhengai.server.command;

import cn.zhengai.assessment.NotDeclaredException;
import cn.zhengai.assessment.explain.Cut;
import cn.zhengai.assessment.explain.Question;
import cn.zhengai.assessment.explain.UnexplainableException;
import cn.zhengai.console.reason.ExplanationJson;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.settings.Clocks;
import cn.zhengai.server.settings.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every kind of {@code zhengai explain} takes, and how it is answered. */
final class ExplainOptions {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Option(
            names = "--as-of",
            paramLabel = "时间",
            description = "按这一时间所知的数据和现行目录推算，例如 2026-06-30 或 2026-06-30T12:00；不写时解释最近一次保存的结果")
    private @Nullable String asOf;

    @Option(names = "--depth", paramLabel = "层数", description = "展开几层（默认 5）", defaultValue = "5")
    private int depth = 5;

    @Option(names = "--limit", paramLabel = "项数", description = "每层最多列出几项，其余照样计入（默认 5）", defaultValue = "5")
    private int limit = 5;

    @Option(names = "--json", description = "输出 JSON")
    private boolean json;

    /** Opens the data folder, asks and answers; an alarm in the answer is a failure of the command. */
    int answer(BiFunction<Run, Question, Explanation> ask) {
        Say say = Say.toTerminal();
        try (Run run = Opening.open(data.folder(), Clocks.system(), say)) {
            run.evaluateAll();
            ZoneId zone = run.catalogue().zone();
            Explanation answer = ask.apply(run, new Question(instant(asOf, zone), cut()));
            if (json) {
                say.line(ExplanationJson.text(answer));
            } else {
                TreeText.of(answer, zone).forEach(say::line);
            }
            return answer.alarms().isEmpty() ? ExitCode.OK.number() : ExitCode.FAILED.number();
        } catch (NotDeclaredException | UnexplainableException refused) {
            throw new Refusal(Refusal.Cause.NOT_FOUND, String.valueOf(refused.getMessage()));
        }
    }

    private Cut cut() {
        return new Cut(Math.max(1, depth), Math.max(0, limit));
    }

    int limit() {
        return Math.max(0, limit);
    }

    /** A day (its first instant) or a date and time, local unless it says otherwise; empty for none. */
    static Optional<Instant> instant(@Nullable String text, ZoneId zone) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            boolean offset = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d$");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            throw new Refusal(Refusal.Cause.NOT_FOUND, "时间“" + text + "”无法识别，应写作 2026-03-01 或 2026-03-01T08:00。");
        }
    }
}
