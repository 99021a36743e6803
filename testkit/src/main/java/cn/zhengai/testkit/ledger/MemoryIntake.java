package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Receipts in the order they were kept; totals are counted anew each time. */
final class MemoryIntake implements Intake {
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final Map<String, List<Rejection>> rejections = new LinkedHashMap<>();
    /** Rows no longer kept, which still count. */
    private final List<Rejection> forgotten = new ArrayList<>();

    @Override
    public synchronized Optional<Receipt> receipt(String batchId) {
        return Optional.ofNullable(receipts.get(batchId));
    }

    @Override
    public synchronized void keep(Receipt receipt, List<Rejection> rejected) {
        String id = receipt.head().id();
        if (receipts.putIfAbsent(id, receipt) == null) {
            rejections.put(id, List.copyOf(rejected));
        }
    }

    @Override
    public synchronized List<Rejection> rejections(Optional<String> source, int offset, int limit) {
        List<List<Rejection>> newestBatchFirst = new ArrayList<>();
        rejections.values().forEach(batch -> newestBatchFirst.add(0, batch));
        return newestBatchFirst.stream()
                .flatMap(List::stream)
                .filter(one ->
                        source.isEmpty() || source.get().equals(one.head().source()))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<SourceStanding> sources() {
        Map<String, List<Receipt>> bySource = new TreeMap<>();
        for (Receipt one : receipts.values()) {
            bySource.computeIfAbsent(one.head().source(), source -> new ArrayList<>())
                    .add(one);
        }
        List<SourceStanding> standings = new ArrayList<>();
        bySource.forEach((source, batches) -> standings.add(standing(source, batches)));
        return standings;
    }

    /** Rejected rows and answers of batches taken in before; how many rows. */
    synchronized long forget(Instant before) {
        long rows = 0;
        for (Map.Entry<String, Receipt> one : receipts.entrySet()) {
            Receipt known = one.getValue();
            if (known.head().recordedAt().isBefore(before)) {
                one.setValue(new Receipt(known.head(), known.accepted(), known.rejected(), known.newestAt(), ""));
                List<Rejection> gone = rejections.put(one.getKey(), List.of());
                rows += gone == null ? 0 : gone.size();
                forgotten.addAll(gone == null ? List.of() : gone);
            }
        }
        return rows;
    }

    private SourceStanding standing(String source, List<Receipt> batches) {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        for (Receipt batch : batches) {
            for (Rejection one : rejections.getOrDefault(batch.head().id(), List.of())) {
                reasons.merge(one.reason(), 1L, Long::sum);
            }
        }
        forgotten.stream()
                .filter(one -> one.head().source().equals(source))
                .forEach(one -> reasons.merge(one.reason(), 1L, Long::sum));
        Instant lastBatchAt = batches.stream()
                .map(one -> one.head().recordedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Optional<Instant> newestAt =
                batches.stream().flatMap(one -> one.newestAt().stream()).max(Instant::compareTo);
        long accepted = batches.stream().mapToLong(Receipt::accepted).sum();
        return new SourceStanding(source, batches.size(), accepted, reasons, lastBatchAt, newestAt);
    }
}
