package cn.zhengai.storage.duckdb.file;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * One DuckDB file, owned by this process, and its connections. Safe for use by many threads: each call of {@link #run}
 * has a connection of its own.
 *
 * <p>Some failures (a checkpoint that finds the disk full) make DuckDB refuse every further call until the file is
 * opened anew. The next call after such a failure does that, once no other call is under way: it costs the replay of
 * the write-ahead log and loses nothing that was committed.
 */
public final class Database implements AutoCloseable {
    private final Path file;
    private final Properties settings;
    private final Ownership ownership;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final Deque<Session> idle = new ArrayDeque<>();
    private @Nullable DuckDBConnection root;
    private volatile boolean invalid = true;
    private volatile boolean closed;

    private Database(Path file, Properties settings, Ownership ownership) {
        this.file = file;
        this.settings = settings;
        this.ownership = ownership;
    }

    /**
     * Opens or makes the file.
     *
     * @param settings DuckDB's own, by name
     * @throws PortException {@link Trouble#IN_USE}, {@link Trouble#NEWER_VERSION}, {@link Trouble#CORRUPT}
     */
    public static Database open(Path file, Properties settings) {
        Database database = new Database(file, settings, Ownership.of(file));
        try {
            database.heal();
        } catch (PortException failure) {
            database.ownership.close();
            throw failure;
        }
        return database;
    }

    /**
     * Does something with a connection.
     *
     * @param doing what, in Chinese, for the message of a failure
     */
    public <T> T run(String doing, Work<T> work) {
        if (invalid && use.getReadHoldCount() == 0) {
            heal();
        }
        use.readLock().lock();
        try {
            Session session = take();
            try {
                return work.with(session);
            } finally {
                giveBack(session);
            }
        } catch (SQLException failure) {
            invalid |= Failures.fatal(failure);
            throw Failures.translate(failure, doing, file);
        } finally {
            use.readLock().unlock();
        }
    }

    /** As {@link #run} without an answer. */
    public void perform(String doing, Task task) {
        run(doing, session -> {
            task.with(session);
            return true;
        });
    }

    /**
     * Writes the file anew from what its tables hold, so that nothing deleted is left in it. Waits for calls under way;
     * others wait for it. A kill at any moment leaves the old file or the new one.
     *
     * @throws PortException {@link Trouble#DISK_FULL} and others; the old file is then still in use
     */
    public void rewrite() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        use.writeLock().lock();
        try {
            if (closed || root == null) {
                throw new PortException(Trouble.UNAVAILABLE, "采集值库 " + file + " 已关闭。");
            }
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + ".wal"));
            Copying.copy(new Session(root), fresh);
            closeConnections();
            invalid = true;
            demandNothingPending();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException failure) {
            throw Failures.translate(failure, "重写", file);
        } catch (IOException failure) {
            throw new PortException(Trouble.UNAVAILABLE, "采集值库 " + file + " 重写失败：" + failure.getMessage(), failure);
        } finally {
            use.writeLock().unlock();
        }
        heal();
    }

    /** A write-ahead log left by the old file would be replayed over the new one. */
    private void demandNothingPending() {
        if (Files.exists(file.resolveSibling(file.getFileName() + ".wal"))) {
            throw new PortException(Trouble.UNAVAILABLE, "采集值库 " + file + " 还有未并入的写前日志，稍后再试。");
        }
    }

    public Path file() {
        return file;
    }

    private Session take() throws SQLException {
        synchronized (idle) {
            if (closed || root == null) {
                throw new PortException(Trouble.UNAVAILABLE, "采集值库 " + file + " 已关闭。");
            }
            Session session = idle.pollFirst();
            return session != null ? session : new Session(root.duplicate());
        }
    }

    private void giveBack(Session session) throws SQLException {
        synchronized (idle) {
            if (session.usable()) {
                idle.addFirst(session);
            }
        }
    }

    private void heal() {
        use.writeLock().lock();
        try {
            if (invalid && !closed) {
                closeConnections();
                root = connect();
                invalid = false;
            }
        } catch (SQLException failure) {
            throw Failures.translate(failure, "打开", file);
        } finally {
            use.writeLock().unlock();
        }
    }

    private DuckDBConnection connect() throws SQLException {
        return new DuckDBDriver()
                .connect("jdbc:duckdb:" + file.toAbsolutePath(), settings)
                .unwrap(DuckDBConnection.class);
    }

    private void closeConnections() {
        synchronized (idle) {
            idle.forEach(Session::close);
            idle.clear();
            if (root != null) {
                new Session(root).close();
                root = null;
            }
        }
    }

    /** Waits for calls under way. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closeConnections();
                ownership.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    /** What is asked of a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Session session) throws SQLException;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Task {
        void with(Session session) throws SQLException;
    }
}
