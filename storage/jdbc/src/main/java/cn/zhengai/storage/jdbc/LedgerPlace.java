package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Ledger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Where a whole ledger is: a file or a database. For copying one to another place. */
public final class LedgerPlace {
    private final String shown;
    private final Dialect dialect;
    private final Opener opener;
    private final Connecting reading;
    private final Connecting writing;

    private LedgerPlace(String shown, Dialect dialect, Opener opener, Connecting reading, Connecting writing) {
        this.shown = shown;
        this.dialect = dialect;
        this.opener = opener;
        this.reading = reading;
        this.writing = writing;
    }

    /** SQLite. */
    public static LedgerPlace file(Path file) {
        return new LedgerPlace(
                file.toString(),
                new SqliteDialect(),
                () -> SqliteLedger.open(file),
                () -> SqliteLedger.source(file, SqliteLedger.Limits.USUAL, true).getConnection(),
                () -> SqliteLedger.source(file, SqliteLedger.Limits.USUAL, false)
                        .getConnection());
    }

    /** PostgreSQL. */
    public static LedgerPlace server(PostgresAccess access) {
        return new LedgerPlace(
                access.shown(),
                new PostgresDialect(),
                () -> PostgresLedger.open(access),
                () -> PostgresLedger.connect(access),
                () -> PostgresLedger.connect(access));
    }

    /** What people may see of it. */
    public String shown() {
        return shown;
    }

    /**
     * The ledger that is there, made when there is none.
     *
     * @throws cn.zhengai.core.port.PortException as its opening does
     */
    public Ledger open() {
        return opener.open();
    }

    /** What is read in one go: as it stood when it began, and unchanged. */
    <T> T read(String doing, Database.Work<T> work) {
        return during(doing, reading, handle -> {
            dialect.beginReading(handle);
            return work.on(handle);
        });
    }

    /** All of it or nothing. */
    <T> T write(String doing, Database.Work<T> work) {
        return during(doing, writing, work);
    }

    private <T> T during(String doing, Connecting connecting, Database.Work<T> work) {
        try (Handle handle = handle(connecting)) {
            return handle.inTransaction(work::on);
        } catch (JdbiException failed) {
            throw new Troubles(dialect, shown).translate(doing, failed);
        }
    }

    private Handle handle(Connecting connecting) {
        Jdbi jdbi = Jdbi.create(() -> {
            try {
                return connecting.connect();
            } catch (SQLException failed) {
                throw new ConnectionException(failed);
            }
        });
        dialect.teach(jdbi);
        return jdbi.open();
    }

    Dialect dialect() {
        return dialect;
    }

    private interface Opener {
        Ledger open();
    }

    private interface Connecting {
        Connection connect() throws SQLException;
    }
}
