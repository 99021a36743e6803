package cn.zhengai.core.port;

/**
 * What must be kept together: state, the facts behind it and the consumed position in one transaction. One adapter, in
 * parts named by their callers. Safe for use by many threads; every method is one transaction.
 */
public interface Ledger extends AutoCloseable {
    /** Warners, and the pages that show warnings. */
    WarningLedger warnings();

    /** Routing and notifiers. */
    Outbox outbox();

    /** Collectors. */
    Intake intake();

    /** Assessments. */
    AssessmentLedger assessments();

    /** Pulls. */
    Cursors cursors();

    /** What is no longer kept. */
    RetentionLedger retention();

    /** Versions of the catalogue. */
    CatalogueLedger catalogues();

    @Override
    void close();
}
