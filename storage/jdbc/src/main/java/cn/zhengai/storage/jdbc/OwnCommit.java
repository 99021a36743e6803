package cn.zhengai.storage.jdbc;

import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Each writer has a transaction of its own; the database lets those who commit at the same time share the wait for the
 * disk. A transaction that the database broke off in favour of another one is run again, at most so often: the database
 * has made it wait before, so nothing is waited for here.
 */
final class OwnCommit implements Writer {
    private static final int MOST = 20;

    private final Jdbi jdbi;
    private final Dialect dialect;

    OwnCommit(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public <T> T run(Database.Work<T> work) {
        for (int times = 1; ; times++) {
            try {
                return jdbi.inTransaction(work::on);
            } catch (JdbiException failure) {
                if (times == MOST || !brokenOff(failure)) {
                    throw failure;
                }
            }
        }
    }

    private boolean brokenOff(JdbiException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && dialect.brokenOff(sql)) {
                return true;
            }
        }
        return false;
    }
}
