package cn.zhengai.core.version;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.version.CatalogueVersion.Head;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Editions of kept versions; each is read when it is first asked for. */
public final class KeptEditions implements Editions {
    private final Supplier<List<Head>> heads;
    private final IntFunction<Catalogue> reader;

    /**
     * @param heads all versions, by number, at least one; asked anew by each call
     * @param reader a version's catalogue by its number; expected to remember
     */
    public KeptEditions(Supplier<List<Head>> heads, IntFunction<Catalogue> reader) {
        this.heads = heads;
        this.reader = reader;
    }

    @Override
    public List<Head> heads() {
        return heads.get();
    }

    private Edition edition(Head head) {
        return new Edition(reader.apply(head.number()), Optional.of(head));
    }

    @Override
    public Edition on(LocalDate day) {
        return edition(Timeline.of(heads()).on(day).orElseThrow());
    }

    @Override
    public Optional<Edition> ofCycle(String cycle, LocalDate today) {
        Timeline timeline = Timeline.of(heads());
        Optional<Cycle> declared = declared(timeline, cycle, today);
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = declared.get().until().minusDays(1);
        LocalDate day = last.isBefore(today) ? last : today;
        List<Head> candidates = new ArrayList<>();
        timeline.on(day).ifPresent(candidates::add);
        candidates.addAll(timeline.after(day));
        return candidates.stream()
                .map(this::edition)
                .filter(e -> e.catalogue().cycle(cycle).isPresent())
                .findFirst();
    }

    /** By the version in force today, or the nearest before, or the nearest after it that knows the cycle. */
    private Optional<Cycle> declared(Timeline timeline, String cycle, LocalDate today) {
        List<Head> order = new ArrayList<>(timeline.until(today));
        Collections.reverse(order);
        order.addAll(timeline.after(today));
        return order.stream()
                .flatMap(head -> reader.apply(head.number()).cycle(cycle).stream())
                .findFirst();
    }

    @Override
    public Optional<Edition> ofDigest(String digest) {
        return newestFirst().stream()
                .filter(head -> head.digest().equals(digest))
                .findFirst()
                .map(this::edition);
    }

    @Override
    public Optional<Edition> version(int number) {
        return heads().stream()
                .filter(head -> head.number() == number)
                .findFirst()
                .map(this::edition);
    }

    private List<Head> newestFirst() {
        List<Head> newestFirst = new ArrayList<>(heads());
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
