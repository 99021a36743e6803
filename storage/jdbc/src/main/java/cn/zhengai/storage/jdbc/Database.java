package cn.zhengai.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Transactions on one database. Writers share one connection, which is what guards them from each other; readers have
 * several and see the last commit. Failures of the database leave as {@link cn.zhengai.core.port.PortException}; what
 * the work itself throws passes unchanged, and undoes the transaction.
 */
final class Database implements AutoCloseable {
    private final HikariDataSource writerPool;
    private final HikariDataSource readerPool;
    private final SharedCommit writer;
    private final Jdbi reader;
    private final Dialect dialect;
    private final Troubles troubles;

    Database(HikariDataSource writerPool, HikariDataSource readerPool, Dialect dialect, Troubles troubles) {
        this.writerPool = writerPool;
        this.readerPool = readerPool;
        this.writer = new SharedCommit(Jdbi.create(writerPool));
        this.reader = Jdbi.create(readerPool);
        this.dialect = dialect;
        this.troubles = troubles;
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

    /** As {@link #read}; those who write at the same time share a commit, see {@link SharedCommit}. */
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
