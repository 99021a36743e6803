package cn.zhengai.server.command;

import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.evidence.Evidence;
import cn.zhengai.core.evidence.Explanation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation as a tree of lines for the terminal; what is not listed is counted. */
final class TreeText {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    private TreeText(ZoneId zone) {
        this.zone = zone;
    }

    /** Lines without ends; times in the college's zone. */
    static List<String> of(Explanation root, ZoneId zone) {
        TreeText text = new TreeText(zone);
        text.node(root, "", "");
        int alarms = root.alarms().size();
        if (alarms > 0) {
            text.lines.add("");
            text.lines.add("警告：有 " + alarms + " 处与保存的结果不一致。请停止使用这些结果，把以上内容报告给系统管理员。");
        }
        return List.copyOf(text.lines);
    }

    /**
     * @param lead before the node's own line
     * @param below before everything under it
     */
    private void node(Explanation node, String lead, String below) {
        lines.add(lead + node.label() + "：" + node.shown() + exact(node));
        boolean parts = !node.parts().isEmpty() || node.unlisted() > 0;
        String rest = below + (parts ? "│  " : "   ");
        node.working().ifPresent(working -> {
            lines.add(rest + "算式  " + working.formula());
            if (!working.source().isEmpty()) {
                lines.add(rest + "规则  " + working.source());
            }
        });
        if (!node.agreement().sentence().isEmpty()) {
            lines.add(rest
                    + (node.agreement().alarming() ? "警告  " : "核对  ")
                    + node.agreement().sentence());
        }
        node.remarks().forEach(remark -> lines.add(rest + "说明  " + remark));
        node.reading().ifPresent(evidence -> reading(evidence, rest));
        parts(node, below);
    }

    private static String exact(Explanation node) {
        return node.exact()
                .filter(value -> node.shown().contains("…"))
                .map(value -> "  （精确值 " + value + "）")
                .orElse("");
    }

    private void reading(Evidence evidence, String rest) {
        lines.add(rest + "来源  " + quotient(evidence) + origin(evidence));
        evidence.superseded()
                .forEach(old ->
                        lines.add(rest + "曾为  " + Shown.number(old.value()) + "，" + quotient(old) + origin(old)));
    }

    private static String quotient(Evidence e) {
        return e.numerator()
                .flatMap(top -> e.denominator().map(bottom -> Shown.number(top) + " ÷ " + Shown.number(bottom) + "，"))
                .orElse("");
    }

    private String origin(Evidence e) {
        return e.source() + "，批次 " + e.batch() + " 第 " + e.row() + " 行，收到于 " + time(e.recordedAt()) + "，采集记录第 "
                + e.seq() + " 条" + (e.history() ? "，历史数据" : "") + (e.revision() == 0 ? "" : "，更正号 " + e.revision())
                + e.reason().map(why -> "，更正原因：" + why).orElse("");
    }

    private String time(Instant at) {
        return SECOND.format(at.atZone(zone));
    }

    private void parts(Explanation node, String below) {
        for (int i = 0; i < node.parts().size(); i++) {
            boolean last = i == node.parts().size() - 1 && node.unlisted() == 0;
            node(node.parts().get(i), below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
        }
        if (node.unlisted() > 0) {
            lines.add(below + "└─ 另有 " + node.unlisted() + " 项已计入，未列出（--depth、--limit 可多列）");
        }
    }
}
