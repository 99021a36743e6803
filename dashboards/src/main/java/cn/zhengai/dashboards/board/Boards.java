package cn.zhengai.dashboards.board;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** All seven, and how they are found. */
public final class Boards {
    /** Windows of the panel's width; those of a day or half of one begin at midnight in China, as what is published does. */
    static final String DAYS = "time($__interval, 16h)";

    /** Weeks from Monday on, in China. */
    static final String WEEKS = "time(7d, 88h)";

    /** In a link to a board: the span that is looked at goes along. */
    static final String SPAN = "${" + Link.TIME_RANGE + "}";

    static final String OVERVIEW = "zhengai-overview";
    static final String PLATFORM = "zhengai-platform";

    private Boards() {}

    /** From the college down, the platform last. */
    public static List<Dashboard> all() {
        List<Dashboard> all = new ArrayList<>();
        all.add(OverviewBoard.dashboard());
        Arrays.stream(Level.values())
                .map(level ->
                        level.personal() ? new PersonsBoard(level).dashboard() : new LevelBoard(level).dashboard())
                .forEach(all::add);
        all.add(PlatformBoard.dashboard());
        return List.copyOf(all);
    }

    static String uid(Level level) {
        return "zhengai-" + tag(level);
    }

    static String tag(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    static String path(String uid) {
        return "/d/" + uid;
    }

    /** Every dashboard links to all others. */
    static List<Link> neighbours() {
        List<Link> links = new ArrayList<>();
        links.add(Link.to("学校总览", path(OVERVIEW)));
        Arrays.stream(Level.values()).forEach(level -> links.add(Link.to(level.chinese(), path(uid(level)))));
        links.add(Link.to("平台健康", path(PLATFORM)));
        return links;
    }
}
