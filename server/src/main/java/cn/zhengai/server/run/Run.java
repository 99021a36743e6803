package cn.zhengai.server.run;

import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.alerting.scorecard.Scorecards;
import cn.zhengai.alerting.silence.SilenceWatch;
import cn.zhengai.alerting.warner.Pace;
import cn.zhengai.alerting.warner.Ports;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.explain.ExplanationDesk;
import cn.zhengai.collector.file.FileImport;
import cn.zhengai.collector.file.FileIntake;
import cn.zhengai.collector.follow.FollowDesk;
import cn.zhengai.collector.follow.FollowPorts;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.pull.PullDesk;
import cn.zhengai.collector.pull.PullPorts;
import cn.zhengai.collector.pull.PullStanding;
import cn.zhengai.collector.rejection.RejectionDesk;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.messaging.kafka.announce.Announcer;
import cn.zhengai.messaging.kafka.rejected.Rehoming;
import cn.zhengai.server.backup.Backup;
import cn.zhengai.server.backup.BackupClerk;
import cn.zhengai.server.publish.MeterPublisher;
import cn.zhengai.server.publish.Publisher;
import cn.zhengai.server.record.Recorder;
import cn.zhengai.server.retention.RetentionClerk;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.server.version.RulesInForce;
import cn.zhengai.source.kafka.KafkaTopics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything of one process, built in the order data flows: rules, stores, collecting, warning, assessing. Starts no thread and opens no port; {@link Service} does.
 */
public final class Run implements AutoCloseable {
    private static final Duration EVALUATION_RESTS = Duration.ofMillis(5);

    private final DataFolder folder;
    private final Settings settings;
    private final InstantSource time;
    private final RulesInForce rules;
    private final Stores stores;
    private final PrometheusMeterRegistry registry;
    private final Meters meters;
    private final IntakeDesk intake;
    private final PullDesk pulls;
    private final FollowDesk follows;
    private final RejectionDesk rejections;
    private final Warner warner;
    private final SilenceWatch silence;
    private final Scorecards scorecards;
    private final AssessmentDesk assessments;
    private final ExplanationDesk explanations;
    private final WarningReasons reasons;
    private final Optional<Recorder> recorder;
    private final Optional<Announcer> announcer;
    private final Optional<Rehoming> rehoming;

    private Run(DataFolder folder, Settings settings, InstantSource time, Foundation foundation) {
        this.folder = folder;
        this.settings = settings;
        this.time = time;
        this.rules = foundation.rules();
        this.stores = foundation.stores();
        this.registry = foundation.registry();
        this.meters = new Meters(registry);
        MessageLog log = stores.readings().log();
        WarningLedger warnings = stores.ledger().warnings();
        this.intake = new IntakeDesk(
                        rules::catalogue, stores.index(), log, stores.ledger().intake(), time)
                .metered(meters)
                .keeping(settings.retention())
                .hearing((series, at) -> stores.readings().store().read(series, at, at + 1, ReadingStore.NOW).stream()
                        .map(Logged::reading)
                        .findFirst());
        PullMeters pulled = new PullMeters(registry, time);
        this.pulls = new PullDesk(
                new PullPorts(
                        intake,
                        stores.ledger().cursors(),
                        Pulling.sources(folder.root(), System.getenv(), time),
                        Pulling.readAhead()),
                pulled,
                time);
        this.follows = new FollowDesk(
                new FollowPorts(intake, stores.ledger().cursors(), new KafkaTopics(System.getenv())), pulled, time);
        this.rejections = new RejectionDesk(intake, log, stores.ledger().intake(), time);
        this.warner = new Warner(
                new Ports(stores.index(), log, stores.readings().store(), warnings),
                rules::book,
                Pace.DEFAULT,
                time,
                meters);
        this.silence = new SilenceWatch(
                rules::catalogue,
                new SilenceWatch.Ports(
                        stores.index(),
                        stores.readings().store(),
                        log::end,
                        stores.ledger().intake(),
                        warnings),
                time,
                SilenceWatch.SETTLING);
        this.scorecards = new Scorecards(
                rules::catalogue,
                silence::report,
                stores.readings().provenance(),
                stores.ledger().intake(),
                time);
        this.assessments = new AssessmentDesk(
                rules.editions(), stores.readings().store(), stores.ledger().assessments(), time);
        this.explanations = new ExplanationDesk(
                rules::catalogue, rules.editions(), stores.readings().store(), assessments, time);
        stores.inFolder().ifPresent(readings -> readings.repeats().tell(meters::repeated));
        this.recorder =
                stores.writer().map(writer -> new Recorder(log, writer, Pace.DEFAULT.patience(), meters::recorded));
        this.announcer =
                stores.topics().map(topics -> topics.announcer(rules::catalogue, warnings, settings.link(), time));
        this.rehoming = stores.topics().map(KafkaLog::rehoming);
        this.reasons = new WarningReasons(
                rules::catalogue, rules.editions(), stores.readings().store(), stores.ledger(), Warner.CONSUMER);
    }

    /**
     * Opens what the settings ask for: a data folder with everything in it, or the stores of a distributed run. The run
     * owns the folder then.
     *
     * @throws cn.zhengai.server.settings.Refusal when the catalogue has errors, or folder and stores do not belong
     *     together
     * @throws cn.zhengai.core.port.PortException when a store cannot be opened
     */
    public static Run open(DataFolder folder, Settings settings, InstantSource time) {
        Foundation foundation = Foundation.lay(folder, settings, time);
        try {
            Run run = new Run(folder, settings, time, foundation);
            folder.migrated();
            return run;
        } catch (RuntimeException e) {
            foundation.stores().close();
            throw e;
        }
    }

