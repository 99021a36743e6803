package cn.zhengai.collector.intake;

import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Retention;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Intake.Receipt;
import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.SeriesIndex;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Takes in batches. When {@link #take} returns, the accepted readings are in the log, and the receipt and the rejections
 * in the ledger, in this order; a stop in between is repaired by the sender's repeat, for the same reading counts once.
 * Safe for use by many threads; memory is bounded whatever the size of a batch.
 */
public final class IntakeDesk {
    private final Supplier<Catalogue> catalogue;
    private final SeriesIndex index;
    private final MessageLog log;
    private final Intake intake;
    private final InstantSource time;
    private final IntakeMeter meter;
    private final Retention retention;
    private volatile Plans plans;

    public IntakeDesk(
            Supplier<Catalogue> catalogue, SeriesIndex index, MessageLog log, Intake intake, InstantSource time) {
        this.catalogue = catalogue;
        this.index = index;
        this.log = log;
        this.intake = intake;
        this.time = time;
        this.meter = IntakeMeter.UNCOUNTED;
        this.retention = Retention.FOR_GOOD;
        this.plans = new Plans(catalogue.get(), new ConcurrentHashMap<>());
    }

    private IntakeDesk(IntakeDesk other, IntakeMeter meter, Retention retention) {
        this.catalogue = other.catalogue;
        this.index = other.index;
        this.log = other.log;
        this.intake = other.intake;
        this.time = other.time;
        this.meter = meter;
        this.retention = retention;
        this.plans = new Plans(other.catalogue.get(), new ConcurrentHashMap<>());
    }

    /** A desk over the same ports that counts. */
    public IntakeDesk metered(IntakeMeter newMeter) {
        return new IntakeDesk(this, newMeter, retention);
    }

    /** A desk over the same ports that refuses what is older than what is kept. */
    public IntakeDesk keeping(Retention newRetention) {
        return new IntakeDesk(this, meter, newRetention);
    }

    public IntakeMeter meter() {
        return meter;
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    /** What a source declared; {@link SourceMapping#standard} when the catalogue does not know it. */
    public SourceMapping mappingOf(String source) {
        SourceMapping declared = catalogue.get().sources().get(source);
        return declared != null ? declared : SourceMapping.standard(source, source);
    }

    /** The mapping compiled against the catalogue in force; kept until another catalogue is. */
    @SuppressWarnings("ReferenceEquality") // comparing whole catalogues by value would cost more than compiling
    public MappingPlan plan(SourceMapping mapping) {
        Catalogue inForce = catalogue.get();
        Plans current = plans;
        if (current.catalogue != inForce) {
            current = new Plans(inForce, new ConcurrentHashMap<>());
            plans = current;
        }
        return current.byMapping.computeIfAbsent(mapping, m -> new MappingPlan(m, inForce, index, retention));
    }

    /** The receipt of a batch that was taken in before. */
    public Optional<Receipt> receipt(String batchId) {
        return intake.receipt(batchId);
    }

    /**
     * Takes in a batch, or finds that it was taken in before.
     *
     * @throws cn.zhengai.core.port.PortException when log or ledger fail: the batch has no receipt, sending it again is
     *     harmless
     * @throws IOException when the input fails: as above
     */
    public Taken take(Submission submission) throws IOException {
        Optional<Receipt> before = intake.receipt(submission.batchId());
        if (before.isPresent()) {
            return new Taken(before.get(), true);
        }
        BatchHead head =
                new BatchHead(submission.batchId(), submission.mapping().id(), time.instant(), submission.history());
        MappingPlan plan = plan(submission.mapping());
        BatchInHand hand = new BatchInHand(head, plan, submission.outcomes(), log, intake);
        submission.rows().read(plan.columns(), hand);
        Receipt receipt = hand.close(submission.answer());
        Duration took = Duration.between(head.recordedAt(), time.instant());
        meter.taken(hand.tally(), submission.way(), submission.bytes(), took);
        return new Taken(receipt, false);
    }

    /** Plans made against one catalogue. */
    private record Plans(Catalogue catalogue, Map<SourceMapping, MappingPlan> byMapping) {}
}
