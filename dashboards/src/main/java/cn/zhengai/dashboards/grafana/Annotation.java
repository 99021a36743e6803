package cn.zhengai.dashboards.grafana;

import java.util.Map;

/** Marks on the time axis; the query gives {@code title}, {@code text} and {@code step}. */
public record Annotation(String name, String query, String color) {
    Map<String, Object> json() {
        return asked(Form.of("datasource", Source.json()))
                .with("enable", true)
                .with("hide", false)
                .with("iconColor", color)
                .with("target", asked(Form.of("fromAnnotations", true)).with("refId", "annotation"))
                .map();
    }

    /** Grafana 9 reads it beside the colour; later ones in the target, and ask nothing where there is none. */
    private Form asked(Form form) {
        return form.with("name", name)
                .with("query", query)
                .with("tagsColumn", "step")
                .with("textColumn", "text")
                .with("timeEndColumn", "")
                .with("titleColumn", "title");
    }
}
