package cn.zhengai.dashboards.grafana;

import java.util.List;
import java.util.Map;

/** What a panel looks like: one of Grafana's core kinds. */
public sealed interface Look {
    /** Grafana's name of it. */
    String type();

    Map<String, Object> options();

    /** Of its fields. */
    default Map<String, Object> custom() {
        return Map.of();
    }

    private static Map<String, Object> reduced(boolean rows) {
        return Form.of("calcs", List.of("lastNotNull"))
                .with("fields", "")
                .with("values", rows)
                .map();
    }

    private static Form legend(boolean shown, String placement) {
        return Form.of("calcs", List.of())
                .with("displayMode", shown ? "list" : "hidden")
                .with("showLegend", shown)
                .with("placement", placement);
    }

    private static Form tooltip() {
        return Form.of("mode", "multi").with("sort", "none");
    }

    /** Lines over time. */
    record TimeSeries(boolean steps, boolean legend) implements Look {
        @Override
        public String type() {
            return "timeseries";
        }

        @Override
        public Map<String, Object> options() {
            return Form.of("legend", Look.legend(legend, "bottom"))
                    .with("tooltip", Look.tooltip())
                    .map();
        }

        @Override
        public Map<String, Object> custom() {
            return Form.of("drawStyle", "line")
                    .with("fillOpacity", 0)
                    .with("lineInterpolation", steps ? "stepAfter" : "linear")
                    .with("lineWidth", 2)
                    .with("pointSize", 5)
                    .with("showPoints", "auto")
                    .with("spanNulls", true)
                    .map();
        }
    }

    /**
     * Large figures.
     *
     * @param named with the name of each series
     * @param trend with a small line behind
     */
    record Stat(boolean named, boolean trend) implements Look {
        @Override
        public String type() {
            return "stat";
        }

        @Override
        public Map<String, Object> options() {
            return Form.of("colorMode", "value")
                    .with("graphMode", trend ? "area" : "none")
                    .with("justifyMode", "auto")
                    .with("orientation", "auto")
                    .with("reduceOptions", Look.reduced(false))
                    .with("textMode", named ? "value_and_name" : "value")
                    .map();
        }
    }

    /** A bar a row of a table. What a bar leaves is not drawn: Grafana 12 draws it too long, so that all of it looks like less. */
    record BarGauge() implements Look {
        @Override
        public String type() {
            return "bargauge";
        }

        @Override
        public Map<String, Object> options() {
            return Form.of("displayMode", "basic")
                    .with("minVizHeight", 16)
                    .with("minVizWidth", 0)
                    .with("orientation", "horizontal")
                    .with("reduceOptions", Look.reduced(true))
                    .with("showUnfilled", false)
                    .with("text", Form.of("titleSize", 13).with("valueSize", 13))
                    .map();
        }
    }

    /** Bars beside each other, or stacked; {@code x} names the field below them. */
    record BarChart(String x, boolean stacked, boolean horizontal) implements Look {
        @Override
        public String type() {
            return "barchart";
        }

        @Override
        public Map<String, Object> options() {
            return Form.of("barWidth", 0.85)
                    .with("groupWidth", 0.75)
                    .with("legend", Look.legend(true, "bottom"))
                    .with("orientation", horizontal ? "horizontal" : "vertical")
                    .with("showValue", "never")
                    .with("stacking", stacked ? "normal" : "none")
                    .with("text", Form.of("valueSize", 11))
                    .with("tooltip", Look.tooltip())
                    .with("xField", x)
                    .with("xTickLabelRotation", horizontal ? 0 : -45)
                    .map();
        }

        @Override
        public Map<String, Object> custom() {
            return Form.of("axisPlacement", "auto")
                    .with("fillOpacity", 85)
                    .with("lineWidth", 0)
                    .map();
        }
    }

    /** Rows. */
    record Table() implements Look {
        @Override
        public String type() {
            return "table";
        }

        @Override
        public Map<String, Object> options() {
            return Form.of(
                            "footer",
                            Form.of("show", false)
                                    .with("reducer", List.of("sum"))
                                    .with("fields", ""))
                    .with("showHeader", true)
                    .map();
        }

        @Override
        public Map<String, Object> custom() {
            return Form.of("align", "left").with("displayMode", "auto").map();
        }
    }

    /**
     * Which state when, a row a series; a state lasts until the next is known.
     *
     * @param words with the state's name in the row, where there is room
     */
    record StateTimeline(boolean words) implements Look {
        @Override
        public String type() {
            return "state-timeline";
        }

        @Override
        public Map<String, Object> options() {
            return Form.of("alignValue", "left")
                    .with("legend", Look.legend(true, "bottom"))
                    .with("mergeValues", true)
                    .with("rowHeight", 0.85)
                    .with("showValue", words ? "auto" : "never")
                    .with("tooltip", Look.tooltip())
                    .map();
        }

        @Override
        public Map<String, Object> custom() {
            return Form.of("fillOpacity", 85)
                    .with("lineWidth", 0)
                    .with("spanNulls", true)
                    .map();
        }
    }

    /** Words. */
    record Text(String markdown) implements Look {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public Map<String, Object> options() {
            return Form.of("content", markdown).with("mode", "markdown").map();
        }
    }

    /** Parts of a whole, of the numeric fields of one row or of the rows of a table. */
    record Pie(boolean rows) implements Look {
        @Override
        public String type() {
            return "piechart";
        }

        @Override
        public Map<String, Object> options() {
            return Form.of("displayLabels", List.of("name", "value"))
                    .with("legend", Look.legend(true, "bottom").with("values", List.of()))
                    .with("pieType", "donut")
                    .with("reduceOptions", Look.reduced(rows))
                    .with("tooltip", Form.of("mode", "single").with("sort", "none"))
                    .map();
        }
    }
}
