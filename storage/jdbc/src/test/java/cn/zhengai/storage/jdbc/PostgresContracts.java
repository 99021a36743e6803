package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.testkit.ledger.AcknowledgeContract;
import cn.zhengai.testkit.ledger.AssessmentContract;
import cn.zhengai.testkit.ledger.CatalogueContract;
import cn.zhengai.testkit.ledger.CursorsContract;
import cn.zhengai.testkit.ledger.FactFeedContract;
import cn.zhengai.testkit.ledger.IntakeContract;
import cn.zhengai.testkit.ledger.OutboxContract;
import cn.zhengai.testkit.ledger.RandomLedgerContract;
import cn.zhengai.testkit.ledger.RejectionDeskContract;
import cn.zhengai.testkit.ledger.RetentionContract;
import cn.zhengai.testkit.ledger.TurnContract;
import cn.zhengai.testkit.ledger.WarningSearchContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** Every contract of the ledger, on some PostgreSQL. */
abstract class PostgresContracts {
    abstract Ledger ledger(Path home);

    @Nested
    class Turns extends TurnContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class FactFeed extends FactFeedContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class WarningSearch extends WarningSearchContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class Acknowledge extends AcknowledgeContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class Intake extends IntakeContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class RejectionDesk extends RejectionDeskContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class Assessments extends AssessmentContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class Cursors extends CursorsContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class Catalogues extends CatalogueContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class AnyOrder extends RandomLedgerContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }

    @Nested
    class Retention extends RetentionContract {
        @Override
        protected Ledger open(Path home) {
            return ledger(home);
        }
    }
}
