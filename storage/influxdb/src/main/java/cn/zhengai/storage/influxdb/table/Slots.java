package cn.zhengai.storage.influxdb.table;

import cn.zhengai.core.reading.Logged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which nanosecond of its millisecond each reading of an instant has in the history: its number modulo a million, or the
 * next that is free. Given out in the order of the log, so that whoever writes the same readings again overwrites each with
 * itself.
 */
public final class Slots {
    private static final int ALL = 1_000_000;

    private Slots() {}

    /** @param chain by seq, fewer than a million */
    public static Map<Long, Integer> of(List<Logged> chain) {
        Set<Integer> taken = new HashSet<>();
        Map<Long, Integer> slots = new HashMap<>();
        for (Logged logged : chain) {
            int slot = (int) (logged.seq() % ALL);
            while (!taken.add(slot)) {
                slot = (slot + 1) % ALL;
            }
            slots.put(logged.seq(), slot);
        }
        return slots;
    }
}
