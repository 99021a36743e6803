package cn.zhengai.server.run;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker's own thread: runs a step again and again, rests when there was nothing to do, and goes on after trouble of
 * the outside with a growing pause. The only place where a worker's exceptions end.
 */
public final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final long PATIENCE_MILLIS = 30_000;

    private final Step step;
    private final Runnable wake;
    private final Duration rest;
    private final Thread thread;
    private Duration first = Duration.ZERO;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nudged = lock.newCondition();
    private boolean nudge;
    private volatile boolean stopping;
    private volatile boolean troubled;

    /** One turn of work. */
    public interface Step {
        /** Does what there is; true when there may be more at once. */
        boolean runOnce();
    }

    /**
     * A stopped loop.
     *
     * @param wake ends a wait inside the step early; called when the loop stops
     */
    public Loop(String name, Step step, Runnable wake, Duration rest) {
        this.step = step;
        this.wake = wake;
        this.rest = rest;
        this.thread = new Thread(this::work, name);
    }

    /** Rests so long before its first turn; to be said before it starts. */
    Loop after(Duration pause) {
        first = pause;
        return this;
    }

    public Loop start() {
        thread.start();
        return this;
    }

    /** Work has come: do not rest. */
    public void nudge() {
        lock.lock();
        try {
            nudge = true;
            nudged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public String name() {
        return thread.getName();
    }

    /** The last turn failed. */
    public boolean troubled() {
        return troubled;
    }

    private void work() {
        Duration pause = Duration.ofMillis(200);
        rest(first);
        while (!stopping) {
            try {
                boolean more = step.runOnce();
                troubled = false;
                pause = Duration.ofMillis(200);
                if (!more) {
                    rest(rest);
                }
            } catch (PortException e) {
                troubled = e.trouble() != Trouble.STALE;
                if (e.trouble() == Trouble.STALE) {
                    LOG.info("{}: {}", thread.getName(), e.getMessage());
                } else {
                    LOG.warn(
                            "{}: {} ({}), 将在 {} 毫秒后重试",
                            thread.getName(),
                            e.getMessage(),
                            e.trouble(),
                            pause.toMillis());
                }
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            } catch (RuntimeException | Error e) {
                troubled = true;
                LOG.error("{}: 意外错误，将在 {} 毫秒后重试", thread.getName(), pause.toMillis(), e);
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private void rest(Duration duration) {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (!nudge && !stopping && left > 0) {
                left = nudged.awaitNanos(left);
            }
            nudge = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the turn in hand end, then stops. */
    @Override
    public void close() {
        stopping = true;
        wake.run();
        nudge();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.error("{} 未能在 {} 秒内停止", thread.getName(), TimeUnit.MILLISECONDS.toSeconds(PATIENCE_MILLIS));
        }
    }
}
