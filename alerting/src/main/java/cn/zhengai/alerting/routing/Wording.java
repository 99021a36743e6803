package cn.zhengai.alerting.routing;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people read: what happened to whom, where and since when, and what to do. No value of a person. */
final class Wording {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT);
    private static final long HOURS_A_DAY = 24;

    private Wording() {}

    /** 【橙色预警】学生签到率 · 高等数学（机电系）. */
    static String title(Story story) {
        if (story.warning().kind() == WarningKind.NO_DATA) {
            return SilenceWording.title(story);
        }
        return "【" + mark(story) + "】" + story.pointName() + " · " + story.whoAndWhere();
    }

    private static String mark(Story story) {
        String severity = story.warning().severity().chinese();
        return switch (story.fact().step()) {
            case RAISED -> severity + "预警";
            case ESCALATED -> "升级为" + severity + "预警";
            case CLEARED -> "预警解除";
            case CORRECTED -> "预警更正";
            case WITHDRAWN -> "预警撤销";
            case ACKNOWLEDGED -> "预警已确认";
        };
    }

    /** Plain text, a line each thing; the link stands alone in the last line. */
    static String text(Story story) {
        if (story.warning().kind() == WarningKind.NO_DATA) {
            return SilenceWording.text(story);
        }
        List<String> lines = new ArrayList<>();
        lines.add(happened(story));
        lines.add("");
        lines.addAll(particulars(story));
        lines.add("");
        lines.add("请您：" + toDo(story));
        lines.add("");
        lines.add(story.personal() ? "打开页面（不显示姓名和数值，可凭编号确认）：" : "打开页面：");
        lines.add(story.link());
        return String.join("\n", lines);
    }

    private static String happened(Story story) {
        Warning w = story.warning();
        String what = story.whoAndWhere() + "的“" + story.pointName() + "”";
        return switch (story.fact().step()) {
            case RAISED -> what + "自 " + time(story, w.raisedAt()) + " 起" + state(w.severity()) + "。";
            case ESCALATED -> what + "的预警升级为" + w.severity().chinese() + "：" + state(w.severity()) + "。";
            case CLEARED -> what + "已回到标准值，预警解除。";
            case CORRECTED -> "收到补报或更正的采集值，此前通知的" + what + "的预警有变动，请以下列内容为准。";
            case WITHDRAWN -> "收到补报或更正的采集值，此前通知的" + what + "的预警不再成立，现予撤销。";
            case ACKNOWLEDGED -> what + "的预警已有人确认。";
        };
    }

    private static String state(Severity severity) {
        return switch (severity) {
            case BLUE -> "落后于进度";
            case YELLOW -> "未达到标准值";
            case ORANGE -> "达到预警值";
            case RED -> "达到预警值，且为一票否决指标";
        };
    }

    private static List<String> particulars(Story story) {
        Warning w = story.warning();
        List<String> lines = new ArrayList<>();
        story.point().ifPresent(p -> lines.add("层面：" + p.level().chinese()));
        lines.add("编号：" + w.id());
        lines.add("级别：" + w.severity().chinese() + "预警");
        lines.add("开始：" + time(story, w.raisedAt()));
        if (w.status() != Warning.Status.WITHDRAWN) {
            lines.add(w.clearedAt()
                    .map(at -> "解除：" + time(story, at) + "（历时" + lasted(Duration.between(w.raisedAt(), at)) + "）")
                    .orElse("解除：尚未解除"));
        }
        value(story).ifPresent(lines::add);
        Optional<ThreeLines> three = story.lines();
        if (three.isPresent() && story.point().isPresent()) {
            lines.add(lines(three.get(), story.point().get()));
        }
        return lines;
    }

    private static Optional<String> value(Story story) {
        if (story.personal()) {
            return Optional.of("采集值：涉及个人，不写入邮件，页面上也不显示；请在报送数据的业务系统中查看");
        }
        return story.point()
                .map(p -> "引发预警的采集值：" + Figures.value(story.warning().raisedValue(), p.unit()));
    }

    private static String lines(ThreeLines three, ControlPoint point) {
        return "预警值 " + Figures.line(three.warning(), point.unit()) + "，标准值 "
                + Figures.line(three.standard(), point.unit()) + "，目标值 "
                + Figures.line(three.target(), point.unit());
    }

    private static String toDo(Story story) {
        return switch (story.fact().step()) {
            case RAISED, ESCALATED ->
                story.personal()
                        ? "在业务系统中核实数值，了解原因，帮助本人改进；然后在页面上凭编号确认，说明中不要写姓名。" + whomToAsk(story) + "采集值回到标准值后，预警自动解除。"
                        : "在页面上确认此预警，查明原因，落实改进措施。采集值回到标准值后，预警自动解除。";
            case CLEARED -> "核实改进措施的成效，巩固做法。";
            case CORRECTED -> story.warning().status().open() ? "按更正后的情况继续处理。" : "知悉即可；已采取的措施可以继续执行。";
            case WITHDRAWN, ACKNOWLEDGED -> "知悉即可，无需处理。";
        };
    }

    /** Lead office of the level and the quality office; the same office once. */
    private static String whomToAsk(Story story) {
        List<String> offices = story.offices();
        return offices.isEmpty() ? "" : "有疑问请凭编号询问" + String.join("或", offices) + "。";
    }

    private static String time(Story story, Instant instant) {
        return TIME.format(story.local(instant));
    }

    private static String lasted(Duration time) {
        long hours = time.toHours();
        if (hours >= HOURS_A_DAY) {
            long rest = hours % HOURS_A_DAY;
            return " " + hours / HOURS_A_DAY + " 天" + (rest == 0 ? "" : " " + rest + " 小时");
        }
        return hours > 0 ? " " + hours + " 小时" : " " + time.toMinutes() + " 分钟";
    }
}
