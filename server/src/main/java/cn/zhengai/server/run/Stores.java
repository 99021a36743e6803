package cn.zhengai.server.run;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.PostgresAccess;
import java.util.Optional;

/** What an embedded run keeps: readings in DuckDB, ledger in SQLite or PostgreSQL, one table of series. */
public record Stores(SeriesIndex index, DuckDbReadings readings, Ledger ledger) implements AutoCloseable {

    /**
     * Opens both.
     *
     * @param elsewhere where the ledger is when not in the folder
     * @throws cn.zhengai.server.settings.Refusal when folder and ledger do not belong together
     * @throws cn.zhengai.core.port.PortException when either cannot be opened; then none is open
     */
    public static Stores open(DataFolder folder, Optional<PostgresAccess> elsewhere) {
        Ledger ledger = new LedgerHome(folder).open(elsewhere);
        try {
            SeriesIndex index = new SeriesIndex();
            return new Stores(index, DuckDbReadings.open(folder.readings(), index, Options.standard()), ledger);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            readings.close();
        } finally {
            ledger.close();
        }
    }
}
