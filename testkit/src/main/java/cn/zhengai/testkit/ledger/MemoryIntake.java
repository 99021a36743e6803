package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.Intake;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding;
import cn.zhengai.core.reading.RejectionStanding.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Receipts in the order they were kept; totals are counted anew each time. */
final class MemoryIntake implements Intake {
    /** Of batches and of rows sent again, which have no rejections of their own. */
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();

    private final Map<String, List<Kept>> rejections = new LinkedHashMap<>();
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
            List<Kept> kept = new ArrayList<>();
            for (Rejection one : rejected) {
                RejectionId number = new RejectionId(receipts.size(), kept.size() + 1);
                kept.add(new Kept(number, one, RejectionStanding.untouched(one)));
            }
            rejections.put(id, kept);
        }
    }

    @Override
    public synchronized List<Kept> find(Query query) {
        List<List<Kept>> newestBatchFirst = new ArrayList<>();
        rejections.values().forEach(batch -> newestBatchFirst.add(0, batch));
        return newestBatchFirst.stream()
                .flatMap(List::stream)
                .filter(wanted(query))
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    private static Predicate<Kept> wanted(Query query) {
        return one -> query.source()
                        .filter(s -> !s.equals(one.rejection().head().source()))
                        .isEmpty()
                && query.reason().filter(r -> r != one.standing().reason()).isEmpty()
                && query.status().filter(s -> s != one.standing().status()).isEmpty()
                && query.since()
                        .filter(one.rejection().head().recordedAt()::isBefore)
                        .isEmpty()
                && query.text().filter(text -> !says(one, text)).isEmpty();
    }

    private static boolean says(Kept one, String text) {
        String wanted = lower(text);
        return Stream.of(one.rejection().raw(), one.standing().detail())
                .anyMatch(said -> lower(said).contains(wanted));
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            lower.setCharAt(i, letter >= 'A' && letter <= 'Z' ? (char) (letter - 'A' + 'a') : letter);
        }
        return lower.toString();
    }

    @Override
    public synchronized long count(Query query) {
        return find(query.page(0, Integer.MAX_VALUE)).size();
    }

    @Override
    public synchronized List<Kept> ofRow(RejectionId id) {
        for (List<Kept> batch : rejections.values()) {
            for (Kept one : batch) {
                if (one.id().equals(id)) {
                    return batch.stream()
                            .filter(other ->
                                    other.rejection().row() == one.rejection().row())
                            .toList();
                }
            }
        }
        return List.of();
    }

    @Override
    public synchronized List<OpenCount> open() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (Kept one : find(Query.all(Integer.MAX_VALUE).standing(Status.OPEN))) {
            counts.computeIfAbsent(one.rejection().head().source(), source -> new TreeMap<>())
                    .merge(one.standing().reason().name(), 1L, Long::sum);
        }
        List<OpenCount> list = new ArrayList<>();
        counts.forEach((source, reasons) ->
                reasons.forEach((reason, count) -> list.add(new OpenCount(source, Reason.valueOf(reason), count))));
        return list;
    }

    @Override
    public synchronized int settle(Settlement settlement) {
        settlement.receipts().forEach(one -> receipts.putIfAbsent(one.head().id(), one));
        int settled = 0;
        for (List<Kept> batch : rejections.values()) {
            for (int i = 0; i < batch.size(); i++) {
                Kept one = batch.get(i);
                RejectionStanding now = settlement.standings().get(one.id());
                if (now != null && one.standing().status() == Status.OPEN) {
                    batch.set(i, new Kept(one.id(), one.rejection(), now));
                    settled++;
                }
            }
        }
        return settled;
    }

    @Override
    public synchronized List<SourceStanding> sources() {
        Map<String, List<Receipt>> bySource = new TreeMap<>();
        for (Receipt one : receipts.values()) {
            bySource.computeIfAbsent(one.head().source(), source -> new ArrayList<>())
                    .add(one);
        }
        List<SourceStanding> standings = new ArrayList<>();
        bySource.forEach((source, all) -> {
            List<Receipt> batches = all.stream()
                    .filter(one -> rejections.containsKey(one.head().id()))
                    .toList();
            if (!batches.isEmpty()) {
                standings.add(standing(source, batches, all));
            }
        });
        return standings;
    }

    /** Rejected rows and answers of batches taken in before; how many rows. */
    synchronized long forget(Instant before) {
        long rows = 0;
        for (Map.Entry<String, Receipt> one : receipts.entrySet()) {
            Receipt known = one.getValue();
            if (known.head().recordedAt().isBefore(before)) {
                one.setValue(new Receipt(known.head(), known.accepted(), known.rejected(), known.newestAt(), ""));
                List<Kept> gone = rejections.getOrDefault(one.getKey(), List.of());
                rejections.replace(one.getKey(), List.of());
                rows += gone.size();
                gone.forEach(each -> forgotten.add(each.rejection()));
            }
        }
        return rows;
    }

    private SourceStanding standing(String source, List<Receipt> batches, List<Receipt> all) {
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        for (Receipt batch : batches) {
            for (Kept one : rejections.getOrDefault(batch.head().id(), List.of())) {
                reasons.merge(one.rejection().reason(), 1L, Long::sum);
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
                all.stream().flatMap(one -> one.newestAt().stream()).max(Instant::compareTo);
        long accepted = all.stream().mapToLong(Receipt::accepted).sum();
        return new SourceStanding(source, batches.size(), accepted, reasons, lastBatchAt, newestAt);
    }
}
