package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.port.CatalogueLedger;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.RetentionLedger;
import cn.zhengai.core.port.WarningLedger;
import java.time.Instant;
import java.time.InstantSource;

/** A ledger in memory, as plain as can be: what adapters are compared with. Closing it changes nothing. */
public final class MemoryLedger implements Ledger {
    private final MemoryWarnings warnings = new MemoryWarnings();
    private final MemoryOutbox outbox;
    private final MemoryIntake intake = new MemoryIntake();
    private final AssessmentLedger assessments = new MemoryAssessments();
    private final Cursors cursors = new MemoryCursors();
    private final RetentionLedger retention;
    private final CatalogueLedger catalogues = new MemoryCatalogues();

    /** An empty one whose clock only goes on. */
    public MemoryLedger() {
        this(() -> Instant.EPOCH.plusNanos(System.nanoTime()));
    }

    /** @param clock that holds of notices are measured by */
    public MemoryLedger(InstantSource clock) {
        this.outbox = new MemoryOutbox(clock);
        this.retention = new MemoryRetention(warnings, outbox, intake);
    }

    @Override
    public WarningLedger warnings() {
        return warnings;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public AssessmentLedger assessments() {
        return assessments;
    }

    @Override
    public Cursors cursors() {
        return cursors;
    }

    @Override
    public RetentionLedger retention() {
        return retention;
    }

    @Override
    public CatalogueLedger catalogues() {
        return catalogues;
    }

    @Override
    public void close() {}
}
