package cn.zhengai.dashboards.grafana;

import java.util.Map;

/** Marks on the time axis; the query gives {@code title}, {@code text} and {@code step}. */
public record Annotation(String name, String query, String color) {
    Map<String, Object> json() {
        return Form.of("datasource", Source.json())
                .with("enable", true)
                .with("hide", false)
                .with("iconColor", color)
                .with("name", name)
                .with("query", query)
                .with("tagsColumn", "step")
                .with("textColumn", "text")
                .with("timeEndColumn", "")
                .with("titleColumn", "title")
                .map();
    }
}
