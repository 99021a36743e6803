package cn.zhengai.dashboards.lint;

import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Variable;
import cn.zhengai.dashboards.schema.Measurement;
import cn.zhengai.dashboards.schema.Readings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks through dashboards for what would be wrong on the wall. */
public final class DashboardLint {
    /** Narrowest a column is where a dashboard has all 24: a window of 1,440 pixels. */
    private static final int COLUMN_PIXELS = 57;

    private static final int ROW_PIXELS = 38;
    private static final int CHARACTER_PIXELS = 14;
    private static final int FRAME_PIXELS = 40;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_]+)");
    private static final Set<String> MACROS = Set.of("timeFilter", "__interval", "__data");
    /** A variable in a string of a query that does not ask for its value as it is. */
    private static final Pattern ESCAPED = Pattern.compile("'[^'$]*\\$(?:[a-zA-Z_]+|\\{[a-zA-Z_]++(?!:raw}))[^']*'");

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3,8}");
    private static final Set<String> COLOR_KEYS = Set.of("color", "fixedColor", "iconColor");
    /** What is asked for without a span: it stands at time 0, is open however long ago it began, or is one cycle's. */
    private static final Set<String> TIMELESS = Set.of(
            "control_point", "org_unit", "series_now", "ranking", "warning", "publication", "achievement", "goal");

    private final Set<String> palette;
    private final List<Finding> findings = new ArrayList<>();

    private DashboardLint(Set<String> palette) {
        this.palette = palette;
    }

    /** @param palette the colours there are */
    public static List<Finding> of(List<Dashboard> dashboards, Set<String> palette) {
        DashboardLint lint = new DashboardLint(palette);
        Set<String> uids = new HashSet<>();
        for (Dashboard dashboard : dashboards) {
            lint.require(uids.add(dashboard.uid()), dashboard, "", "uid 重复：" + dashboard.uid());
            lint.look(dashboard);
        }
        return List.copyOf(lint.findings);
    }

    private void require(boolean holds, Dashboard dashboard, String panel, String says) {
        if (!holds) {
            findings.add(new Finding(dashboard.title(), panel, says));
        }
    }

    private void look(Dashboard dashboard) {
        require(!dashboard.description().isBlank(), dashboard, "", "没有说明");
        Set<Integer> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (Panel panel : dashboard.panels()) {
            require(ids.add(panel.id()), dashboard, panel.title(), "编号重复：" + panel.id());
            require(titles.add(panel.title()), dashboard, panel.title(), "标题重复");
            place(dashboard, panel);
            words(dashboard, panel);
            panel.targets().forEach(t -> query(dashboard, panel, t));
        }
        for (Variable variable : dashboard.variables()) {
            Asked.of(variable.query()).faults().forEach(f -> require(false, dashboard, "变量 " + variable.name(), f));
            known(dashboard, "变量 " + variable.name(), variable.query());
            if (!variable.beyond().isEmpty()) {
                Asked.of(variable.beyond())
                        .faults()
                        .forEach(f -> require(false, dashboard, "变量 " + variable.name(), f));
                known(dashboard, "变量 " + variable.name(), variable.beyond().replace("'$asked'", "''"));
            }
        }
        dashboard.annotations().forEach(a -> {
            Asked.of(a.query()).faults().forEach(f -> require(false, dashboard, "标注 " + a.name(), f));
            known(dashboard, "标注 " + a.name(), a.query());
        });
        colors(dashboard, dashboard.json(), "");
    }

    private void place(Dashboard dashboard, Panel panel) {
        for (Panel other : dashboard.panels()) {
            require(
                    other.id() >= panel.id() || !other.grid().overlaps(panel.grid()),
                    dashboard,
                    panel.title(),
                    "与“" + other.title() + "”重叠");
        }
    }

    private void words(Dashboard dashboard, Panel panel) {
        String title = panel.title();
        require(!title.isBlank(), dashboard, "#" + panel.id(), "没有标题");
        require(panel.description().length() >= 6, dashboard, title, "没有说明");
        require(!panel.field().unit().isBlank(), dashboard, title, "没有计量单位");
        require(
                width(title) + FRAME_PIXELS <= panel.grid().w() * COLUMN_PIXELS,
                dashboard,
                title,
                "标题放不下：" + panel.grid().w() + " 列");
        if (panel.look() instanceof Look.Text text) {
            int room = panel.grid().w() * COLUMN_PIXELS - FRAME_PIXELS;
            int lines =
                    text.markdown().lines().mapToInt(l -> 1 + width(l) / room).sum();
            require(
                    (lines + 1) * 24 <= panel.grid().h() * ROW_PIXELS - FRAME_PIXELS,
                    dashboard,
                    title,
                    "文字放不下：" + lines + " 行");
        } else {
            require(!panel.targets().isEmpty(), dashboard, title, "没有查询");
        }
    }

    /** Pixels; half as wide for Latin letters. A variable's value is reckoned with 16 characters. */
    private static int width(String text) {
        String filled = VARIABLE.matcher(text).replaceAll("一二三四五六七八");
        return filled.codePoints()
                .map(c -> c < 0x2000 ? CHARACTER_PIXELS / 2 : CHARACTER_PIXELS)
                .sum();
    }

    private void query(Dashboard dashboard, Panel panel, Target target) {
        Asked asked = Asked.of(target.query());
        asked.faults().forEach(f -> require(false, dashboard, panel.title(), f));
        known(dashboard, panel.title(), target.query());
        asked.measurement().ifPresent(m -> reads(dashboard, panel, target, m));
        Matcher tag = Pattern.compile("\\$tag_([a-z_]+)").matcher(target.alias());
        while (tag.find()) {
            require(asked.columns().contains(tag.group(1)), dashboard, panel.title(), "别名用了没有分组的标签 " + tag.group(1));
        }
    }

    private void reads(Dashboard dashboard, Panel panel, Target target, Measurement measurement) {
        require(!Readings.all().contains(measurement), dashboard, panel.title(), "直接读采集值，里面有个人：" + measurement.name());
        require(
                target.query().contains("$timeFilter") || TIMELESS.contains(measurement.name()),
                dashboard,
                panel.title(),
                "没有时间范围：" + target.query());
    }

    private void known(Dashboard dashboard, String where, String query) {
        Matcher used = VARIABLE.matcher(query);
        while (used.find()) {
            String name = used.group(1);
            require(
                    MACROS.contains(name)
                            || dashboard.variables().stream()
                                    .anyMatch(v -> v.name().equals(name)),
                    dashboard,
                    where,
                    "没有变量 " + name);
        }
        // Grafana may escape for a regular expression wherever a query has one
        Matcher escaped = ESCAPED.matcher(query);
        while (escaped.find()) {
            require(false, dashboard, where, "引号里的变量没有写 :raw：" + escaped.group());
        }
    }

    private void colors(Dashboard dashboard, Object json, String key) {
        if (json instanceof Map<?, ?> map) {
            map.forEach((k, v) -> colors(dashboard, v, String.valueOf(k)));
        } else if (json instanceof List<?> list) {
            list.forEach(v -> colors(dashboard, v, key));
        } else if (json instanceof String text && (COLOR.matcher(text).matches() || COLOR_KEYS.contains(key))) {
            require(palette.contains(text), dashboard, key, "不在色板里的颜色 " + text);
        }
    }
}
