package cn.zhengai.console.http;

import io.javalin.http.Context;

/** Who reads the answer, told from the path. */
public enum Audience {
    PEOPLE,
    MACHINES,
    INFLUX_CLIENTS;

    public static Audience of(Context ctx) {
        String path = ctx.path();
        if (path.equals("/write") || path.equals("/query") || path.startsWith("/api/v2/")) {
            return INFLUX_CLIENTS;
        }
        boolean machine = path.startsWith("/api/")
                || path.equals("/ping")
                || path.equals("/health")
                || path.equals("/ready")
                || path.equals("/metrics")
                || path.equals("/openapi.json");
        return machine ? MACHINES : PEOPLE;
    }
}
