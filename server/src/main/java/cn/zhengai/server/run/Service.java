package cn.zhengai.server.run;

import cn.zhengai.alerting.dispatch.Dispatcher;
import cn.zhengai.alerting.routing.Router;
import cn.zhengai.collector.drop.DropFolder;
import cn.zhengai.collector.keys.KeyRing;
import cn.zhengai.collector.push.Gate;
import cn.zhengai.collector.push.PushDesk;
import cn.zhengai.console.Console;
import cn.zhengai.console.ConsoleParts;
import cn.zhengai.console.ConsoleSettings;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.messaging.kafka.schema.PublishedSchema;
import cn.zhengai.server.publish.Publisher;
import cn.zhengai.server.record.Recorder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A run with its threads and its port, until it is closed. */
public final class Service implements AutoCloseable {
    private static final long MEGABYTE = 1L << 20;
    /** Pushes at a time: half the threads of the console, so that pages and probes are answered whoever dawdles. */
    private static final int REQUESTS = 32;

    /** What to write into the settings so that mail leaves. */
    private static final String MAIL_SETTINGS = """
        mail:
          host: smtp.example.edu.cn
          port: 587
          security: starttls
          user: zhengai
          password: ${ZHENGAI_MAIL_PASSWORD}
          from: zhengai@example.edu.cn
        """;

    /** Those who leave work nudge whoever is next; this is for what only time brings, such as another try. */
    /** A comparison with last year needs as much. */
    private static final Duration PUBLISHED_HISTORY = Duration.ofDays(400);

    private static final Duration REST = Duration.ofMillis(200);

    private static final Duration PULL = Duration.ofSeconds(1);
    private static final Duration ANNOUNCE = Duration.ofSeconds(1);
    private static final Duration REHOME = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration PUBLISH_AFTER = Duration.ofSeconds(3);
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration LISTEN = Duration.ofMinutes(1);
    /** Counting all series asks a good deal of a store that others use too. */
    private static final Duration SHARED_BOARD_AGE = Duration.ofSeconds(30);

    /** Loops whose trouble keeps nobody from sending and nothing from being warned of. */
    private static final Set<String> FOR_SHOW = Set.of("publisher", "metrics");

    private static final Duration METRICS = Duration.ofSeconds(30);

    private static final Duration BEHIND = Duration.ofSeconds(60);

    private final Run run;
    private final Set<Role> roles;
    private final Instance instance;
    private final List<Loop> loops = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread onExit = new Thread(this::end, "stop");
    /** Kept here because a gauge does not keep what it asks. */
    private final Work work;

    private final Console console;

