package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The reference keeps the contracts, too. */
class MemoryLedgerTest {
    private final Ledger memory = new MemoryLedger();

    @Nested
    class Turns extends TurnContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class FactFeed extends FactFeedContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class WarningSearch extends WarningSearchContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class Acknowledge extends AcknowledgeContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class Intake extends IntakeContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class RejectionDesk extends RejectionDeskContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class Assessments extends AssessmentContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class Cursors extends CursorsContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class Catalogues extends CatalogueContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class AnyOrder extends RandomLedgerContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }

    @Nested
    class Retention extends RetentionContract {
        @Override
        protected Ledger open(Path home) {
            return memory;
        }
    }
}
