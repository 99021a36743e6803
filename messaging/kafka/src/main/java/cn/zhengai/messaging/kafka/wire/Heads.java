package cn.zhengai.messaging.kafka.wire;

import cn.zhengai.core.reading.BatchHead;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Heads of the batches met last, by what the values of their readings end with: many readings of a batch follow each
 * other, and batches of several collectors take turns. For one thread.
 */
final class Heads {
    private static final int KEPT = 16;

    private final ValueWriter writer = new ValueWriter();
    private final Deque<Known> known = new ArrayDeque<>();

    /** The head of a value of our own whose tail begins there; null when it was not met lately. */
    @Nullable
    BatchHead of(byte[] value, int tail) {
        for (Known one : known) {
            if (Arrays.equals(value, tail, value.length, one.tail, 0, one.tail.length)) {
                return one.head;
            }
        }
        return null;
    }

    /** Notes the head of a value, when that ends as we write it. */
    void note(byte[] value, int tail, BatchHead head) {
        byte[] ours = writer.tail(head);
        if (Arrays.equals(value, tail, value.length, ours, 0, ours.length)) {
            known.addFirst(new Known(ours, head));
            if (known.size() > KEPT) {
                known.removeLast();
            }
        }
    }

    private static final class Known {
        private final byte[] tail;
        private final BatchHead head;

        Known(byte[] tail, BatchHead head) {
            this.tail = tail;
            this.head = head;
        }
    }
}
