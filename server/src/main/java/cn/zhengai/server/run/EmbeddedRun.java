package cn.zhengai.server.run;

import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.alerting.scorecard.Scorecards;
import cn.zhengai.alerting.silence.SilenceWatch;
import cn.zhengai.alerting.warner.Pace;
import cn.zhengai.alerting.warner.Ports;
import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.assessment.explain.ExplanationDesk;
import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.FolderReading;
import cn.zhengai.collector.file.FileImport;
import cn.zhengai.collector.file.FileIntake;
import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.pull.PullDesk;
import cn.zhengai.collector.pull.PullPorts;
import cn.zhengai.collector.rejection.RejectionDesk;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.server.backup.Backup;
import cn.zhengai.server.backup.BackupClerk;
import cn.zhengai.server.publish.Publisher;
import cn.zhengai.server.retention.RetentionClerk;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.server.version.RulesInForce;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Everything of one process over one data folder, built in the order data flows: rules, stores, collecting, warning,
 * assessing. Starts no thread and opens no port; {@link Service} does.
 */
public final class EmbeddedRun implements AutoCloseable {
    private static final Duration EVALUATION_RESTS = Duration.ofMillis(5);

    private final DataFolder folder;
    private final Settings settings;
    private final InstantSource time;
    private final RulesInForce rules;
    private final Stores stores;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);
    private final IntakeDesk intake;
    private final PullDesk pulls;
    private final RejectionDesk rejections;
    private final Warner warner;
    private final SilenceWatch silence;
    private final Scorecards scorecards;
    private final AssessmentDesk assessments;
    private final ExplanationDesk explanations;
    private final WarningReasons reasons;

    private EmbeddedRun(DataFolder folder, Settings settings, InstantSource time, RulesInForce rules, Stores stores) {
        this.folder = folder;
        this.settings = settings;
        this.time = time;
        this.rules = rules;
        this.stores = stores;
        MessageLog log = stores.readings().log();
        WarningLedger warnings = stores.ledger().warnings();
        this.intake = new IntakeDesk(
                        rules::catalogue, stores.index(), log, stores.ledger().intake(), time)
                .metered(meters)
                .keeping(settings.retention())
                .hearing((series, at) -> stores.readings().store().read(series, at, at + 1, ReadingStore.NOW).stream()
                        .map(Logged::reading)
                        .findFirst());
        this.pulls = new PullDesk(
                new PullPorts(
                        intake,
                        stores.ledger().cursors(),
                        Pulling.sources(folder.root(), System.getenv(), time),
                        Pulling.readAhead()),
                new PullMeters(registry, time),
                time);
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
        stores.readings().repeats().tell(meters::repeated);
        this.reasons = new WarningReasons(
                rules::catalogue, rules.editions(), stores.readings().store(), stores.ledger(), Warner.CONSUMER);
    }

    /**
     * Opens a data folder, which the run then owns. Catalogue and stores are read at the same time: either takes a good
     * part of a second.
     *
     * @throws cn.zhengai.server.settings.Refusal when the catalogue has errors
     * @throws cn.zhengai.core.port.PortException when a store cannot be opened
     */
    public static EmbeddedRun open(DataFolder folder, Settings settings, InstantSource time) {
        CompletableFuture<FolderReading> reading =
                CompletableFuture.supplyAsync(() -> CatalogueFolder.readWithTexts(folder.catalogue()));
        Stores stores = Stores.open(folder, settings.ledger());
        try {
            Ledger ledger = stores.ledger();
            RulesInForce rules = new RulesInForce(
                    folder.catalogue(),
                    reading.join(),
                    ledger.catalogues(),
                    () -> ledger.intake().sources().isEmpty(),
                    time);
            EmbeddedRun run = new EmbeddedRun(folder, settings, time, rules, stores);
            folder.migrated();
            return run;
        } catch (CompletionException failed) {
            stores.close();
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } catch (RuntimeException refused) {
            stores.close();
            throw refused;
        }
    }

    /** Evaluates until nothing is left in the log; for commands that run without threads. */
    public void evaluateAll() {
        Work work = new Work(stores, Channels.of(settings));
        while (work.readings() > 0) {
            evaluateSome();
        }
    }

    /**
     * Evaluates on a thread of its own what a command takes in, while it does: readings then come from memory and need not
     * be read back. Close it before {@link #evaluateAll} does the rest.
     */
    public Loop evaluating() {
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

    /** Makes copies of the data folder. */
    public Backup backup() {
        return new Backup(folder, stores.readings(), catalogue().zone(), Version.TEXT);
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

    BackupClerk backupClerk() {
        return new BackupClerk(
                backup(), folder.root(), settings.backups(), catalogue().zone(), time);
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
                        registry,
                        path -> settings.link() + path),
                sink,
                history,
                time);
    }

    /** Databases that are asked. */
    public PullDesk pulls() {
        return pulls;
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
            warner.close();
        } finally {
            try {
                stores.close();
            } finally {
                folder.close();
            }
        }
    }
}
