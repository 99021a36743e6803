package cn.zhengai.alerting.reason;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.evidence.Evidence;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.reading.Logged;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The readings that raised and cleared, as nodes. */
record Runs(ControlPoint point, PlainPass pass, ZoneId zone, int limit) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int FULL = 6;

    List<Explanation> of(Passage passage) {
        List<Explanation> runs = new ArrayList<>();
        runs.add(run("触发它的连续越线", passage.raising(), true));
        if (!passage.clearing().isEmpty()) {
            runs.add(run("解除它的连续达标", passage.clearing(), false));
        }
        return runs;
    }

    private Explanation run(String label, List<Logged> readings, boolean raising) {
        int all = readings.size();
        int listed = Math.min(limit, all);
        Duration lasting = Duration.ofMillis(
                readings.get(all - 1).reading().at() - readings.get(0).reading().at());
        return Explanation.of(Kind.RUN, label, all + " 个采集值")
                .by(
                        "从 " + day(at(readings.get(0)), zone) + " 到 " + day(at(readings.get(all - 1)), zone)
                                + (lasting.isZero() ? "" : "，历时 " + lasting(lasting)),
                        "")
                .from(
                        readings.subList(all - listed, all).stream()
                                .map(logged -> judged(logged, raising))
                                .toList(),
                        all - listed);
    }

    private Explanation judged(Logged logged, boolean raising) {
        var lines = pass.lines(logged);
        boolean warning = lines.warning().holds(logged.reading().position());
        String sentence = raising
                ? (warning
                        ? "落在预警值 " + lines.warning().text() + " 内"
                        : "未达标准值 " + lines.standard().text())
                : "达到标准值 " + lines.standard().text();
        return leaf(logged, point, zone).by(sentence, since(pass.version(logged).from()) + "的三值");
    }

    private static String since(LocalDate from) {
        return from.getYear() <= 1970 ? "自始" : from + " 起";
    }

    static Explanation leaf(Logged logged, ControlPoint point, ZoneId zone) {
        Evidence evidence = Evidence.of(logged, point.unit().scale(), List.of());
        return Explanation.of(
                        Kind.READING, day(evidence.at(), zone), point.unit().show(figure(evidence.value())))
                .exactly(Optional.of(evidence.value()))
                .resting(evidence);
    }

    private static Instant at(Logged logged) {
        return Instant.ofEpochMilli(logged.reading().at());
    }

    /** In full when six decimals can say it, else cut to two with a mark. */
    static String figure(Fraction value) {
        BigDecimal full = value.cut(FULL);
        if (Fraction.of(full).equals(value)) {
            return full.signum() == 0 ? "0" : full.stripTrailingZeros().toPlainString();
        }
        return value.cut(2).toPlainString() + "…";
    }

    static String lasting(Duration time) {
        long days = time.toDays();
        long hours = time.minusDays(days).toHours();
        return (days > 0 ? days + " 天" : "") + (hours > 0 || days == 0 ? hours + " 小时" : "");
    }

    /** The day alone when the instant is its first. */
    static String day(Instant at, ZoneId zone) {
        LocalDateTime local = at.atZone(zone).toLocalDateTime();
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().toString()
                : MINUTE.format(local);
    }
}
