package cn.zhengai.dashboards.grafana;

import java.util.Map;

/** Where a figure leads; {@code url} may hold Grafana's variables. */
public record Link(String title, String url, boolean newTab) {
    /** Grafana's variable for the span that is looked at; a filling may hold what stands for it elsewhere, {@code span=30d}. */
    public static final String TIME_RANGE = "__url_time_range";

    public static Link to(String title, String url) {
        return new Link(title, url, false);
    }

    Map<String, Object> json() {
        return Form.of("title", title)
                .with("url", url)
                .with("targetBlank", newTab)
                .map();
    }
}
