package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Warning;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warnings in maps, facts in a list. */
final class MemoryWarnings implements WarningLedger {
    private static final Comparator<Warning> OLDEST_FIRST =
            Comparator.comparing(Warning::raisedAt).thenComparing(Warning::id);
    private static final Comparator<Warning> NEWEST_FIRST = OLDEST_FIRST.reversed();

    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, String> marks = new HashMap<>();
    private final Map<String, SeriesState> states = new TreeMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final Map<String, Warning> warnings = new HashMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private long lastFact;

    @Override
    public synchronized long position(String consumer, int partition) {
        return positions.getOrDefault(consumer + "#" + partition, 0L);
    }

    @Override
    public synchronized void keep(Turn turn) {
        String owner = turn.consumer() + "#" + turn.partition();
        long now = position(turn.consumer(), turn.partition());
        positions.put(owner, Positions.moved(owner, now, turn.from(), turn.to()));
        turn.states().forEach(state -> {
            states.put(state.point() + "/" + state.subject(), state);
            partitions.put(state.point() + "/" + state.subject(), turn.partition());
        });
        turn.warnings().forEach(this::keep);
        turn.facts().forEach(this::keep);
        marks.putAll(turn.marks());
    }

    private void keep(Warning warning) {
        Optional<Warning> before = Optional.ofNullable(warnings.get(warning.id()));
        boolean told = warning.told() || before.map(Warning::told).orElse(false);
        warnings.put(warning.id(), with(warning, told, before.flatMap(Warning::acknowledgement)));
    }

    private void keep(Fact fact) {
        if (!facts.containsKey(fact.id())) {
            long number = ++lastFact;
            facts.put(
                    fact.id(),
                    new Fact(
                            fact.id(), number, fact.step(), fact.warning(), fact.tell(), fact.recordedAt(), fact.by()));
        }
    }

    private static Warning with(Warning warning, boolean told, Optional<Warning.Acknowledgement> acknowledgement) {
        return new Warning(
                warning.id(),
                warning.kind(),
                warning.point(),
                warning.subject(),
                warning.severity(),
                warning.status(),
                warning.firstAt(),
                warning.raisedAt(),
                warning.raisedValue(),
                warning.clearedAt(),
                told,
                acknowledgement);
    }

    @Override
    public void states(int partition, Consumer<SeriesState> sink) {
        List<SeriesState> own;
        synchronized (this) {
            own = states.entrySet().stream()
                    .filter(state -> partitions.getOrDefault(state.getKey(), 0) == partition)
                    .map(Map.Entry::getValue)
                    .toList();
        }
        own.forEach(sink);
    }

    /** Of all partitions. */
    synchronized List<SeriesState> allStates() {
        return List.copyOf(states.values());
    }

    @Override
    public synchronized Optional<String> mark(String name) {
        return Optional.ofNullable(marks.get(name));
    }

    @Override
    public synchronized List<Fact> facts(long after, int most) {
        return facts.values().stream()
                .filter(fact -> fact.number() > after)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Fact> factsOf(String warning) {
        return facts.values().stream()
                .filter(fact -> fact.warning().id().equals(warning))
                .toList();
    }

    @Override
    public synchronized Optional<Warning> warning(String id) {
        return Optional.ofNullable(warnings.get(id));
    }

    @Override
    public synchronized List<Warning> ofSeries(Collection<String> seriesKeys) {
        return warnings.values().stream()
                .filter(warning -> seriesKeys.contains(warning.point() + "/" + warning.subject()))
                .filter(warning -> warning.status() != Warning.Status.WITHDRAWN)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public synchronized List<Warning> find(Query query) {
        return matching(query)
                .sorted(NEWEST_FIRST)
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized long count(Query query) {
        return matching(query).count();
    }

    private Stream<Warning> matching(Query query) {
        return warnings.values().stream()
                .filter(one ->
                        query.open().map(open -> open == one.status().open()).orElse(true))
                .filter(one -> query.kind().map(kind -> kind == one.kind()).orElse(true))
                .filter(one -> query.point().map(one.point()::equals).orElse(true))
                .filter(one -> query.subjects().isEmpty() || query.subjects().contains(one.subject()))
                .filter(one -> query.raisedFrom()
                        .map(from -> !one.raisedAt().isBefore(from))
                        .orElse(true))
                .filter(one -> query.raisedUntil()
                        .map(until -> one.raisedAt().isBefore(until))
                        .orElse(true));
    }

    synchronized List<Warning> all() {
        return List.copyOf(warnings.values());
    }

    /** Takes away warnings with their facts; gives their ids. */
    synchronized Set<String> remove(Predicate<Warning> which) {
        Set<String> ids = warnings.values().stream()
                .filter(which)
                .map(Warning::id)
                .collect(Collectors.toCollection(HashSet::new));
        warnings.keySet().removeAll(ids);
        facts.values().removeIf(fact -> ids.contains(fact.warning().id()));
        return ids;
    }

    @Override
    public synchronized Optional<Warning> acknowledge(String id, Warning.Acknowledgement acknowledgement) {
        Optional<Warning> answered =
                warning(id).map(warning -> with(warning, warning.told(), Optional.of(acknowledgement)));
        answered.ifPresent(warning -> {
            warnings.put(id, warning);
            keep(Fact.acknowledged(warning, acknowledgement));
        });
        return answered;
    }
}
