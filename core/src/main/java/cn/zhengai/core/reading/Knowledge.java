package cn.zhengai.core.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known (知情范围): everything the log had taken in when it stood here. Exact, whatever the clocks said: a batch
 * that was being logged at the moment is known as far as it had come, and stays so for good.
 *
 * <p>Made by a {@link cn.zhengai.core.port.ReadingStore}, kept with results as its {@link #text}, and given back to the
 * store; nobody else looks inside, for a log of several partitions has a place in each.
 *
 * @param places the last number that is known of each partition, from partition 0; of those not named nothing is known
 */
public record Knowledge(List<Long> places) {
    /** Nothing is known. */
    public static final Knowledge NONE = new Knowledge(List.of());
    /** Everything in every partition, also what is still to come. */
    public static final Knowledge ALL = new Knowledge(List.of(Long.MAX_VALUE));

    private static final String SEPARATOR = ",";

    public Knowledge {
        int known = places.size();
        while (known > 0 && places.get(known - 1) == 0) {
            known--;
        }
        places = List.copyOf(places.subList(0, known));
        for (long place : places) {
            if (place < 0) {
                throw new IllegalArgumentException("no place in a log: " + place);
            }
        }
    }

    /** So far in one partition, nothing of the others. */
    public static Knowledge in(int partition, long seq) {
        List<Long> places = new ArrayList<>(Collections.nCopies(partition, 0L));
        places.add(seq);
        return new Knowledge(places);
    }

    /** The last number of a partition that is known; 0 when nothing is, {@link Long#MAX_VALUE} when there is no end. */
    public long through(int partition) {
        if (places.equals(ALL.places)) {
            return Long.MAX_VALUE;
        }
        return partition < places.size() ? places.get(partition) : 0;
    }

    /** Is this reading of that partition known? */
    public boolean has(int partition, Logged logged) {
        return logged.seq() <= through(partition);
    }

    /** For documents; {@link #parse} reads it. */
    public String text() {
        return places.isEmpty() ? "0" : places.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    /** For people. */
    public String chinese() {
        if (equals(ALL)) {
            return "全部采集记录";
        }
        return places.size() > 1
                ? "各分区采集记录第 " + places.stream().map(String::valueOf).collect(Collectors.joining("、")) + " 条及以前"
                : "采集记录第 " + through(0) + " 条及以前";
    }

    /**
     * The inverse of {@link #text}.
     *
     * @throws IllegalArgumentException when it is no knowledge
     */
    public static Knowledge parse(String text) {
        return new Knowledge(Arrays.stream(text.split(SEPARATOR, -1))
                .map(place -> Long.parseLong(place.strip()))
                .toList());
    }
}
