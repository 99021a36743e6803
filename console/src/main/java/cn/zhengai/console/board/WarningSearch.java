package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Warnings by what people ask for: unit and level are turned into the subjects the ledger knows. */
public final class WarningSearch {
    private static final int MOST_SUBJECTS = 10_000;
    private static final Comparator<Warning> NEWEST_FIRST =
            Comparator.comparing(Warning::raisedAt).thenComparing(Warning::id).reversed();

    private final Supplier<Catalogue> catalogue;
    private final WarningLedger ledger;

    public WarningSearch(Supplier<Catalogue> catalogue, WarningLedger ledger) {
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    /** Newest first. */
    public Found find(Wanted wanted) {
        List<Collection<String>> portions = portions(wanted);
        if (portions.size() == 1) {
            Query query = query(wanted, portions.get(0), wanted.offset(), wanted.limit());
            return new Found(ledger.find(query), ledger.count(query));
        }
        List<Warning> all = new ArrayList<>();
        long total = 0;
        for (Collection<String> portion : portions) {
            Query query = query(wanted, portion, 0, wanted.offset() + wanted.limit());
            all.addAll(ledger.find(query));
            total += ledger.count(query);
        }
        List<Warning> page = all.stream()
                .sorted(NEWEST_FIRST)
                .skip(wanted.offset())
                .limit(wanted.limit())
                .toList();
        return new Found(page, total);
    }

    /** One empty portion means any subject; no portion means that none fits. */
    private List<Collection<String>> portions(Wanted wanted) {
        if (wanted.subject().isPresent()) {
            return List.of(List.of(wanted.subject().get()));
        }
        if (wanted.unit().isEmpty() && wanted.levels().isEmpty()) {
            return List.of(List.of());
        }
        List<String> ids = subjects(wanted);
        List<Collection<String>> portions = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST_SUBJECTS) {
            portions.add(ids.subList(from, Math.min(ids.size(), from + MOST_SUBJECTS)));
        }
        return portions;
    }

    private List<String> subjects(Wanted wanted) {
        Catalogue current = catalogue.get();
        Optional<Set<String>> units = wanted.unit().map(u -> current.tree().subtree(u));
        Stream<String> named = current.subjects().values().stream()
                .filter(s -> wanted.levels().isEmpty() || wanted.levels().contains(s.level()))
                .filter(s -> units.map(below -> below.contains(s.unit())).orElse(true))
                .map(Subject::id);
        return Stream.concat(named, wanted.sources() ? ofSources(current) : Stream.empty())
                .toList();
    }

    private static Stream<String> ofSources(Catalogue current) {
        return current.sources().keySet().stream().flatMap(id -> Stream.of(id, Warning.ofSource(id)));
    }

    private static Query query(Wanted wanted, Collection<String> subjects, int offset, int limit) {
        return new Query(
                wanted.open(), wanted.kind(), wanted.point(), subjects, wanted.from(), wanted.until(), offset, limit);
    }

    /**
     * What to look for; empty means any.
     *
     * @param unit id; the warning's subject belongs to it or to anything below it
     * @param sources with {@code levels} and without a unit: also those that speak about a source
     * @param from raised at or after; {@code until} raised before
     */
    public record Wanted(
            Optional<Boolean> open,
            Optional<WarningKind> kind,
            Optional<String> point,
            Optional<String> subject,
            Optional<String> unit,
            Set<Level> levels,
            boolean sources,
            Optional<Instant> from,
            Optional<Instant> until,
            int offset,
            int limit) {

        /** Open ones of some levels. */
        public static Wanted open(Set<Level> levels, boolean sources, int limit) {
            return new Wanted(
                    Optional.of(true),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    levels,
                    sources,
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    limit);
        }
    }

    /** One page and the number over all pages. */
    public record Found(List<Warning> warnings, long total) {}
}
