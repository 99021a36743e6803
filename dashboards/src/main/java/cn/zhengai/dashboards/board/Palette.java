package cn.zhengai.dashboards.board;

import cn.zhengai.dashboards.grafana.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The colours of the console, one meaning each: blue to orange, told apart by eyes that see no red or green as well, and
 * never without a word or a dash beside it.
 */
public final class Palette {
    public static final String ON_TARGET = "#0b6e8f";
    public static final String ON_STANDARD = "#7cc3dd";
    public static final String BELOW_STANDARD = "#f2b431";
    public static final String IN_WARNING = "#d1480f";
    public static final String UNKNOWN = "#ccd3dd";
    public static final String RED = "#b3123b";
    /** Of values; readable on light and dark. */
    public static final String LINE = "#4a7fa0";
    /** Of the target line and of what is as it should be; readable on light and dark. */
    public static final String TARGET = "#2b93b8";
    /** Of the standard line, of last year, and of what needs no attention. */
    public static final String QUIET = "#93a1b5";

    /** Bands as {@code band} numbers them. */
    public static final List<Mapping> BANDS = List.of(
            new Mapping("4", "达到目标", ON_TARGET),
            new Mapping("3", "达标", ON_STANDARD),
            new Mapping("2", "未达标", BELOW_STANDARD),
            new Mapping("1", "预警", IN_WARNING),
            new Mapping("0", "无数据", UNKNOWN));

    /** Severities as {@code severity} numbers them. */
    public static final List<Mapping> SEVERITIES = List.of(
            new Mapping("4", "红色", RED),
            new Mapping("3", "橙色", IN_WARNING),
            new Mapping("2", "黄色", BELOW_STANDARD),
            new Mapping("1", "蓝色", TARGET));

    public static final List<Mapping> ANSWERED =
            List.of(new Mapping("1", "已答复", QUIET), new Mapping("0", "未答复", IN_WARNING));

    public static final List<Mapping> OPEN =
            List.of(new Mapping("1", "未解除", IN_WARNING), new Mapping("0", "已结束", QUIET));

    /** Grades as {@code grade_rank} numbers them. */
    public static final List<Mapping> GRADES = List.of(
            new Mapping("3", "达标", ON_TARGET),
            new Mapping("2", "基本达标", BELOW_STANDARD),
            new Mapping("1", "不达标", IN_WARNING));

    private static final Map<String, String> NAMES = Map.of(
            ON_TARGET, "on-target",
            ON_STANDARD, "on-standard",
            BELOW_STANDARD, "below-standard",
            IN_WARNING, "in-warning",
            UNKNOWN, "unknown",
            RED, "red",
            LINE, "line",
            TARGET, "target",
            QUIET, "quiet");

    private Palette() {}

    /** What one of these colours is called: pages have a light and a dark one under that name. */
    public static String name(String color) {
        return Objects.requireNonNull(NAMES.get(color), color);
    }

    public static Set<String> all() {
        return NAMES.keySet();
    }
}
