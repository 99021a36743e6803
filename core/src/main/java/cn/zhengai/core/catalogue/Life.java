package cn.zhengai.core.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a unit or subject exists, and whose place it takes (存续期). Ids are for ever: a renamed one keeps its id; merged and
 * split ones end, and their successors name them.
 *
 * @param from first day; empty: always was
 * @param until the day after the last; empty: until further notice
 * @param succeeds ids of what it took over from, of its own kind
 */
public record Life(Optional<LocalDate> from, Optional<LocalDate> until, List<String> succeeds) {
    /** Always was, goes on, succeeds nobody. */
    public static final Life ALWAYS = new Life(Optional.empty(), Optional.empty(), List.of());

    public Life {
        succeeds = List.copyOf(succeeds);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("ends before it begins: " + from.get() + ".." + until.get());
        }
    }

    /** Does it begin or end at all? */
    public boolean limited() {
        return from.isPresent() || until.isPresent();
    }

    public boolean on(LocalDate day) {
        return !endedOn(day) && from.map(first -> !first.isAfter(day)).orElse(true);
    }

    /** Is it over on that day? */
    public boolean endedOn(LocalDate day) {
        return until.map(end -> !end.isAfter(day)).orElse(false);
    }

    public boolean on(Instant instant, ZoneId zone) {
        return on(LocalDate.ofInstant(instant, zone));
    }

    /** On at least one day of the cycle. */
    public boolean during(Cycle cycle) {
        return from.map(first -> first.isBefore(cycle.until())).orElse(true)
                && until.map(end -> end.isAfter(cycle.from())).orElse(true);
    }
}
