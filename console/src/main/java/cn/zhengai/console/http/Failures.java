package cn.zhengai.console.http;

import cn.zhengai.assessment.NotDeclaredException;
import cn.zhengai.core.port.PortException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a request early into the one form of answer: JSON for machines, a page for people. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Shows a refusal to a person. */
    public interface Page {
        void show(Context ctx, Refusal refusal);
    }

    private final Page page;

    public Failures(Page page) {
        this.page = page;
    }

    public void install(RoutesConfig routes) {
        routes.exception(Refusal.class, (e, ctx) -> answer(ctx, e));
        routes.exception(PortException.class, (e, ctx) -> answer(ctx, ofPort(e)));
        routes.exception(
                NotDeclaredException.class,
                (e, ctx) -> answer(ctx, new Refusal(Fault.NOT_FOUND, String.valueOf(e.getMessage()))));
        routes.exception(
                JsonProcessingException.class, (e, ctx) -> answer(ctx, new Refusal(Fault.MALFORMED_BODY, where(e))));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> answer(ctx, new Refusal(Fault.ofStatus(e.getStatus()), ctx.path())));
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("request failed: {} {}", ctx.method(), ctx.path(), e);
            answer(ctx, new Refusal(Fault.INTERNAL, ""));
        });
    }

    private static String where(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "不是有效的 JSON" : "不是有效的 JSON：第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列";
    }

    private static Refusal ofPort(PortException e) {
        LOG.warn("outside failed: {} {}", e.trouble(), e.getMessage(), e);
        Fault fault = switch (e.trouble()) {
            case DISK_FULL -> Fault.DISK_FULL;
            case UNAVAILABLE, IN_USE, STALE -> Fault.UNAVAILABLE;
            case NEWER_VERSION, CORRUPT, REFUSED -> Fault.INTERNAL;
        };
        return new Refusal(fault, e.trouble().chinese());
    }

    private void answer(Context ctx, Refusal refusal) {
        ctx.status(refusal.fault().status());
        if (refusal.fault().status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"zhengai\"");
        }
        if (refusal.fault() == Fault.BUSY || refusal.fault() == Fault.UNAVAILABLE) {
            ctx.header("Retry-After", "2");
        }
        if (Audience.of(ctx) == Audience.PEOPLE) {
            page.show(ctx, refusal);
        } else {
            Json.answer(ctx, body(ctx, refusal));
        }
    }

    /** InfluxDB's clients look for {@code code} and {@code message} (2.x) or a text in {@code error} (1.x). */
    private static Map<String, Object> body(Context ctx, Refusal refusal) {
        Fault fault = refusal.fault();
        if (Audience.of(ctx) == Audience.INFLUX_CLIENTS) {
            String text = refusal.detail().isEmpty() ? fault.chinese() : fault.chinese() + "：" + refusal.detail();
            return Map.of("code", influxCode(fault), "message", text, "error", text);
        }
        return Map.of("error", Map.of("code", fault.name(), "message", fault.chinese(), "detail", refusal.detail()));
    }

    private static String influxCode(Fault fault) {
        return switch (fault.status()) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not found";
            case 405 -> "method not allowed";
            case 413 -> "request too large";
            case 429 -> "too many requests";
            case 503, 507 -> "unavailable";
            case 500 -> "internal error";
            default -> "invalid";
        };
    }
}
