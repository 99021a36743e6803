package cn.zhengai.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.reading.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a store and the reference every question and compares the answers. */
final class Comparison {
    private final ReadingStore store;
    private final ReadingStore reference;
    private final List<Series> series;

    /** @param index has every series that may be asked for, and perhaps some that have no reading */
    Comparison(ReadingStore store, ReadingStore reference, SeriesIndex index) {
        this.store = store;
        this.reference = reference;
        this.series = index.since(0);
    }

    /** What was known when. */
    void compareKnowledge(Instant then) {
        assertThat(store.known()).isEqualTo(reference.known());
        assertThat(store.knownAt(then)).as("known at %s", then).isEqualTo(reference.knownAt(then));
    }

    /** Questions about a span and a state of knowledge. */
    void compare(Set<String> points, long from, long until, Knowledge asOf) {
        for (Series one : series) {
            assertThat(store.read(one, from, until, asOf))
                    .as("read %s from %s until %s as of %s", one, from, until, asOf)
                    .isEqualTo(reference.read(one, from, until, asOf));
        }
        assertThat(latest(store, points, asOf))
                .as("latest of %s as of %s", points, asOf)
                .containsExactlyInAnyOrderElementsOf(latest(reference, points, asOf));
        assertThat(sums(store, points, from, until, asOf))
                .as("sums of %s from %s until %s as of %s", points, from, until, asOf)
                .containsExactlyInAnyOrderElementsOf(sums(reference, points, from, until, asOf));
    }

    /** Sums of some series, also of some that nobody knows. */
    void compareSome(List<Series> wanted, long from, long until, Knowledge asOf) {
        assertThat(some(store, wanted, from, until, asOf))
                .as("sums of %s as of %s", wanted, asOf)
                .containsExactlyInAnyOrderElementsOf(some(reference, wanted, from, until, asOf));
    }

    /** What changed between two states of knowledge, all of it and page by page. */
    void compareChanges(ChangeQuery query) {
        assertThat(store.changes(query)).as("changes of %s", query).isEqualTo(reference.changes(query));
        assertThat(store.changed(query)).as("counts of %s", query).isEqualTo(reference.changed(query));
    }

    /** Questions about the order of the log. */
    void compareHistory(Knowledge asOf) {
        assertThat(byPartition(store.history(series, asOf)))
                .as("history as of %s", asOf)
                .isEqualTo(byPartition(reference.history(series, asOf)));
        List<Series> some = series.subList(0, Math.min(2, series.size()));
        assertThat(byPartition(store.history(some, asOf)))
                .as("history of %s as of %s", some, asOf)
                .isEqualTo(byPartition(reference.history(some, asOf)));
        assertThat(newest(store, asOf)).as("newest as of %s", asOf).isEqualTo(newest(reference, asOf));
    }

    /** The revisions of what was logged last, and the totals. */
    void compareRevisionsAndCounts() {
        List<Logged> all = reference.history(series, ReadingStore.NOW);
        all.subList(Math.max(0, all.size() - 40), all.size()).stream()
                .map(Logged::reading)
                .map(reading -> new Key(reading.series(), reading.at()))
                .distinct()
                .forEach(key -> assertThat(store.revisions(key.series, key.at))
                        .as("revisions of %s", key)
                        .isEqualTo(reference.revisions(key.series, key.at)));
        assertThat(store.counts()).isEqualTo(reference.counts());
    }

    /** Numbers order what is in one partition. */
    private Map<Integer, List<Logged>> byPartition(List<Logged> history) {
        assertThat(history).extracting(Logged::seq).isSorted();
        return history.stream()
                .collect(Collectors.groupingBy(
                        logged -> reference.partitionOf(logged.reading().series())));
    }

    private static List<Logged> latest(ReadingStore asked, Set<String> points, Knowledge asOf) {
        List<Logged> all = new ArrayList<>();
        asked.latest(points, asOf, all::add);
        return all;
    }

    private static List<Summary> sums(ReadingStore asked, Set<String> points, long from, long until, Knowledge asOf) {
        List<Summary> all = new ArrayList<>();
        asked.summarise(points, from, until, asOf, all::add);
        return all;
    }

    private List<Summary> some(ReadingStore asked, List<Series> wanted, long from, long until, Knowledge asOf) {
        List<Summary> all = new ArrayList<>();
        asked.summariseSeries(wanted, from, until, asOf, all::add);
        return all;
    }

    private static Map<Series, Long> newest(ReadingStore asked, Knowledge asOf) {
        Map<Series, Long> all = new HashMap<>();
        asked.newest(
                asOf,
                (one, at) ->
                        assertThat(all.put(one, at)).as("told twice: %s", one).isNull());
        return all;
    }

    private record Key(Series series, long at) {}
}
