package cn.zhengai.server.run;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.SqliteLedger;

/** What an embedded run keeps: readings in DuckDB, ledger in SQLite, one table of series. */
public record Stores(SeriesIndex index, DuckDbReadings readings, Ledger ledger) implements AutoCloseable {

    /**
     * Opens both.
     *
     * @throws cn.zhengai.core.port.PortException when either cannot be opened; then none is open
     */
    public static Stores open(DataFolder folder) {
        Ledger ledger = SqliteLedger.open(folder.ledger());
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
