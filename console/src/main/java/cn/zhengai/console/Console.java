package cn.zhengai.console;

import cn.zhengai.console.api.ApiRoutes;
import cn.zhengai.console.api.DeskCalls;
import cn.zhengai.console.api.RejectionRoutes;
import cn.zhengai.console.board.AssessmentShelf;
import cn.zhengai.console.board.BandBoard;
import cn.zhengai.console.board.Discretion;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.change.ChangeRoutes;
import cn.zhengai.console.dashboard.BoardRoutes;
import cn.zhengai.console.http.Assets;
import cn.zhengai.console.http.Failures;
import cn.zhengai.console.http.Guard;
import cn.zhengai.console.http.RequestMeter;
import cn.zhengai.console.http.Route;
import cn.zhengai.console.page.PageRoutes;
import cn.zhengai.console.page.RejectionPageRoutes;
import cn.zhengai.console.push.Credentials;
import cn.zhengai.console.push.PushRoutes;
import cn.zhengai.console.reason.ReasonRoutes;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP API and the pages, listening until closed. */
public final class Console implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int IDLE_THREADS = 8;

    private final Javalin javalin;
    private final JvmGcMetrics gc;
    private final List<Route> routes;

    private Console(Javalin javalin, JvmGcMetrics gc, List<Route> routes) {
        this.javalin = javalin;
        this.gc = gc;
        this.routes = routes;
    }

    /**
     * Listens.
     *
     * @throws PortException {@link Trouble#IN_USE} when the port is taken, {@link Trouble#REFUSED} when the address cannot
     *     be listened on; the message says in Chinese what to do
     */
    public static Console start(ConsoleSettings settings, ConsoleParts parts) {
        Guard guard = new Guard(settings.baseUrl());
        Records records = records(settings, parts);
        PageRoutes pages =
                new PageRoutes(records, new AssessmentShelf(parts.assessments(), records), guard, settings.version());
        List<Route> routes =
                new ArrayList<>(ApiRoutes.ofProcess(parts.readiness()::whyNot, parts.metrics(), settings.version()));
        routes.addAll(ApiRoutes.ofSchemas(parts.schemas()));
        if (settings.push()) {
            routes.addAll(new PushRoutes(parts.push(), new Credentials(parts.keys())).routes());
        }
        if (settings.pages()) {
            routes.addAll(pages.routes());
            routes.addAll(others(settings, parts, records, guard));
        }
        RequestMeter meter = new RequestMeter(parts.metrics());
        Javalin javalin = Javalin.create(config -> {
            listen(config, settings);
            config.requestLogger.http((ctx, millis) -> meter.record(ctx, millis));
            config.routes.before(guard::headers);
            new Assets().install(config.routes);
            routes.forEach(r -> config.routes.addHttpHandler(r.method(), r.path(), meter.named(r)));
            new Failures(pages::refusal).install(config.routes);
        });
        open(javalin, settings);
        return new Console(javalin, measureJvm(parts), List.copyOf(routes));
    }

    /** Pages and API besides the main pages. */
    private static List<Route> others(ConsoleSettings settings, ConsoleParts parts, Records records, Guard guard) {
        AssessmentShelf shelf = new AssessmentShelf(parts.assessments(), records);
        DeskCalls desk = new DeskCalls(records, parts.rejections());
        Credentials credentials = new Credentials(parts.keys());
        List<Route> routes = new ArrayList<>(ApiRoutes.ofRecords(records, shelf, guard));
        routes.addAll(new RejectionRoutes(records, desk, credentials, guard).routes());
        routes.addAll(new ChangeRoutes(records, shelf, settings.version()).routes());
        routes.addAll(new ReasonRoutes(records, parts.explanations(), parts.reasons(), settings.version()).routes());
        routes.addAll(new RejectionPageRoutes(records, desk, credentials, guard, settings.version()).routes());
        routes.addAll(new BoardRoutes(records, parts.results(), settings.version()).routes());
        return routes;
    }

    private static Records records(ConsoleSettings settings, ConsoleParts parts) {
        return new Records(
                parts.catalogue(),
                parts.index(),
                parts.readings(),
                parts.ledger(),
                new BandBoard(parts.catalogue(), parts.readings(), settings.boardAge(), parts.time()),
                parts.scorecards(),
                parts.pulls(),
                new Discretion(settings.personalOpen()),
                settings.channels(),
                parts.editions(),
                parts.time());
    }

    private static void listen(JavalinConfig config, ConsoleSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 64 * 1024L;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, IDLE_THREADS);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(60_000);
        });
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
    }

    private static void open(Javalin javalin, ConsoleSettings settings) {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw new PortException(
                    Trouble.IN_USE, "端口 " + settings.port() + " 已被其他程序占用，请停止那个程序，或用 --port 指定另一个端口", taken);
        } catch (JavalinException unusable) {
            throw new PortException(
                    Trouble.REFUSED, "无法在 " + settings.host() + ":" + settings.port() + " 上监听，请检查地址是否属于本机", unusable);
        }
    }

    private static JvmGcMetrics measureJvm(ConsoleParts parts) {
        JvmGcMetrics gc = new JvmGcMetrics();
        List<MeterBinder> binders = List.of(
                new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), new UptimeMetrics(), gc);
        binders.forEach(b -> b.bindTo(parts.metrics()));
        return gc;
    }

    /** The port listened on. */
    public int port() {
        return javalin.port();
    }

    /** Every way to call, as registered. */
    public List<Route> routes() {
        return routes;
    }

    /** Stops listening; requests under way are finished first. */
    @Override
    public void close() {
        javalin.stop();
        gc.close();
    }
}
