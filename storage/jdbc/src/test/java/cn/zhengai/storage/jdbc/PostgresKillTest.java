package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.testkit.ledger.KillContract;
import cn.zhengai.testkit.ledger.ServerKillContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Either side is killed: the process that writes, and the server. */
class PostgresKillTest {
    @RegisterExtension
    static final Databases DATABASES = Databases.ofThisMachine();

    @Nested
    class OurProcess extends KillContract {
        @Override
        protected Ledger open(Path home) {
            return DATABASES.open(home);
        }

        @Override
        protected void prepare(Path home) {
            DATABASES.leaveAddress(home);
        }

        @Override
        protected Class<?> child() {
            return PostgresKilledProcess.class;
        }
    }

    @Nested
    class TheServer extends ServerKillContract {
        @Override
        protected Ledger open(Path home) {
            return DATABASES.open(home);
        }

        @Override
        protected void kill() {
            DATABASES.server().kill();
        }

        @Override
        protected void restart() {
            DATABASES.server().restart();
        }
    }
}
