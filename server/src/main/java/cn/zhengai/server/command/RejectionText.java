package cn.zhengai.server.command;

import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.OpenCount;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionStanding;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Rejections as lines at the terminal. */
record RejectionText(Say say, ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    void counts(List<OpenCount> counts) {
        counts.forEach(one ->
                say.line(one.source() + "\t" + one.reason().chinese() + "（" + one.reason() + "）\t" + one.rejections()));
        long all = counts.stream().mapToLong(OpenCount::rejections).sum();
        say.line("待处理的拒收共 " + all + " 条。");
    }

    void line(Kept one) {
        Rejection rejection = one.rejection();
        say.line(String.join(
                "\t",
                one.id().toString(),
                one.standing().status().chinese(),
                rejection.head().source(),
                at(rejection.head().recordedAt()),
                "第 " + rejection.row() + " 行",
                one.standing().reason().chinese(),
                one.standing().detail()));
    }

    void whole(Kept one) {
        Rejection rejection = one.rejection();
        RejectionStanding standing = one.standing();
        say.line("编号    " + one.id() + "（" + standing.status().chinese() + "）");
        say.line("来源    " + rejection.head().source());
        say.line("批次    " + rejection.head().id() + "，第 " + rejection.row() + " 行，收到于 "
                + at(rejection.head().recordedAt()));
        say.line("原因    " + standing.reason().chinese() + "（" + standing.reason() + "）");
        say.line("说明    " + standing.detail());
        say.line("原文    " + rejection.raw());
        standing.columns().forEach((column, text) -> {
            String before = rejection.kept().columns().getOrDefault(column, "");
            say.line("  " + column + " = " + text + (before.equals(text) ? "" : "（原为“" + before + "”）"));
        });
        standing.answer()
                .ifPresent(answer -> say.line("处理    " + answer.by() + "，" + at(answer.at()) + "：" + answer.why()
                        + (answer.batch().isBlank() ? "" : "（批次 " + answer.batch() + "）")));
    }

    private String at(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }
}
