package cn.zhengai.storage.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writers at the same time share a transaction, and with it the wait for the disk. They queue; whoever gets the lock runs
 * all who wait, in order. When one of them fails nothing of that transaction stays, and each is run again in one of its
 * own, so a caller sees what it would have seen alone. Work may therefore run twice and on another thread.
 */
final class SharedCommit implements Writer {
    private static final int AT_ONCE = 64;

    private final Jdbi jdbi;
    private final Queue<Request<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();

    SharedCommit(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T run(Database.Work<T> work) {
        Request<T> request = new Request<>(work);
        waiting.add(request);
        lock.lock();
        try {
            while (!request.done) {
                runSome();
            }
        } finally {
            lock.unlock();
        }
        return request.answer();
    }

    /** How many wait behind the transaction under way. */
    int waiting() {
        return waiting.size();
    }

    private void runSome() {
        List<Request<?>> group = new ArrayList<>();
        for (Request<?> next = waiting.poll(); next != null; next = group.size() < AT_ONCE ? waiting.poll() : null) {
            group.add(next);
        }
        try {
            if (group.size() == 1 || !together(group)) {
                group.forEach(this::alone);
            }
        } finally {
            group.forEach(request -> request.done = true);
        }
    }

    /** False when one of them failed or the commit did; nothing was kept for all we know. */
    private boolean together(List<Request<?>> group) {
        try {
            jdbi.useTransaction(handle -> group.forEach(request -> request.attempt(handle)));
            return true;
        } catch (RuntimeException toBeSeenAgainAlone) {
            return false;
        }
    }

    private void alone(Request<?> request) {
        try {
            jdbi.useTransaction(request::attempt);
            request.failure = null;
        } catch (RuntimeException failure) {
            request.failure = failure;
        }
    }

    private static final class Request<T> {
        private final Database.Work<T> work;
        private @Nullable T result;
        private @Nullable RuntimeException failure;
        private boolean done;

        Request(Database.Work<T> work) {
            this.work = work;
        }

        void attempt(Handle handle) {
            result = work.on(handle);
        }

        T answer() {
            if (failure != null) {
                throw failure;
            }
            if (result == null) {
                throw new IllegalStateException("the thread that ran this work was broken off");
            }
            return result;
        }
    }
}
