package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The ledger in one SQLite file. Write-ahead log, synchronised at every commit: what was kept is there after a power
 * cut. Several ledgers, also of several processes, may share a file; they wait for each other.
 */
public final class SqliteLedger {
    private static final int READERS = 4;

    private SqliteLedger() {}

    /**
     * Opens the file, creates it with its folder when there is none, and brings an older one up to date.
     *
     * @throws PortException {@link Trouble#NEWER_VERSION}, {@link Trouble#IN_USE}, {@link Trouble#DISK_FULL},
     *     {@link Trouble#CORRUPT}, {@link Trouble#UNAVAILABLE}
     */
    public static Ledger open(Path file) {
        return open(file, Limits.USUAL);
    }

    static Ledger open(Path file, Limits limits) {
        Dialect dialect = new SqliteDialect();
        Troubles troubles = new Troubles(dialect, file.toString());
        DataSource writing = source(file, limits, false);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // The first connection turns a new file into one with a write-ahead log, and shows what is wrong with an
            // old.
            writing.getConnection().close();
        } catch (IOException | SQLException e) {
            throw troubles.translate("打开账本", e);
        }
        new Schema(writing, dialect.scripts(), troubles).bringUpToDate();
        Database database = new Database(
                pool("ledger-writer", writing, 1, limits),
                pool("ledger-reader", source(file, limits, true), READERS, limits),
                dialect,
                troubles);
        return new JdbcLedger(database);
    }

    static DataSource source(Path file, Limits limits, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) limits.patience().toMillis());
        config.enforceForeignKeys(true);
        config.setReadOnly(readOnly);
        if (!readOnly) {
            config.setJournalMode(JournalMode.WAL);
            config.setSynchronous(SynchronousMode.FULL);
            // Asks for the write lock at the start of a transaction: waiting is possible there, in the middle it is
            // not.
            config.setTransactionMode(TransactionMode.IMMEDIATE);
            config.setMaxPageCount(limits.pages());
            // What is erased is overwritten in the file: some of it is about persons.
            config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(String name, DataSource source, int size, Limits limits) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setReadOnly(size > 1);
        // The first connection is made when it is needed: what goes wrong then has one way out.
        config.setInitializationFailTimeout(-1);
        // A file's connection does not wear out.
        config.setMaxLifetime(0);
        config.setConnectionTimeout(limits.queueing().toMillis());
        return new HikariDataSource(config);
    }

    /**
     * How long to wait and how large to grow.
     *
     * @param patience for another process that holds the lock
     * @param queueing for this process's other writers
     * @param pages most pages (of 4,096 bytes) of the file
     */
    record Limits(Duration patience, Duration queueing, int pages) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), 1_073_741_823);
    }
}
