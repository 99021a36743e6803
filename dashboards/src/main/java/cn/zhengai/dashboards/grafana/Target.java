package cn.zhengai.dashboards.grafana;

import java.util.Map;

/**
 * One query of a panel.
 *
 * @param refId a letter or a word, unique in its panel
 * @param query InfluxQL with Grafana's variables
 * @param alias name of a series, {@code $tag_level}; empty for tables
 */
public record Target(String refId, String query, boolean table, String alias) {
    /** Series over time. */
    public static Target series(String refId, String query, String alias) {
        return new Target(refId, query, false, alias);
    }

    /** Rows. */
    public static Target table(String refId, String query) {
        return new Target(refId, query, true, "");
    }

    Map<String, Object> json() {
        Form form = Form.of("datasource", Source.json())
                .with("refId", refId)
                .with("query", query)
                .with("rawQuery", true)
                .with("resultFormat", table ? "table" : "time_series");
        return (alias.isEmpty() ? form : form.with("alias", alias)).map();
    }
}
