package cn.zhengai.storage.results.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A heap that pops those of equal rank in the same order as {@code container/heap} of Go, with which InfluxDB merges: what
 * a LIMIT cuts off depends on it. For one thread.
 */
final class GoHeap<T> {
    private final List<T> items;
    private final BiPredicate<T, T> less;

    GoHeap(List<T> items, BiPredicate<T, T> less) {
        this.items = new ArrayList<>(items);
        this.less = less;
        for (int i = items.size() / 2 - 1; i >= 0; i--) {
            down(i, items.size());
        }
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    T pop() {
        int last = items.size() - 1;
        Collections.swap(items, 0, last);
        down(0, last);
        return items.remove(last);
    }

    void push(T item) {
        items.add(item);
        int child = items.size() - 1;
        int parent = (child - 1) / 2;
        while (parent != child && less.test(items.get(child), items.get(parent))) {
            Collections.swap(items, parent, child);
            child = parent;
            parent = (child - 1) / 2;
        }
    }

    private void down(int from, int size) {
        int parent = from;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && less.test(items.get(child + 1), items.get(child))) {
                child++;
            }
            if (!less.test(items.get(child), items.get(parent))) {
                return;
            }
            Collections.swap(items, parent, child);
            parent = child;
        }
    }
}
