package cn.zhengai.dashboards.grafana;

import java.util.Map;

/** Where a figure leads; {@code url} may hold Grafana's variables. */
public record Link(String title, String url, boolean newTab) {
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
