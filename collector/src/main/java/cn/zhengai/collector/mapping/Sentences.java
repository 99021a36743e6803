package cn.zhengai.collector.mapping;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What is said about a rejected row: what was found, and what to do. For one thread. */
final class Sentences {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.CHINA);
    private static final int SHOWN = 60;

    private final MappingPlan plan;
    private final Nearest points;
    private final Nearest subjects;

    Sentences(MappingPlan plan) {
        this.plan = plan;
        this.points = new Nearest(plan.rules.ids());
        this.subjects = new Nearest(plan.subjectNames());
    }

    String noPoint(MeasureRule measure) {
        return "没有质控点：请填写" + quoted(measure.point.columns()) + "列。";
    }

    String unknownPoint(String id) {
        return "质控点" + quote(id) + "未在目录中登记" + meant(points, id) + "。请核对编号，或先在目录中登记后重报。";
    }

    String switchedOff(PointRule rule) {
        return name(rule) + "已停用，不采集。确需采集时请质量办公室在目录中启用。";
    }

    String forbidden(PointRule rule) {
        return "数据来源" + quote(plan.mapping().id()) + "无权报送" + name(rule) + "。请改由有权的来源报送，或在该来源的 points 中加入它。";
    }

    String noSubject() {
        return "没有诊改主体：请填写" + quoted(plan.subject.columns()) + "列。";
    }

    String unknownSubject(String text) {
        return "诊改主体" + quote(text) + "未在目录中登记" + meant(subjects, text) + "。请核对编号或别名，或先在目录中登记后重报。";
    }

    String notApplicable(PointRule rule, Subject subject) {
        ControlPoint point = rule.point();
        return subject.level() == point.level()
                ? name(rule) + "只适用于"
                        + String.join("、", point.appliesTo().stream().sorted().toList()) + "，" + subject.name()
                        + "不在其中。请核对主体所属的组。"
                : name(rule) + "属于" + point.level().chinese() + "层面，而" + subject.name() + "属于"
                        + subject.level().chinese() + "层面。请核对质控点和主体。";
    }

    String notAlive(Subject subject, long at) {
        boolean over = subject.life().endedOn(LocalDate.ofInstant(Instant.ofEpochMilli(at), plan.zone));
        List<String> heirs = over ? plan.successors(subject) : List.of();
        String when = over
                ? "存续到 " + subject.life().until().map(day -> day.minusDays(1)).orElseThrow() + " 为止"
                : "自 " + subject.life().from().orElseThrow() + " 起才设立";
        return "诊改主体" + quote(subject.name()) + when + "，时间" + show(at) + "不在其中。"
                + (heirs.isEmpty() ? "请核对时间和主体。" : "它由" + quoted(heirs) + "承接，之后的数据请报给承接者。");
    }

    String noInstant() {
        return "没有时间：请填写“" + plan.mapping().time().column() + "”列。";
    }

    String badInstant(String text) {
        return "时间" + quote(text) + "无法识别，格式应为 " + plan.mapping().time().format() + "，例如 " + example() + "。";
    }

    private String example() {
        return switch (plan.mapping().time().format()) {
            case "iso" -> "2026-03-01T08:00:00+08:00 或 2026-03-01";
            case "epoch-s" -> "1772323200";
            case "epoch-ms" -> "1772323200000";
            case "epoch-us" -> "1772323200000000";
            case "epoch-ns" -> "1772323200000000000";
            default -> sample(plan.mapping().time().format());
        };
    }

    private static String sample(String pattern) {
        Instant first = Instant.parse("2026-03-01T00:00:00Z");
        return DateTimeFormatter.ofPattern(pattern, Locale.CHINA).format(first.atZone(ZoneId.of("Asia/Shanghai")));
    }

    String tooEarly(long at) {
        return "时间" + show(at) + "早于 2000 年。请核对时间列的格式与单位（秒、毫秒）。";
    }

    String beyondRetention(PointRule rule, long at) {
        return "时间" + show(at) + "早于" + rule.point().level().chinese() + "层面的保存期限（设置 retention），更早的数据已清除。请不要再报送。";
    }

    String inFuture(long at, long now) {
        return "时间" + show(at) + "晚于当前时间" + show(now) + "十分钟以上。请核对业务系统的时钟与时区。";
    }

    private String show(long at) {
        return " " + MINUTE.format(Instant.ofEpochMilli(at).atZone(plan.zone)) + " ";
    }

    String noValue(PointRule rule) {
        return name(rule) + "没有数值。没有数据的行请不要报送；映射中可把该列声明为 optional。";
    }

    String notANumber(PointRule rule, String text) {
        List<String> codes = rule.point().unit().codes();
        if (!codes.isEmpty()) {
            return name(rule) + "的取值" + quote(text) + "不在代码表内，应为 " + String.join("、", codes) + " 之一。";
        }
        return text.indexOf(',') >= 0
                ? name(rule) + "的数值" + quote(text) + "带有逗号。请去掉千分位逗号后重报。"
                : name(rule) + "的数值" + quote(text) + "不是数。请只填十进制数，例如 96.5。";
    }

    String notFinite(PointRule rule, String text) {
        return name(rule) + "的数值是" + quote(text) + "，不是有限的数。没有数据时请不要报送该行。";
    }

    String tooFine(String text) {
        return "数值" + quote(text) + "的小数超过六位。请在来源的映射中声明 decimals，或先取舍后重报。";
    }

    String tooLarge(String text) {
        return "数值" + quote(text) + "超出可记录的范围（绝对值至多 4 万亿）。请核对数值与计量单位。";
    }

    String noDenominator(PointRule rule) {
        return name(rule) + "按分子合计÷分母合计汇总，分子和分母都要报送，不能只报百分比。";
    }

    String quotientNotTaken(PointRule rule) {
        return name(rule) + "按" + rule.point().rollUp().chinese() + "汇总，请报送数值，而不是分子和分母。";
    }

    String badDenominator(PointRule rule, String text) {
        return name(rule) + "的分母是" + quote(text) + "，必须大于零。分母为零时请不要报送该行。";
    }

    String wrongUnit(PointRule rule, String unit) {
        return name(rule) + "的计量单位是" + quote(rule.point().unit().symbol()) + "，报送的是" + quote(unit) + "。请换算后重报。";
    }

    String wrongSign(PointRule rule, String text) {
        return name(rule) + "的计量单位是" + quote(rule.point().unit().symbol()) + "，而数值写作" + quote(text) + "。请换算后重报。";
    }

    String implausible(PointRule rule, String text) {
        ControlPoint point = rule.point();
        String bounds = point.plausible().map(c -> c.text()).orElse("");
        return name(rule) + "的数值 " + clip(text) + " 超出合理范围（" + bounds + "，单位 "
                + point.unit().symbol() + "）。请核对来源数据；确实合理时请在目录中放宽 plausible。";
    }

    String badRevision(String text) {
        return "更正号" + quote(text) + "无法识别，应为不小于零的整数。";
    }

    private static String meant(Nearest names, String text) {
        return names.to(text).map(name -> "，是否应为" + quote(name)).orElse("");
    }

    private static String name(PointRule rule) {
        return "质控点" + quote(rule.point().id()) + "（" + rule.point().name() + "）";
    }

    private static String quoted(Iterable<String> names) {
        return "“" + String.join("”“", names) + "”";
    }

    private static String quote(String text) {
        return "“" + clip(text) + "”";
    }

    private static String clip(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
