package cn.zhengai.console.api;

import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The published JSON Schemas, as {@code NAME.json}. */
final class SchemaRoutes {
    private static final String ENDING = ".json";

    private final Map<String, Supplier<String>> schemas;

    SchemaRoutes(Map<String, Supplier<String>> schemas) {
        this.schemas = Map.copyOf(schemas);
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/schemas/{file}", this::schema));
    }

    private void schema(Context ctx) {
        String file = ctx.pathParam("file");
        String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
        Supplier<String> schema = Optional.ofNullable(schemas.get(name))
                .orElseThrow(() -> Refusal.notFound(
                        "没有规范 " + file + "；有 " + String.join("、", new TreeSet<>(schemas.keySet())) + "，写作 名称.json"));
        ctx.contentType("application/schema+json; charset=utf-8").result(schema.get());
    }
}
