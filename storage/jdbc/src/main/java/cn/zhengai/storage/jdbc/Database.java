package cn.zhengai.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Transactions on one database. Readers see what was committed when they began, and nothing that comes later. Failures of the database leave as {@link cn.zhengai.core.port.PortException}; what
 * the work itself throws passes unchanged, and undoes the transaction.
 */
final class Database implements AutoCloseable {
    private final HikariDataSource writerPool;
    private final HikariDataSource readerPool;
    private final Writer writer;
    private final Jdbi reader;
    private final Dialect dialect;
    private final Troubles troubles;

    Database(HikariDataSource writerPool, HikariDataSource readerPool, Dialect dialect, Troubles troubles) {
        this.writerPool = writerPool;
        this.readerPool = readerPool;
        this.writer = dialect.writer(jdbi(dialect, writerPool));
        this.reader = jdbi(dialect, readerPool);
        this.dialect = dialect;
        this.troubles = troubles;
    }

    private static Jdbi jdbi(Dialect dialect, HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        dialect.teach(jdbi);
        return jdbi;
    }

    Dialect dialect() {
        return dialect;
    }

    /** @param doing what is being done, Chinese, for the message when it fails */
    <T> T read(String doing, Work<T> work) {
        try {
            return reader.inTransaction(work::on);
        } catch (JdbiException e) {
            throw troubles.translate(doing, e);
        }
    }

    /** As {@link #read}; the work may run more than once, see {@link Dialect#writer}. */
    <T> T write(String doing, Work<T> work) {
        try {
            return writer.run(work);
        } catch (JdbiException e) {
            throw troubles.translate(doing, e);
        }
    }

    @Override
    public void close() {
        readerPool.close();
        writerPool.close();
    }

    /** What is done in one transaction. */
    interface Work<T> {
        T on(Handle handle);
    }
}
