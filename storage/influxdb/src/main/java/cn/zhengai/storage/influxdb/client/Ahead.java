package cn.zhengai.storage.influxdb.client;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work with the server that goes on while its caller prepares the next or uses the last: a few pieces at a time. For one
 * thread.
 */
public final class Ahead<T> {
    private final Connection connection;
    private final int most;
    private final Consumer<T> sink;
    private final Deque<Future<T>> begun = new ArrayDeque<>();

    /**
     * @param most how many pieces may be under way
     * @param sink gets what they bring, in the order in which they were begun, in the thread of the caller
     */
    public Ahead(Connection connection, int most, Consumer<T> sink) {
        this.connection = connection;
        this.most = most;
        this.sink = sink;
    }

    /**
     * Begins a piece of work, as soon as there is room.
     *
     * @throws PortException when an earlier one failed
     */
    public void begin(Supplier<T> work) {
        while (begun.size() >= most) {
            sink.accept(ended(begun.remove()));
        }
        begun.add(connection.meanwhile(work));
    }

    /**
     * Waits until all is done.
     *
     * @throws PortException when one failed
     */
    public void finish() {
        while (!begun.isEmpty()) {
            sink.accept(ended(begun.remove()));
        }
    }

    /** Waits until nothing is under way; whatever comes of it does not matter. */
    public void drop() {
        while (!begun.isEmpty()) {
            try {
                ended(begun.remove());
            } catch (PortException failed) {
                // it was dropped
            }
        }
    }

    private T ended(Future<T> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException ending) {
                    // a call ends by itself, when the server has said nothing for as long as the connection is patient
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof PortException known) {
                throw known;
            }
            throw new PortException(Trouble.UNAVAILABLE, "时序库 InfluxDB 的一次调用意外中断：" + failed.getCause(), failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