    /**
     * Evaluates until nothing is left in the log; for commands that run without threads. In a distributed run others do
     * that: then this waits for them.
     *
     * @throws cn.zhengai.core.port.PortException {@link cn.zhengai.core.port.Trouble#UNAVAILABLE} when they do not get on
     */
    public void evaluateAll() {
        Work work = new Work(stores, Channels.of(settings));
        if (distributed()) {
            new CatchingUp(stores, work).await();
            return;
        }
        while (work.readings() > 0) {
            evaluateSome();
        }
    }

    /**
     * Evaluates on a thread of its own what a command takes in, while it does: readings then come from memory and need not
     * be read back. Close it before {@link #evaluateAll} does the rest. In a distributed run others evaluate.
     */
    public Loop evaluating() {
        if (distributed()) {
            return new Loop("warner", () -> false, () -> {}, EVALUATION_RESTS).start();
        }
        return new Loop("warner", this::evaluateSome, warner::wake, EVALUATION_RESTS).start();
    }

    /** A loop that is slow to stop and the command itself must not evaluate at the same time. */
    private boolean evaluateSome() {
        synchronized (warner) {
            return warner.runOnce();
        }
    }

    /** For files named on the command line; their rejected rows are written below the data folder. */
    public FileImport files() {
        return new FileImport(fileIntake(), Optional.of(folder.rejected()));
    }

    /** Are readings and ledger kept by servers, which several instances share? */
    public boolean distributed() {
        return stores.writer().isPresent();
    }

    /**
     * Makes copies of the data folder.
     *
     * @throws Refusal when the readings are not in it
     */
    public Backup backup() {
        return new Backup(
                folder,
                stores.inFolder()
                        .orElseThrow(
                                () -> new Refusal(
                                        Refusal.Cause.SETTINGS,
                                        "分布式运行的数据不在数据目录里：请分别备份 PostgreSQL（pg_dump）和 InfluxDB（influx backup），见 docs/distributed.md。")),
                catalogue().zone(),
                Version.TEXT);
    }

    /** Erases what has been kept long enough. */
    public RetentionClerk retentionClerk() {
        return new RetentionClerk(
                rules::catalogue,
                settings.retention(),
                new RetentionClerk.Kept(
                        stores.index(),
                        stores.readings().store(),
                        stores.readings().erasure(),
                        stores.ledger().retention()),
                time);
    }

    /** Makes them every day; empty in a distributed run. */
    Optional<BackupClerk> backupClerk() {
        return distributed()
                ? Optional.empty()
                : Optional.of(new BackupClerk(
                        backup(), folder.root(), settings.backups(), catalogue().zone(), time));
    }

    /** Fills the store from the log; empty where the log is the store. */
    Optional<Recorder> recorder() {
        return recorder;
    }

    /** Tells others of warnings; empty in an embedded run. */
    Optional<Announcer> announcer() {
        return announcer;
    }

    /** Brings misplaced records home; empty in an embedded run. */
    Optional<Rehoming> rehoming() {
        return rehoming;
    }

    /** Answers the dashboards' queries from what is published. */
    public ResultSource results() {
        return stores.answers();
    }

    /**
     * Publishes results for dashboards.
     *
     * @param history how far back a new process publishes
     */
    public Publisher publisher(PointSink sink, Duration history) {
        return new Publisher(
                new Publisher.Ports(
                        rules::catalogue,
                        stores.readings().store(),
                        stores.ledger().warnings(),
                        assessments,
                        path -> settings.link() + path),
                sink,
                history,
                time);
    }

    /** Publishes this instance's own metrics for dashboards. */
    public MeterPublisher meterPublisher(PointSink sink) {
        return new MeterPublisher(
                registry, Instance.stableName(this), id -> rules.catalogue().sourceName(id), sink, time);
    }

    /** Databases that are asked. */
    public PullDesk pulls() {
        return pulls;
    }

    /** Topics that are followed. */
    public FollowDesk follows() {
        return follows;
    }

    /** How each source stands that is asked by us. */
    List<PullStanding> standings() {
        return Stream.concat(pulls.standings().stream(), follows.standings().stream())
                .toList();
    }

    /** Takes files; of workbooks only what is not in force already. */
    FileIntake fileIntake() {
        return new FileIntake(intake, Optional.of(stores.readings().store()));
    }

    public Catalogue catalogue() {
        return rules.catalogue();
    }

    /** Where rejected rows are put right. */
    public RejectionDesk rejections() {
        return rejections;
    }

    public AssessmentDesk assessments() {
        return assessments;
    }

    public ExplanationDesk explanations() {
        return explanations;
    }

    public WarningReasons reasons() {
        return reasons;
    }

    public Stores stores() {
        return stores;
    }

    /** How far evaluation is behind what was taken in. */
    Duration lag() {
        return meters.lag();
    }

    public DataFolder folder() {
        return folder;
    }

    public Settings settings() {
        return settings;
    }

    InstantSource time() {
        return time;
    }

    /** The rules, their versions, and how they change. */
    public RulesInForce rules() {
        return rules;
    }

    IntakeDesk intake() {
        return intake;
    }

    Warner warner() {
        return warner;
    }

    SilenceWatch silence() {
        return silence;
    }

    Scorecards scorecards() {
        return scorecards;
    }

    /** What is measured of the run itself. */
    public io.micrometer.core.instrument.MeterRegistry meters() {
        return registry;
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        try {
            follows.close();
            warner.close();
            recorder.ifPresent(Recorder::close);
            rehoming.ifPresent(Rehoming::close);
        } finally {
            try {
                stores.close();
            } finally {
                folder.close();
            }
        }
    }
}
