package cn.zhengai.server.run;

import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.server.record.Recorder;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.server.version.RulesInForce;
import cn.zhengai.storage.jdbc.LedgerPlace;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The stores of a distributed run while no instance runs: for a migration, which fills or empties them. */
public final class SharedStores implements AutoCloseable {
    private final Stores stores;
    private final KafkaLog log;
    private final Partitioning partitioning;
    private final LedgerPlace ledger;

    private SharedStores(Settings settings, Stores stores) {
        this.stores = stores;
        this.log = ((DistributedReadings) stores.readings()).kafka();
        this.partitioning =
                new Partitioning(settings.distributed().orElseThrow().kafka().partitions());
        this.ledger = LedgerPlace.server(settings.ledger().orElseThrow());
    }

    /**
     * Opens stores that are to be filled, whosever they are.
     *
     * @param catalogue for readings that others write meanwhile
     * @throws PortException when one cannot be opened
     */
    public static SharedStores toFill(Settings settings, Supplier<Catalogue> catalogue) {
        DistributedStores opening = DistributedStores.connect(settings);
        return open(settings, opening, catalogue, false);
    }

    /**
     * Opens those of a run.
     *
     * @throws Refusal when the ledger has no catalogue or belongs to another log
     * @throws PortException when one cannot be opened
     */
    public static SharedStores ofRun(Settings settings, InstantSource time) {
        DistributedStores opening = DistributedStores.connect(settings);
        if (opening.ledger().catalogues().heads().isEmpty()) {
            opening.ledger().close();
            throw new Refusal(Refusal.Cause.NOT_FOUND, "台账里没有目录：这里还没有运行过分布式的诊改，没有可迁移的数据。");
        }
        return open(settings, opening, RulesInForce.following(opening.ledger().catalogues(), time)::catalogue, true);
    }

    private static SharedStores open(
            Settings settings, DistributedStores opening, Supplier<Catalogue> catalogue, boolean ours) {
        try {
            KafkaMeters meters = new KafkaMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
            Stores stores = ours ? opening.open(catalogue, meters) : opening.open(catalogue, meters, anyLog -> {});
            return new SharedStores(settings, stores);
        } catch (RuntimeException failed) {
            opening.ledger().close();
            throw failed;
        }
    }

    /** Is this mark of a ledger one that binds it to its home or its instances? No other ledger has it. */
    public static boolean isOfItsHome(String mark) {
        return mark.equals(LogHome.MARK) || mark.equals(LedgerHome.MARK) || mark.startsWith(Lease.PREFIX);
    }

    /** Until when an instance has said to do the work of this mark; {@link Instant#MIN} when it is no such mark. */
    public static Instant heldUntil(String mark, String remark) {
        return Lease.heldUntil(mark, remark).orElse(Instant.MIN);
    }

    public Stores stores() {
        return stores;
    }

    public Partitioning partitioning() {
        return partitioning;
    }

    public LedgerPlace ledger() {
        return ledger;
    }

    /** Was filling it begun and not finished? */
    public boolean begun() {
        return LogHome.halfMigrated(stores.ledger().warnings());
    }

    /** From now on no instance starts on them, until {@link #finish}. */
    public void begin() {
        LogHome.migrating(stores.ledger().warnings(), log.name());
    }

    /** Everything is there: instances may start. */
    public void finish() {
        LogHome.migrated(stores.ledger().warnings(), log.name());
    }

    /** Fills the store from the log; the caller closes it. */
    public Recorder recorder(Duration patience) {
        return new Recorder(log, stores.writer().orElseThrow(), patience, readings -> {});
    }

    /** Which readers of the log an instance runs at the moment: names of groups. */
    public List<String> readers() {
        return log.joined(List.of(Recorder.CONSUMER, Warner.CONSUMER));
    }

    /** Readings in the log that nobody has evaluated, or that are not in the store. */
    public long undone() {
        Work work = new Work(stores, Set.of());
        return work.readings() + new CatchingUp(stores, work).unrecorded(log.end());
    }

    @Override
    public void close() {
        stores.close();
    }
}
