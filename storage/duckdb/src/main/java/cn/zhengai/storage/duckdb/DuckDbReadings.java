package cn.zhengai.storage.duckdb;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingErasure;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Readings;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.duckdb.file.Copying;
import cn.zhengai.storage.duckdb.file.Database;
import cn.zhengai.storage.duckdb.log.DuckDbLog;
import cn.zhengai.storage.duckdb.settle.Policy;
import cn.zhengai.storage.duckdb.settle.Repeats;
import cn.zhengai.storage.duckdb.settle.Settlement;
import cn.zhengai.storage.duckdb.settle.Settler;
import cn.zhengai.storage.duckdb.store.DuckDbErasure;
import cn.zhengai.storage.duckdb.store.DuckDbProvenance;
import cn.zhengai.storage.duckdb.store.DuckDbStore;
import cn.zhengai.storage.duckdb.table.Heads;
import cn.zhengai.storage.duckdb.table.Rows;
import cn.zhengai.storage.duckdb.table.Schema;
import cn.zhengai.storage.duckdb.table.SeriesIds;
import cn.zhengai.storage.duckdb.table.Unsettled;
import java.nio.file.Path;

/**
 * All readings of an embedded run in one DuckDB file: the durable log and the store over the same tables, so that a
 * reading that was acknowledged can be read at once. One process owns the file.
 *
 * <p>Readings are appended as they come, without looking at what is there already: that is what makes it fast.
 * Duplicates and revisions are resolved when asked, and for good when a thread in the background moves them to the
 * sorted table.
 */
public final class DuckDbReadings implements Readings {
    private final Database database;
    private final DuckDbLog log;
    private final DuckDbStore store;
    private final DuckDbProvenance provenance;
    private final Repeats repeats = new Repeats();
    private final Settlement settlement;
    private final Settler settler;
    private final ReadingErasure erasure;

    private DuckDbReadings(Database database, SeriesIndex index, Options options) {
        SeriesIds ids = new SeriesIds(index);
        Unsettled unsettled = new Unsettled();
        Rows rows = new Rows(ids, new Heads());
        this.database = database;
        this.settlement = new Settlement(database, unsettled, repeats);
        Schema.prepare(database);
        this.log = new DuckDbLog(database, rows, ids, unsettled, options.tailReadings(), this::appended);
        this.store = new DuckDbStore(database, ids, rows, unsettled, this::last);
        this.erasure = new DuckDbErasure(database, ids);
        this.provenance = new DuckDbProvenance(database, rows);
        this.settler = new Settler(settlement, new Policy(options.settleAt()), this::last, log::done);
    }

    /**
     * Opens the file, made if need be, and enters its series into {@code index} in the order of their first use.
     *
     * @throws PortException {@link Trouble#IN_USE}, {@link Trouble#NEWER_VERSION}, {@link Trouble#CORRUPT},
     *     {@link Trouble#UNAVAILABLE}
     */
    public static DuckDbReadings open(Path file, SeriesIndex index, Options options) {
        Database database = Database.open(file, options.forDuckDb(file));
        try {
            DuckDbReadings readings = new DuckDbReadings(database, index, options);
            readings.settler.start();
            return readings;
        } catch (PortException failure) {
            database.close();
            throw failure;
        }
    }

    @Override
    public MessageLog log() {
        return log;
    }

    @Override
    public ReadingStore store() {
        return store;
    }

    @Override
    public ReadingErasure erasure() {
        return erasure;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    /** What was merged because it said nothing new. */
    public Repeats repeats() {
        return repeats;
    }

    private long last() {
        return log.end().through(0);
    }

    /** Settles at once what every known consumer is done with, as the background does in time; says how many rows. */
    public long settle() {
        return settlement.settle(Math.min(last(), log.done().orElse(Long.MAX_VALUE)));
    }

    /**
     * Writes everything there is now into a new file, as of one moment, while reading and writing go on.
     *
     * @throws PortException {@link Trouble#DISK_FULL} and others; what there is of {@code copy} is then of no use
     */
    public void copyTo(Path copy) {
        Copying.of(database, copy);
    }

    private void appended() {
        settler.appended();
    }

    /** Ends consumers, waits for calls under way, closes the file. */
    @Override
    public void close() {
        log.close();
        settler.close();
        store.close();
        database.close();
    }
}
