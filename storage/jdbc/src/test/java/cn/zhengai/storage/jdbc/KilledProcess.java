package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.testkit.ledger.KilledWork;
import java.nio.file.Path;

/** The process that is killed. */
final class KilledProcess {
    private KilledProcess() {}

    public static void main(String[] arguments) {
        try (Ledger ledger = SqliteLedger.open(Path.of(arguments[0]).resolve("ledger.db"))) {
            new KilledWork(ledger).runUntilKilled(System.out);
        }
    }
}
