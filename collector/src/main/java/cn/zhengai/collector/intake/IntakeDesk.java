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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Heard heard;
    private final ReentrantLock mastered;
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
        this.heard = Heard.NOTHING;
        this.mastered = new ReentrantLock();
        this.plans = Plans.of(catalogue.get());
    }

    private IntakeDesk(IntakeDesk other, IntakeMeter meter, Retention retention, Heard heard) {
        this.catalogue = other.catalogue;
        this.index = other.index;
        this.log = other.log;
        this.intake = other.intake;
        this.time = other.time;
        this.meter = meter;
        this.retention = retention;
        this.heard = heard;
        this.mastered = other.mastered;
        this.plans = Plans.of(other.catalogue.get());
    }

    /** A desk over the same ports that counts. */
    public IntakeDesk metered(IntakeMeter newMeter) {
        return new IntakeDesk(this, newMeter, retention, heard);
    }

    /** A desk over the same ports that refuses what is older than what is kept. */
    public IntakeDesk keeping(Retention newRetention) {
        return new IntakeDesk(this, meter, newRetention, heard);
    }

    /** A desk over the same ports at which a point's master prevails over what is known already. */
    public IntakeDesk hearing(Heard known) {
        return new IntakeDesk(this, meter, retention, known);
    }

    public IntakeMeter meter() {
        return meter;
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    /** The desk's clock. */
    public Instant now() {
        return time.instant();
    }

    /** What a source declared; {@link SourceMapping#standard} when the catalogue does not know it. */
    public SourceMapping mappingOf(String source) {
        SourceMapping declared = catalogue.get().sources().get(source);
        return declared != null ? declared : SourceMapping.standard(source, source);
    }

    /** The mapping compiled against the catalogue in force; kept until another catalogue is. */
    public MappingPlan plan(SourceMapping mapping) {
        Plans current = plans();
        return current.byMapping.computeIfAbsent(mapping, m -> new MappingPlan(m, current.catalogue, index, retention));
    }

    @SuppressWarnings("ReferenceEquality") // comparing whole catalogues by value would cost more than compiling
    private Plans plans() {
        Catalogue inForce = catalogue.get();
        Plans current = plans;
        if (current.catalogue != inForce) {
            current = Plans.of(inForce);
            plans = current;
        }
        return current;
    }

    /** Whose word stands, for what is appended before it is closed; whoever appends past {@link #take} asks it. */
    public Precedence precedence() {
        return new Precedence(plans().masters, heard, mastered);
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
        return take(submission, Optional.empty());
    }

    /** As {@link #take(Submission)}, sending only what is not in force already. */
    public Taken takeChanges(Submission submission, Changes changes) throws IOException {
        return take(submission, Optional.of(changes));
    }

    private Taken take(Submission submission, Optional<Changes> changes) throws IOException {
        Optional<Receipt> before = intake.receipt(submission.batchId());
        if (before.isPresent()) {
            return new Taken(before.get(), true);
        }
        BatchHead head =
                new BatchHead(submission.batchId(), submission.mapping().id(), time.instant(), submission.history());
        MappingPlan plan = plan(submission.mapping());
        try (Precedence precedence = precedence()) {
            BatchInHand hand = new BatchInHand(
                    head,
                    plan,
                    submission.outcomes(),
                    precedence,
                    new BatchInHand.Ends(submission.way(), log, intake, changes, submission.reason()));
            submission.rows().read(plan.columns(), hand);
            Receipt receipt = hand.close(submission.answer());
            Duration took = Duration.between(head.recordedAt(), time.instant());
            meter.taken(hand.tally(), submission.way(), submission.bytes(), took);
            return new Taken(receipt, false);
        }
    }

    /** Plans made against one catalogue. */
    private record Plans(Catalogue catalogue, Map<SourceMapping, MappingPlan> byMapping, Map<String, String> masters) {
        static Plans of(Catalogue catalogue) {
            return new Plans(catalogue, new ConcurrentHashMap<>(), Precedence.masters(catalogue));
        }
    }
}
