package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.grafana.Annotation;
import cn.zhengai.dashboards.grafana.Except;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.grafana.Target;
import cn.zhengai.dashboards.grafana.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks what a panel asks, and decides what it shows. */
public final class PanelView {
    private static final Set<String> PLAIN = Set.of("无数据", "没有数据", "—");
    private static final String NOTHING = "没有数据";
    private static final String IN_SPAN = "所选时间里没有，可以看更长的时间；刚启动要等几分钟。";
    private static final String AT_ALL = "还没有采集值或考核结果；刚启动要等几分钟。";
    private static final String FEW = "不足 5 人不显示；";
    private static final Pattern OF_PERSONS = Pattern.compile("'(?:teacher|student)'");

    private PanelView() {}

    /**
     * Asks and decides.
     *
     * @param panel one that asks something
     * @param annotations drawn where there is a time axis
     * @throws cn.zhengai.core.port.PortException as {@link cn.zhengai.dashboards.answer.ResultSource#ask}
     */
    public static View of(Panel panel, List<Annotation> annotations, Asking asking) {
        Look look = panel.look();
        View view;
        if (look instanceof Look.TimeSeries series) {
            Panel measured = unit(panel, asking);
            view = OverTime.lines(measured, series, curves(panel, asking), asking)
                    .marked(annotations, asking);
        } else if (look instanceof Look.StateTimeline states) {
            view = OverTime.states(panel, states, curves(panel, asking), asking);
        } else if (look instanceof Look.Stat stat) {
            view = new Figured(panel, asking).figures(stat, curves(panel, asking));
        } else if (look instanceof Look.Pie) {
            view = new Figured(panel, asking).pie(curves(panel, asking));
        } else if (look instanceof Look.BarChart bars) {
            view = new Rowed(panel, asking).bars(bars, sheet(panel, asking));
        } else if (look instanceof Look.BarGauge) {
            view = new Rowed(panel, asking).gauges(sheet(panel, asking));
        } else if (look instanceof Look.Table) {
            view = new Rowed(panel, asking).table(sheet(panel, asking));
        } else {
            throw new IllegalArgumentException("asks nothing: " + panel.title());
        }
        return view;
    }

    private static List<Curve> curves(Panel panel, Asking asking) {
        List<Curve> curves = new ArrayList<>();
        panel.targets().stream()
                .filter(target -> !target.table())
                .forEach(target -> curves.addAll(Curve.of(target, asking.ask(target.query()))));
        return curves;
    }

    private static Sheet sheet(Panel panel, Asking asking) {
        Sheet sheet = new Sheet(List.of(), List.of());
        for (Target target : panel.targets()) {
            sheet = sheet.with(Sheet.of(asking.ask(target.query())));
        }
        for (Transform transform : panel.transforms()) {
            sheet = Reshaping.apply(transform, sheet);
        }
        return sheet;
    }

    /** The panel with the unit that one of its queries says, for fields of any name. */
    private static Panel unit(Panel panel, Asking asking) {
        Optional<Transform> from = panel.transforms().stream()
                .filter(t -> t.id().equals("configFromData"))
                .findFirst();
        return from.flatMap(transform -> panel.targets().stream()
                        .filter(t -> t.refId().equals(transform.options().get("configRefId")))
                        .findFirst())
                .flatMap(target -> said(Sheet.of(asking.ask(target.query()))))
                .map(unit -> panel.except(with(panel.overrides(), unit)))
                .orElse(panel);
    }

    private static Optional<String> said(Sheet sheet) {
        return sheet.rows().stream()
                .map(row -> row.get(row.size() - 1))
                .filter(Objects::nonNull)
                .map(PanelView::text)
                .reduce((earlier, later) -> later);
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static Except[] with(List<Except> overrides, String unit) {
        List<Except> more = new ArrayList<>(overrides);
        more.add(Except.matching(".*").unit(unit));
        return more.toArray(Except[]::new);
    }

    /** What stands where there is nothing. */
    static View.Nothing nothing(Panel panel) {
        String said = panel.field().noValue();
        boolean span = panel.targets().stream().anyMatch(t -> t.query().contains("$timeFilter"));
        if (!PLAIN.contains(said)) {
            return new View.Nothing(said, "");
        }
        boolean persons = panel.targets().stream()
                .anyMatch(t -> OF_PERSONS.matcher(t.query()).find());
        return new View.Nothing(NOTHING, (persons ? FEW : "") + (span ? IN_SPAN : AT_ALL));
    }
}
