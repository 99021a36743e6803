package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.WarningLedger;

/** A ledger in memory, as plain as can be: what adapters are compared with. Closing it changes nothing. */
public final class MemoryLedger implements Ledger {
    private final WarningLedger warnings = new MemoryWarnings();
    private final Outbox outbox = new MemoryOutbox();
    private final Intake intake = new MemoryIntake();
    private final AssessmentLedger assessments = new MemoryAssessments();
    private final Cursors cursors = new MemoryCursors();

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
    public void close() {}
}
