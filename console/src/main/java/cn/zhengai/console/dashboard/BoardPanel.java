package cn.zhengai.console.dashboard;

import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import java.util.List;

/**
 * Where a panel stands on its page, and where what it shows is asked for.
 *
 * @param anchor its id on the page
 * @param place style classes: so wide, so high
 * @param source address of its view; empty when it only says something
 * @param words lines of a panel that only says something
 */
public record BoardPanel(
        String anchor, String title, String description, String place, String source, List<String> words) {
    /** Links to a subject lead to the first panel that is of one. */
    private static final String OF_SUBJECT = "$subject";

    static BoardPanel of(Panel panel, String title, String source, boolean first) {
        String anchor = first ? "subject" : "panel-" + panel.id();
        String place = "zg-w-" + panel.grid().w() + " zg-h-" + panel.grid().h() + " zg-panel-"
                + panel.look().type();
        if (panel.look() instanceof Look.Text text) {
            List<String> words = text.markdown()
                    .lines()
                    .map(line -> line.replaceFirst("^- ", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            return new BoardPanel(anchor, title, panel.description(), place, "", words);
        }
        return new BoardPanel(anchor, title, panel.description(), place, source, List.of());
    }

    static boolean ofSubject(Panel panel) {
        return panel.title().contains(OF_SUBJECT);
    }
}
