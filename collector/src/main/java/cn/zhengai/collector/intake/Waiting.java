package cn.zhengai.collector.intake;

import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readings of one batch that wait to be appended, in the order they stood, each with its reason. For one thread. */
final class Waiting {
    private final List<Reading> readings = new ArrayList<>();
    private final List<Optional<String>> reasons = new ArrayList<>();
    /** All so far for the same reason, which mostly is none. */
    private boolean alike = true;

    void add(Reading reading, Optional<String> reason) {
        alike = alike && (reasons.isEmpty() || reasons.get(0).equals(reason));
        readings.add(reading);
        reasons.add(reason);
    }

    List<Reading> readings() {
        return readings;
    }

    int size() {
        return readings.size();
    }

    void clear() {
        readings.clear();
        reasons.clear();
        alike = true;
    }

    /**
     * A batch for each reason, in the order the reasons came. Readings keep their order within a reason, and those of
     * one series and instant keep it altogether, for the last of them is in force.
     *
     * @param sent places of those that are to be appended
     */
    List<Batch> batches(BatchHead head, BitSet sent) {
        if (sent.isEmpty()) {
            return List.of();
        }
        if (alike) {
            return List.of(new Batch(head.because(reasons.get(0)), chosen(sent)));
        }
        List<Batch> batches = new ArrayList<>();
        Map<Optional<String>, List<Reading>> byReason = new LinkedHashMap<>();
        Map<Spot, Optional<String>> said = new HashMap<>();
        for (int i = sent.nextSetBit(0); i >= 0; i = sent.nextSetBit(i + 1)) {
            Spot spot = new Spot(readings.get(i).series(), readings.get(i).at());
            Optional<String> before = said.getOrDefault(spot, reasons.get(i));
            if (!before.equals(reasons.get(i))) {
                end(head, byReason, batches);
                said.clear();
            }
            said.put(spot, reasons.get(i));
            byReason.computeIfAbsent(reasons.get(i), reason -> new ArrayList<>())
                    .add(readings.get(i));
        }
        end(head, byReason, batches);
        return batches;
    }

    private List<Reading> chosen(BitSet sent) {
        return sent.cardinality() == readings.size()
                ? readings
                : sent.stream().mapToObj(readings::get).toList();
    }

    private static void end(BatchHead head, Map<Optional<String>, List<Reading>> byReason, List<Batch> batches) {
        byReason.forEach((reason, those) -> batches.add(new Batch(head.because(reason), those)));
        byReason.clear();
    }

    /** What a reading speaks about. */
    private record Spot(Series series, long at) {}
}
