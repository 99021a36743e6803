package cn.zhengai.console.api;

import cn.zhengai.console.http.Json;
import cn.zhengai.console.http.Route;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What operators, balancers and InfluxDB's clients ask before they start. */
final class SystemRoutes {
    private final Supplier<Optional<String>> notReady;
    private final PrometheusMeterRegistry metrics;
    private final String version;
    private final byte[] contract;

    /** @param notReady why the process cannot serve yet, Chinese; empty when it can */
    SystemRoutes(Supplier<Optional<String>> notReady, PrometheusMeterRegistry metrics, String version) {
        this.notReady = notReady;
        this.metrics = metrics;
        this.version = version;
        this.contract = resource("/cn/zhengai/console/openapi.json");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", this::health),
                Route.get("/ready", this::ready),
                Route.get("/metrics", this::metrics),
                Route.get("/ping", this::ping),
                new Route(HandlerType.HEAD, "/ping", this::ping),
                Route.get("/openapi.json", this::contract));
    }

    /** As InfluxDB 2.x answers it, so that its clients go on. */
    private void health(Context ctx) {
        Json.answer(
                ctx,
                Map.of("name", "zhengai", "status", "pass", "message", "运行中", "version", version, "checks", List.of()));
    }

    private void ready(Context ctx) {
        Optional<String> why = notReady.get();
        ctx.status(why.isPresent() ? 503 : 200);
        Json.answer(ctx, Map.of("ready", why.isEmpty(), "message", why.orElse("已就绪")));
    }

    private void metrics(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
    }

    private void ping(Context ctx) {
        ctx.header("X-Influxdb-Version", "zhengai-" + version)
                .header("X-Influxdb-Build", "OSS")
                .status(204);
    }

    private void contract(Context ctx) {
        ctx.contentType("application/json; charset=utf-8").result(contract);
    }

    private static byte[] resource(String name) {
        try (InputStream in = SystemRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