    private Service(Run run, Set<Role> roles) {
        this.run = run;
        this.roles = Set.copyOf(roles);
        this.instance = Instance.of(run);
        this.work = new Work(run.stores(), Channels.of(run.settings()));
        Optional<Loop> router = has(Role.NOTIFIER) ? Optional.of(routing()) : Optional.empty();
        if (has(Role.RECORDER)) {
            run.recorder().ifPresent(this::record);
        }
        if (has(Role.WARNER)) {
            loops.add(new Loop("warner", then(run.warner()::runOnce, router), run.warner()::wake, Duration.ZERO));
        }
        if (has(Role.COLLECTOR)) {
            collect();
        }
        loop("catalogue", this::lookAtCatalogue, LOOK);
        loops.add(new Loop("metrics", run.meterPublisher(run.stores().results())::runOnce, () -> {}, METRICS)
                .after(PUBLISH_AFTER));
        if (has(Role.ASSESSMENT)) {
            loop("retention", instance.alone("retention", run.retentionClerk()::runOnce), HOURLY);
            publish();
            run.backupClerk().ifPresent(clerk -> loop("backup", clerk::runOnce, LOOK));
        }
        if (has(Role.WARNER) || has(Role.CONSOLE)) {
            SourceMeters sources = new SourceMeters(run.registry());
            loop("silence", then(() -> listen(sources), router), LISTEN);
        }
        this.console = console();
        Gauge.builder("zhengai.work.left", work, Work::left)
                .description("Accepted readings to evaluate, facts to route and notices to send")
                .register(run.registry());
        Gauge.builder("zhengai.rejections.open", run, Service::openRejections)
                .description("Rejected rows nobody has dealt with")
                .register(run.registry());
        loops.forEach(Loop::start);
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    private boolean has(Role role) {
        return roles.contains(role);
    }

    /** Routing and sending; gives the loop that routes. */
    private Loop routing() {
        Loop dispatcher = loop("dispatcher", dispatcher()::runOnce, REST);
        run.announcer().ifPresent(announcer -> loop("announcer", announcer::runOnce, ANNOUNCE));
        return loop("router", then(router()::runOnce, Optional.of(dispatcher)), REST);
    }

    /** The pages come first. */
    private void publish() {
        Publisher publisher = run.publisher(run.stores().results(), PUBLISHED_HISTORY);
        Loop.Step step = instance.alone("publish", publisher::runOnce, publisher::startAnew);
        loops.add(new Loop("publisher", step, publisher::stop, LOOK).after(PUBLISH_AFTER));
    }

    private void record(Recorder recorder) {
        loops.add(new Loop("recorder", recorder::runOnce, recorder::wake, Duration.ZERO));
    }

    private void collect() {
        DropFolder drop = new DropFolder(
                run.folder().drop(),
                run.rules()::catalogue,
                run.fileIntake(),
                run.time(),
                Duration.ofSeconds(run.settings().drop().stableSeconds()));
        loop("drop", () -> !drop.runOnce().isEmpty(), LOOK);
        loops.add(new Loop("pull", instance.alone("pull", run.pulls()::runOnce), run.pulls()::stop, PULL));
        run.rehoming().ifPresent(rehoming -> loop("rehoming", instance.alone("rehoming", rehoming::runOnce), REHOME));
        loops.add(new Loop("follow", instance.alone("follow", run.follows()::runOnce), run.follows()::stop, PULL));
    }

    /** All of a run; see {@link #start(Run, Set)}. */
    public static Service start(Run run) {
        return start(run, Role.all());
    }

    /**
     * Starts what these roles do; owns the run from here on.
     *
     * @throws Refusal when the port is taken, or an embedded run is to do a part only; the run is closed then
     */
    public static Service start(Run run, Set<Role> roles) {
        try {
            if (!run.distributed() && !roles.equals(Role.all())) {
                throw new Refusal(
                        Refusal.Cause.SETTINGS,
                        "只有分布式运行可以分角色启动：请去掉 --role，或在 " + run.folder().settings() + " 中写明 distributed 和 ledger。");
            }
            return new Service(run, roles);
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    private static long openRejections(Run run) {
        return run.stores().ledger().intake().open().stream()
                .mapToLong(Intake.OpenCount::rejections)
                .sum();
    }

    private Loop loop(String name, Loop.Step step, Duration rest) {
        Loop loop = new Loop(name, step, () -> {}, rest);
        loops.add(loop);
        return loop;
    }

    private static Loop.Step then(Loop.Step step, Optional<Loop> next) {
        return () -> {
            boolean more = step.runOnce();
            if (more) {
                next.ifPresent(Loop::nudge);
            }
            return more;
        };
    }

    private boolean lookAtCatalogue() {
        if (run.rules().look()) {
            run.warner().wake();
        }
        return false;
    }

    private boolean listen(SourceMeters sources) {
        boolean changed = run.silence().runOnce();
        sources.show(run.scorecards().renewed());
        return changed;
    }

    private Router router() {
        Ledger ledger = run.stores().ledger();
        return new Router(
                run.rules()::catalogue,
                ledger.warnings(),
                ledger.outbox(),
                run.settings().link(),
                new NoticeMeters(run.registry()));
    }

    private Dispatcher dispatcher() {
        return new Dispatcher(
                instance.name(),
                run.stores().ledger().outbox(),
                Channels.of(run.settings(), run.folder().root(), run.time()),
                run.time(),
                new NoticeMeters(run.registry()));
    }

    private Console console() {
        Settings settings = run.settings();
        PushDesk push = new PushDesk(
                run.intake(),
                new Gate(REQUESTS, settings.push().inFlightMegabytes() * MEGABYTE),
                Math.toIntExact(settings.push().largestMegabytes() * MEGABYTE),
                run.time());
        ConsoleParts parts = new ConsoleParts(
                run.rules()::catalogue,
                run.stores().index(),
                run.stores().readings().store(),
                run.stores().ledger(),
                push,
                run.rejections(),
                KeyRing.open(run.folder().keys(), run.time()),
                run.assessments(),
                run.scorecards(),
                run.explanations(),
                run.reasons(),
                run::standings,
                run.registry(),
                this::whyNotReady,
                run.rules().editions(),
                schemas(),
                run.results(),
                run.time());
        ConsoleSettings standard = ConsoleSettings.of(settings.host(), settings.port(), Version.TEXT);
        try {
            return Console.start(
                    new ConsoleSettings(
                            standard.host(),
                            standard.port(),
                            settings.baseUrl().orElse(standard.baseUrl()),
                            run.distributed() ? SHARED_BOARD_AGE : standard.boardAge(),
                            standard.personalOpen(),
                            Channels.of(settings),
                            standard.version(),
                            has(Role.COLLECTOR),
                            has(Role.CONSOLE)),
                    parts);
        } catch (PortException e) {
            if (e.trouble() == Trouble.IN_USE || e.trouble() == Trouble.REFUSED) {
                throw new Refusal(Refusal.Cause.PORT_TAKEN, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private static Map<String, Supplier<String>> schemas() {
        return Arrays.stream(PublishedSchema.values())
                .collect(Collectors.toMap(PublishedSchema::id, schema -> schema::text));
    }

    private Optional<String> whyNotReady() {
        List<String> troubled = loops.stream()
                .filter(Loop::troubled)
                .map(Loop::name)
                .filter(name -> !FOR_SHOW.contains(name))
                .toList();
        if (!troubled.isEmpty()) {
            return Optional.of("后台任务出错，正在重试：" + String.join("、", troubled) + "。请查看日志。");
        }
        Duration lag = has(Role.WARNER) ? run.lag() : Duration.ZERO;
        return lag.compareTo(BEHIND) > 0 ? Optional.of("预警计算落后 " + lag.toSeconds() + " 秒，正在追赶。") : Optional.empty();
    }

    /** Where people reach it. */
    public String link() {
        return run.settings().baseUrl().orElse("http://" + run.settings().host() + ":" + console.port());
    }

    /** What whoever starts it should know of notices that cannot leave, in Chinese; empty when all can. */
    public Optional<String> whatNoticesWaitFor() {
        if (run.settings().mail().isPresent()) {
            return Optional.empty();
        }
        long waiting = run.stores().ledger().outbox().waiting().getOrDefault(Channels.MAIL, 0L);
        String file = run.folder().settings().toString();
        return Optional.of(
                waiting == 0
                        ? "尚未配置邮件服务器：邮件通知会先留在发件箱。需要发送时请在 " + file + " 中写明 mail，再重新启动。"
                        : "有 " + waiting + " 条邮件通知在等待邮件设置。请在 " + file + " 中写明邮件服务器，再重新启动（超过 7 天的通知不再补发）：\n"
                                + MAIL_SETTINGS.indent(2).stripTrailing());
    }

    public Run run() {
        return run;
    }

    /** Waits until the process is told to end. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private void end() {
        try {
            console.close();
        } finally {
            try {
                List<Loop> last = new ArrayList<>(loops);
                Collections.reverse(last);
                last.forEach(Loop::close);
            } finally {
                closeRun();
            }
        }
    }

    private void closeRun() {
        try {
            run.close();
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void close() {
        try {
            if (Runtime.getRuntime().removeShutdownHook(onExit)) {
                end();
            }
        } catch (IllegalStateException alreadyEnding) {
            ended.countDown();
        }
    }
}
