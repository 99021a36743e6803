package cn.zhengai.alerting.routing;

import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the data owner reads when data do not come, and when they come again. */
final class SilenceWording {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private SilenceWording() {}

    /** 【无数据】数据来源“考勤系统导出”中断. */
    static String title(Story story) {
        Warning w = story.warning();
        String mark = story.fact().step() == Step.RAISED ? "无数据" : ended(story) ? "数据恢复" : "无数据提醒";
        if (w.source().isEmpty()) {
            return "【" + mark + "】" + story.pointName() + " · " + story.whoAndWhere();
        }
        String source = "数据来源“" + sourceName(story) + "”";
        return "【" + mark + "】" + source + (whole(w) ? ended(story) ? "已恢复" : "中断" : " · " + story.pointName());
    }

    static String text(Story story) {
        List<String> lines = new ArrayList<>();
        lines.add(happened(story));
        lines.add("");
        lines.addAll(particulars(story));
        lines.add("");
        lines.add("请您：" + toDo(story));
        lines.add("");
        lines.add(story.warning().source().isEmpty() && story.personal() ? "打开页面（不显示姓名和数值）：" : "打开页面：");
        lines.add(story.link());
        return String.join("\n", lines);
    }

    private static String happened(Story story) {
        Warning w = story.warning();
        String what = what(story);
        return switch (story.fact().step()) {
            case RAISED ->
                what + "没有按时收到数据：" + DAY.format(story.local(w.firstAt())) + "起的采集值，应在 " + deadline(story, w.raisedAt())
                        + " 前送达，至今没有。";
            case CLEARED -> what + "又收到数据了，此前的无数据提醒解除。";
            case WITHDRAWN -> what + "不再需要报送，或校历、目录有变动，此前的无数据提醒撤销。";
            case ACKNOWLEDGED -> what + "的无数据提醒已有人确认。";
            case ESCALATED, CORRECTED -> what + "的无数据提醒有变动，请以下列内容为准。";
        };
    }

    private static String what(Story story) {
        Warning w = story.warning();
        if (w.source().isEmpty()) {
            return story.whoAndWhere() + "的“" + story.pointName() + "”";
        }
        String source = "数据来源“" + sourceName(story) + "”";
        return whole(w) ? source : source + "的“" + story.pointName() + "”";
    }

    private static List<String> particulars(Story story) {
        Warning w = story.warning();
        List<String> lines = new ArrayList<>();
        lines.add("编号：" + w.id());
        w.source().ifPresent(id -> {
            lines.add("来源：" + sourceName(story) + "（" + id + "）");
            lines.add("范围：" + count(w) + " 个序列（质控点与主体的组合）没有数据");
        });
        story.point().ifPresent(p -> {
            lines.add("层面：" + p.level().chinese());
            lines.add("采集频度：" + p.cadence().chinese());
        });
        owner(story).ifPresent(unit -> lines.add("数据责任单位：" + unit.name()));
        lines.add("最晚应到：" + deadline(story, w.raisedAt()));
        w.clearedAt().ifPresent(at -> lines.add("恢复：" + TIME.format(story.local(at))));
        return lines;
    }

    private static String toDo(Story story) {
        return switch (story.fact().step()) {
            case RAISED -> "检查业务系统的导出、推送或文件投放是否正常，并补报缺少的采集值。数据送达后，本提醒自动解除；没有数据不等于好转，已有的越线预警不受影响。";
            case CLEARED -> "核对中断期间的采集值是否都已补报。";
            default -> "知悉即可，无需处理。";
        };
    }

    private static boolean ended(Story story) {
        return story.fact().step() == Step.CLEARED;
    }

    private static boolean whole(Warning w) {
        return w.point().equals(Warning.WHOLE_SOURCE);
    }

    private static long count(Warning w) {
        return Math.floorDiv(w.raisedValue(), 2L) / Micros.ONE;
    }

    private static String sourceName(Story story) {
        return story.catalogue().sourceName(story.warning().source().orElse(""));
    }

    private static Optional<OrgUnit> owner(Story story) {
        return DataOwners.of(story.warning(), story.catalogue()).stream()
                .flatMap(id -> story.catalogue().tree().unit(id).stream())
                .findFirst();
    }

    /** The end of a day is told as that day, not as midnight of the next. */
    private static String deadline(Story story, Instant by) {
        ZonedDateTime local = story.local(by);
        return local.toLocalTime().toSecondOfDay() == 0
                ? DAY.format(local.minusDays(1)) + " 24:00"
                : TIME.format(local);
    }
}
