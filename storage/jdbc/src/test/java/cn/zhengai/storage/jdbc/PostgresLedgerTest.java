package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL keeps every contract of the ledger. */
class PostgresLedgerTest extends PostgresContracts {
    @RegisterExtension
    static final Databases DATABASES = Databases.atHand();

    @Override
    Ledger ledger(Path home) {
        return DATABASES.open(home);
    }
}
