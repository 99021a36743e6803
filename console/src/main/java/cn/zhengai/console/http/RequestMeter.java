package cn.zhengai.console.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Times every request as {@code zhengai_http_requests_seconds} by method, route and status. The route is the declared
 * path, never the one asked for, so that the number of time series stays small.
 */
public final class RequestMeter {
    private static final String ROUTE = "zhengai.route";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private final MeterRegistry registry;

    public RequestMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The handler, remembering its route for the meter. */
    public Handler named(Route route) {
        return ctx -> {
            ctx.attribute(ROUTE, route.path());
            route.handler().handle(ctx);
        };
    }

    /** Called when the answer is on its way. */
    public void record(Context ctx, float millis) {
        String route = Optional.<String>ofNullable(ctx.attribute(ROUTE))
                .orElseGet(() ->
                        ctx.path().startsWith("/webjars/") || ctx.path().startsWith("/assets/") ? "static" : "other");
        Timer.builder("zhengai.http.requests")
                .description("Requests answered")
                .tag(
                        "method",
                        METHODS.contains(ctx.method().name()) ? ctx.method().name() : "OTHER")
                .tag("route", route)
                .tag("status", Integer.toString(ctx.statusCode()))
                .register(registry)
                .record(Duration.ofNanos((long) (millis * 1_000_000)));
    }
}
