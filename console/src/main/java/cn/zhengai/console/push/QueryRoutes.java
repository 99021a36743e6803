package cn.zhengai.console.push;

import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What clients of InfluxDB 1.x ask before they write: {@code CREATE DATABASE} is answered as done and {@code SHOW
 * DATABASES} with none, for there is nothing to create. Everything else is refused: readings are asked for elsewhere.
 */
final class QueryRoutes {
    private static final Pattern CREATE = Pattern.compile("(?is)create\\s+database\\s+\\S.*");
    private static final Pattern SHOW = Pattern.compile("(?i)show\\s+databases");
    private static final Map<String, Object> NO_DATABASES = Map.of("name", "databases", "columns", List.of("name"));

    private final Credentials credentials;

    QueryRoutes(Credentials credentials) {
        this.credentials = credentials;
    }

    List<Route> routes() {
        return List.of(Route.get("/query", this::query), Route.post("/query", this::query));
    }

    private void query(Context ctx) {
        credentials.sourceOfInfluxV1(ctx);
        String asked = new Asked(ctx)
                .text("q")
                .or(() -> Optional.ofNullable(ctx.formParam("q")))
                .orElseThrow(() -> new Refusal(Fault.BAD_REQUEST, "缺少参数 q"));
        List<Map<String, Object>> results = new ArrayList<>();
        for (String statement : asked.split(";", -1)) {
            if (!statement.isBlank()) {
                results.add(result(results.size(), statement.strip()));
            }
        }
        if (results.isEmpty()) {
            throw new Refusal(Fault.BAD_REQUEST, "参数 q 是空的");
        }
        Json.answer(ctx, Map.of("results", results));
    }

    private static Map<String, Object> result(int number, String statement) {
        if (CREATE.matcher(statement).matches()) {
            return Map.of("statement_id", number);
        }
        if (SHOW.matcher(statement).matches()) {
            return Map.of("statement_id", number, "series", List.of(NO_DATABASES));
        }
        throw new Refusal(
                Fault.BAD_REQUEST, "这里只接收写入，只应答 CREATE DATABASE 和 SHOW DATABASES；查询采集值请用 /api/v1/series（接口文档见 /docs）");
    }
}
