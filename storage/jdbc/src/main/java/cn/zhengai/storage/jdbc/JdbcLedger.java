package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.AssessmentLedger;
import cn.zhengai.core.port.CatalogueLedger;
import cn.zhengai.core.port.Cursors;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.RetentionLedger;
import cn.zhengai.core.port.WarningLedger;

/** The parts of a ledger over one database. */
final class JdbcLedger implements Ledger {
    private final Database database;
    private final WarningLedger warnings;
    private final Outbox outbox;
    private final Intake intake;
    private final AssessmentLedger assessments;
    private final Cursors cursors;
    private final RetentionLedger retention;
    private final CatalogueLedger catalogues;

    JdbcLedger(Database database) {
        this.database = database;
        this.warnings = new WarningTables(database);
        this.outbox = new OutboxTables(database);
        this.intake = new IntakeTables(database);
        this.assessments = new AssessmentTables(database);
        this.cursors = new CursorTables(database);
        this.retention = new RetentionTables(database);
        this.catalogues = new CatalogueTables(database);
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
    public void close() {
        database.close();
    }
}
