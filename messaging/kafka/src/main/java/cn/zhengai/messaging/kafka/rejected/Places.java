package cn.zhengai.messaging.kafka.rejected;

import cn.zhengai.messaging.kafka.wire.Place;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Places in topics, as many as there may be: neighbours share a few words of memory. For one thread. */
final class Places {
    private static final int TOGETHER = 4096;

    private final Map<Chunk, BitSet> chunks = new HashMap<>();

    void add(Place place) {
        chunks.computeIfAbsent(chunk(place), chunk -> new BitSet()).set(within(place));
    }

    boolean has(Place place) {
        BitSet there = chunks.get(chunk(place));
        return there != null && there.get(within(place));
    }

    private static Chunk chunk(Place place) {
        return new Chunk(place.topic(), place.partition(), place.offset() / TOGETHER);
    }

    private static int within(Place place) {
        return (int) (place.offset() % TOGETHER);
    }

    /** Offsets that lie together. */
    private record Chunk(String topic, int partition, long number) {}
}
