package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.testkit.ledger.KilledWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process that is killed while the server goes on. */
final class PostgresKilledProcess {
    private PostgresKilledProcess() {}

    public static void main(String[] arguments) throws IOException {
        String url = Files.readString(Path.of(arguments[0]).resolve("url"));
        try (Ledger ledger = PostgresLedger.open(Databases.access(url))) {
            new KilledWork(ledger).runUntilKilled(System.out);
        }
    }
}
