package cn.zhengai.console.push;

import cn.zhengai.collector.push.Format;
import cn.zhengai.collector.push.PushAnswer;
import cn.zhengai.collector.push.PushDesk;
import cn.zhengai.collector.push.PushRequest;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where business systems, Telegraf and InfluxDB clients push. The body goes to the desk as a stream: the desk unpacks
 * it, counts it and knows the limit.
 */
public final class PushRoutes {
    private final PushDesk desk;
    private final Credentials credentials;

    public PushRoutes(PushDesk desk, Credentials credentials) {
        this.desk = desk;
        this.credentials = credentials;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                Route.post("/api/v1/readings", this::readings),
                Route.post("/api/v2/write", this::influxV2),
                Route.post("/write", this::influxV1)));
        routes.addAll(new QueryRoutes(credentials).routes());
        return routes;
    }

    private void readings(Context ctx) throws IOException {
        String source = credentials.source(ctx);
        PushAnswer answer = push(ctx, source, format(ctx), "");
        if (answer.status() < 400 || !answer.body().contains("\"code\"")) {
            give(ctx, answer);
            return;
        }
        JsonNode body = Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
        if (body.has("results")) {
            give(ctx, answer);
            return;
        }
        head(ctx, answer);
        String code = body.path("code").asText().toUpperCase(Locale.ROOT).replace(' ', '_');
        Json.answer(
                ctx,
                Map.of(
                        "error",
                        Map.of("code", code, "message", body.path("message").asText(), "detail", "")));
    }

    private void influxV2(Context ctx) throws IOException {
        String source = credentials.source(ctx);
        give(ctx, push(ctx, source, Format.LINE_PROTOCOL, precision(ctx)));
    }

    private void influxV1(Context ctx) throws IOException {
        String source = credentials.sourceOfInfluxV1(ctx);
        give(ctx, push(ctx, source, Format.LINE_PROTOCOL_V1, precision(ctx)));
    }

    private PushAnswer push(Context ctx, String source, Format format, String precision) throws IOException {
        boolean history = new Asked(ctx).flag("history").orElse(false);
        Optional<String> idempotencyKey = Optional.ofNullable(ctx.header("Idempotency-Key"))
                .map(String::strip)
                .filter(k -> !k.isEmpty());
        return desk.push(new PushRequest(
                source,
                format,
                idempotencyKey,
                precision,
                history,
                reason(ctx),
                gzip(ctx),
                ctx.req().getInputStream()));
    }

    /** Headers are ASCII; what is beyond comes as percent-encoded UTF-8. */
    private static Optional<String> reason(Context ctx) {
        String written = ctx.header("X-Reason");
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PercentText.decode(written.strip()));
        } catch (CharacterCodingException bad) {
            throw new Refusal(Fault.BAD_REQUEST, "X-Reason 应为百分号编码的 UTF-8；本次没有接收，请编码后重发");
        }
    }

    private static String precision(Context ctx) {
        return new Asked(ctx).text("precision").orElse("");
    }

    private static boolean gzip(Context ctx) {
        String encoding = Optional.ofNullable(ctx.header("Content-Encoding"))
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw new Refusal(Fault.UNSUPPORTED, "Content-Encoding 只支持 gzip，收到 " + encoding);
        };
    }

    private static Format format(Context ctx) {
        String type = Optional.ofNullable(ctx.contentType())
                .orElse("application/json")
                .toLowerCase(Locale.ROOT);
        String plain = type.substring(0, type.indexOf(';') < 0 ? type.length() : type.indexOf(';'))
                .strip();
        return switch (plain) {
            case "application/json", "text/json" -> Format.JSON;
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                Format.NDJSON;
            default ->
                throw new Refusal(
                        Fault.UNSUPPORTED, "Content-Type 应为 application/json 或 application/x-ndjson，收到 " + plain);
        };
    }

    private static void give(Context ctx, PushAnswer answer) {
        head(ctx, answer);
        if (!answer.contentType().isEmpty()) {
            ctx.contentType(answer.contentType()).result(answer.body());
        }
    }

    private static void head(Context ctx, PushAnswer answer) {
        ctx.status(answer.status());
        answer.retryAfter().ifPresent(seconds -> ctx.header("Retry-After", Integer.toString(seconds)));
    }
}
