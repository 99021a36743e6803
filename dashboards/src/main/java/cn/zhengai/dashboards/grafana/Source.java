package cn.zhengai.dashboards.grafana;

import java.util.Map;

/** The data source: found by its uid, never by its name. */
public final class Source {
    public static final String UID = "zhengai-influx";

    private Source() {}

    static Map<String, Object> json() {
        return Form.of("type", "influxdb").with("uid", UID).map();
    }
}
