package cn.zhengai.testkit.store;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeCount;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.reading.Summary;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The log and the store in memory, so naive that its answers can be checked by reading: the reference of the contract
 * and a fake for tests of features. Sinks are called without any lock held.
 */
public final class MemoryReadings implements MessageLog, ReadingStore, Provenance {
    private final ReentrantLock lock = new ReentrantLock();
    private final Chains chains = new Chains();
    private final Partitioning partitioning;
    private final MemoryLog log;

    public MemoryReadings() {
        this(new SeriesIndex());
    }

    /** One partition, number 0. */
    public MemoryReadings(SeriesIndex index) {
        this(index, Partitioning.ONE);
    }

    /** @param index series given out are of this table, whichever table those of the batches were of */
    public MemoryReadings(SeriesIndex index, Partitioning partitioning) {
        this.partitioning = partitioning;
        this.log = new MemoryLog(index, partitioning, lock, (partition, logged) -> chains.add(logged));
    }

    @Override
    public void append(List<Batch> batches) {
        log.append(batches);
    }

    @Override
    public Subscription subscribe(String group, Assignment assignment) {
        return log.subscribe(group, assignment);
    }

    @Override
    public Knowledge end() {
        return log.end();
    }

    @Override
    public Knowledge known() {
        return log.end();
    }

    @Override
    public int partitionOf(Series series) {
        return partitioning.of(series);
    }

    @Override
    public Knowledge knownAt(Instant instant) {
        return log.lastRecordedBy(instant);
    }

    @Override
    public List<Logged> read(Series series, long from, long until, Knowledge asOf) {
        return locked(() -> inForce(series, from, until, asOf));
    }

    @Override
    public void latest(Set<String> points, Knowledge asOf, Consumer<Logged> sink) {
        locked(() -> perSeries(points, series -> {
                    List<Logged> all = inForce(series, Long.MIN_VALUE, Long.MAX_VALUE, asOf);
                    return all.isEmpty() ? Stream.empty() : Stream.of(all.get(all.size() - 1));
                }))
                .forEach(sink);
    }

    @Override
    public void summarise(Set<String> points, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        locked(() -> perSeries(points, series -> {
                    List<Logged> all = inForce(series, from, until, asOf);
                    return all.isEmpty() ? Stream.empty() : Stream.of(summary(series, all));
                }))
                .forEach(sink);
    }

    @Override
    public void summariseSeries(
            Collection<Series> series, long from, long until, Knowledge asOf, Consumer<Summary> sink) {
        Set<Series> wanted = Set.copyOf(series);
        Set<String> points = wanted.stream().map(Series::point).collect(Collectors.toSet());
        summarise(points, from, until, asOf, summary -> {
            if (wanted.contains(summary.series())) {
                sink.accept(summary);
            }
        });
    }

    @Override
    public List<Logged> history(Collection<Series> series, Knowledge asOf) {
        return locked(() -> series.stream()
                .distinct()
                .flatMap(this::everything)
                .filter(known(asOf))
                .sorted(Comparator.comparingLong(Logged::seq))
                .toList());
    }

    @Override
    public List<Logged> revisions(Series series, long at) {
        return locked(() -> List.copyOf(chains.instants(series).getOrDefault(at, List.of())));
    }

    @Override
    public void newest(Knowledge asOf, NewestSink sink) {
        record Newest(Series series, OptionalLong at) {}
        locked(() -> chains.series().stream()
                        .map(series -> new Newest(
                                series,
                                everything(series)
                                        .filter(known(asOf))
                                        .mapToLong(logged -> logged.reading().at())
                                        .max()))
                        .filter(newest -> newest.at.isPresent())
                        .toList())
                .forEach(newest -> sink.accept(newest.series, newest.at.getAsLong()));
    }

    @Override
    public void supplied(long from, long until, long offset, Consumer<Supplied> sink) {
        locked(() -> Origins.supplied(
                        chains.series().stream()
                                .flatMap(series -> inForce(series, from, until, NOW).stream())
                                .toList(),
                        offset))
                .forEach(sink);
    }

    @Override
    public List<Dispute> disputes(long from, long until, int most) {
        return locked(() -> Origins.disputes(
                chains.series().stream()
                        .flatMap(series -> from >= until
                                ? Stream.empty()
                                : chains.instants(series).subMap(from, true, until, false).values().stream())
                        .toList(),
                most));
    }

