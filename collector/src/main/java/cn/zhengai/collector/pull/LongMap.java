package cn.zhengai.collector.pull;

/** From numbers to numbers, both in plain arrays; keys are well stirred. For one thread. */
final class LongMap {
    private static final int SMALLEST = 64;
    private long[] keys = new long[SMALLEST];
    private long[] values = new long[SMALLEST];
    private int size;

    /** 0 marks an empty place, so the key 0 stands for 1: one pair of keys in 2^64 that is not told apart. */
    private static long key(long wanted) {
        return wanted == 0 ? 1 : wanted;
    }

    /** Where the key is, or the empty place where it would be. */
    private int place(long key) {
        int at = (int) key & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    boolean has(long wanted) {
        return keys[place(key(wanted))] != 0;
    }

    /** 0 when there is none. */
    long get(long wanted) {
        return values[place(key(wanted))];
    }

    void put(long wanted, long value) {
        int at = place(key(wanted));
        if (keys[at] == 0) {
            keys[at] = key(wanted);
            size++;
        }
        values[at] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    int size() {
        return size;
    }
}
