package cn.zhengai.collector.push;

import cn.zhengai.collector.lineprotocol.LineRows;

/** What a body is written in, and so how the answer is. */
public enum Format {
    /** A list of objects, {@code {"readings": [...]}} or one object. */
    JSON("json"),
    /** One object a line. */
    NDJSON("ndjson"),
    /** InfluxDB line protocol at {@code /api/v2/write}. */
    LINE_PROTOCOL(LineRows.WAY),
    /** InfluxDB line protocol at {@code /write}: errors are {@code {"error": ...}}. */
    LINE_PROTOCOL_V1(LineRows.WAY);

    private final String way;

    Format(String way) {
        this.way = way;
    }

    /** Label of the metrics. */
    public String way() {
        return way;
    }

    boolean isLineProtocol() {
        return this == LINE_PROTOCOL || this == LINE_PROTOCOL_V1;
    }
}