    @Override
    public List<Change> changes(ChangeQuery query) {
        return locked(() -> all(query).skip(query.offset()).limit(query.limit()).toList());
    }

    @Override
    public List<ChangeCount> changed(ChangeQuery query) {
        return locked(() -> {
            Map<ChangeCount, Long> counts = all(query)
                    .collect(Collectors.groupingBy(
                            c -> new ChangeCount(
                                    c.after().reading().series().point(),
                                    c.after().head().source(),
                                    0),
                            Collectors.counting()));
            return counts.entrySet().stream()
                    .map(e -> new ChangeCount(e.getKey().point(), e.getKey().source(), e.getValue()))
                    .sorted(Comparator.comparing(ChangeCount::point).thenComparing(ChangeCount::source))
                    .toList();
        });
    }

    private Stream<Change> all(ChangeQuery query) {
        return chains.series().stream()
                .filter(series -> query.points().contains(series.point()) && query.from() < query.to())
                .flatMap(series ->
                        chains.instants(series).subMap(query.from(), true, query.to(), false).values().stream())
                .flatMap(chain -> change(chain, query).stream())
                .sorted(Comparator.comparingLong((Change c) -> c.after().seq()).reversed());
    }

    private Optional<Change> change(List<Logged> chain, ChangeQuery query) {
        Optional<Logged> before = inForce(chain, query.since());
        Optional<Logged> after = inForce(chain, query.until());
        return before.flatMap(was -> after.filter(
                        is -> known(query.since()).negate().test(is) && another(was.reading(), is.reading()))
                .map(is -> new Change(was, is)));
    }

    private static boolean another(Reading was, Reading is) {
        return was.position() != is.position()
                || was.numerator() != is.numerator()
                || was.denominator() != is.denominator();
    }

    @Override
    public Counts counts() {
        return locked(() -> {
            List<Series> known = chains.series();
            long inForce =
                    known.stream().mapToLong(s -> chains.instants(s).size()).sum();
            long ever = known.stream().flatMap(this::everything).count();
            return new Counts(inForce, ever - inForce, known.size());
        });
    }

    @Override
    public void close() {
        log.close();
    }

    private Stream<Logged> everything(Series series) {
        return chains.instants(series).values().stream().flatMap(List::stream);
    }

    private List<Logged> inForce(Series series, long from, long until, Knowledge asOf) {
        NavigableMap<Long, List<Logged>> instants = chains.instants(series);
        return from >= until
                ? List.of()
                : instants.subMap(from, true, until, false).values().stream()
                        .flatMap(chain -> inForce(chain, asOf).stream())
                        .toList();
    }

    private Optional<Logged> inForce(List<Logged> chain, Knowledge asOf) {
        return Chains.inForce(chain, known(asOf));
    }

    private Predicate<Logged> known(Knowledge asOf) {
        return logged -> asOf.has(partitioning.of(logged.reading().series()), logged);
    }

    private <T> List<T> perSeries(Set<String> points, Function<Series, Stream<T>> answer) {
        return chains.series().stream()
                .filter(series -> points.contains(series.point()))
                .flatMap(answer)
                .toList();
    }

    private static Summary summary(Series series, List<Logged> inForce) {
        List<Reading> readings = inForce.stream().map(Logged::reading).toList();
        List<Reading> plain =
                readings.stream().filter(reading -> !reading.isRatio()).toList();
        return new Summary(
                series,
                readings.size(),
                sum(plain, reading -> Math.floorDiv(reading.position(), 2L)),
                readings.stream().mapToLong(Reading::position).min().orElseThrow(),
                readings.stream().mapToLong(Reading::position).max().orElseThrow(),
                readings.get(readings.size() - 1),
                sum(readings, Reading::numerator),
                sum(readings, Reading::denominator));
    }

    private static BigInteger sum(List<Reading> readings, Function<Reading, Long> part) {
        return readings.stream().map(part).map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private <T> T locked(Supplier<T> answer) {
        lock.lock();
        try {
            log.demandOpen();
            return answer.get();
        } finally {
            lock.unlock();
        }
    }
}
