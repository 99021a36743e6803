package cn.zhengai.dashboards.board;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Form;
import java.util.Arrays;
import java.util.List;

/** How lines are told apart: by colour, and by dashes for who sees no colour. */
final class Lines {
    private static final List<String> OF_LEVELS =
            List.of(Palette.ON_TARGET, Palette.IN_WARNING, Palette.LINE, Palette.BELOW_STANDARD, Palette.QUIET);

    private Lines() {}

    /** So many pixels on, so many off. */
    static Except dashed(String name, String color, int on, int off) {
        return Except.named(name)
                .colored(color)
                .with("custom.lineStyle", Form.of("dash", List.of(on, off)).with("fill", "dash"));
    }

    /** Target, standard and warning value. */
    static Except[] three() {
        return new Except[] {
            dashed("目标值", Palette.TARGET, 12, 4),
            dashed("标准值", Palette.QUIET, 3, 4),
            dashed("预警值", Palette.IN_WARNING, 8, 6),
            dashed("目标上限", Palette.TARGET, 12, 4),
            dashed("标准上限", Palette.QUIET, 3, 4),
            dashed("预警上限", Palette.IN_WARNING, 8, 6)
        };
    }

    /** A line a level, under its name. */
    static Except[] levels() {
        return Arrays.stream(Level.values())
                .map(level -> {
                    int place = List.of(Level.values()).indexOf(level);
                    Except except = Except.named(level.chinese()).colored(OF_LEVELS.get(place));
                    return place == 0
                            ? except
                            : except.with(
                                    "custom.lineStyle",
                                    Form.of("dash", List.of(4 * place, 3 + place))
                                            .with("fill", "dash"));
                })
                .toArray(Except[]::new);
    }
}
