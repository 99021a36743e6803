package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.testkit.ledger.KillContract;
import java.nio.file.Path;

class SqliteKillTest extends KillContract {
    @Override
    protected Ledger open(Path home) {
        return SqliteLedger.open(home.resolve("ledger.db"));
    }

    @Override
    protected void prepare(Path home) {
        // The ledger lies in it.
    }

    @Override
    protected Class<?> child() {
        return KilledProcess.class;
    }
}
