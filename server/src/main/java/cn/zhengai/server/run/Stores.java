package cn.zhengai.server.run;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.port.Readings;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.messaging.kafka.KafkaLog;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.storage.duckdb.DuckDbReadings;
import cn.zhengai.storage.duckdb.Options;
import cn.zhengai.storage.jdbc.PostgresAccess;
import cn.zhengai.storage.results.ResultStore;
import java.util.Optional;

/**
 * What a run keeps, and one table of series.
 *
 * @param inFolder the readings when they are a file of the data folder
 * @param writer how the store is filled from the log; empty when the log is the store
 * @param results where results are published for dashboards
 * @param answers asked of the same
 */
public record Stores(
        SeriesIndex index,
        Readings readings,
        Ledger ledger,
        Optional<DuckDbReadings> inFolder,
        Optional<ReadingWriter> writer,
        PointSink results,
        ResultSource answers)
        implements AutoCloseable {

    /**
     * Opens those of an embedded run: readings in DuckDB, ledger in SQLite or PostgreSQL.
     *
     * @param elsewhere where the ledger is when not in the folder
     * @throws cn.zhengai.server.settings.Refusal when folder and ledger do not belong together
     * @throws cn.zhengai.core.port.PortException when either cannot be opened; then none is open
     */
    static Stores embedded(DataFolder folder, Optional<PostgresAccess> elsewhere) {
        Ledger ledger = new LedgerHome(folder).open(elsewhere);
        try {
            SeriesIndex index = new SeriesIndex();
            DuckDbReadings readings = DuckDbReadings.open(folder.readings(), index, Options.standard());
            ResultStore results = new ResultStore(folder.results());
            return new Stores(index, readings, ledger, Optional.of(readings), Optional.empty(), results, results);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** Our topics, of a distributed run. */
    Optional<KafkaLog> topics() {
        return readings instanceof DistributedReadings distributed
                ? Optional.of(distributed.kafka())
                : Optional.empty();
    }

    @Override
    public void close() {
        try {
            if (answers instanceof ResultStore store) {
                store.close();
            }
        } finally {
            try {
                readings.close();
            } finally {
                ledger.close();
            }
        }
    }
}
