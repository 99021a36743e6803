package cn.zhengai.server.run;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.port.WarningLedger.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Of several instances one at a time does work that is harmless but needless to do twice, such as asking a database.
 * Kept in the ledger as a mark with a fenced place; whoever does not come back has lost it after the term. Clocks that
 * differ make two do the work for a moment, never none for long. For one thread.
 */
final class Lease implements BooleanSupplier {
    static final String PREFIX = "lease/";

    private final WarningLedger ledger;
    private final String name;
    private final String holder;
    private final InstantSource time;
    private final Duration term;
    private final Runnable gained;
    private Instant renewAt = Instant.MIN;

    /**
     * A lease that nobody has yet.
     *
     * @param work what is done by one, e.g. {@code pull}
     * @param holder name of this instance, which no other has; without blanks
     * @param gained told when it was somebody else's or nobody's until now
     */
    Lease(WarningLedger ledger, String work, String holder, InstantSource time, Duration term, Runnable gained) {
        this.ledger = ledger;
        this.name = PREFIX + work;
        this.holder = holder;
        this.time = time;
        this.term = term;
        this.gained = gained;
    }

    /** Is the work ours now? Asks for it when nobody has it, and keeps it when it is. */
    @Override
    public boolean getAsBoolean() {
        Instant now = time.instant();
        if (now.isBefore(renewAt) && renewAt.isBefore(now.plus(term))) {
            return true;
        }
        long place = ledger.position(name, 0);
        Optional<Held> held = ledger.mark(name).map(Held::parse);
        if (held.filter(other -> !other.by.equals(holder) && other.holds(now, term))
                .isPresent()) {
            renewAt = Instant.MIN;
            return false;
        }
        boolean ours = held.filter(before -> before.by.equals(holder)).isPresent();
        boolean taken = take(place, now);
        if (taken && !ours) {
            gained.run();
        }
        return taken;
    }

    /** Until when the work of a mark is somebody's who does not give it up; empty when it is no mark of a lease. */
    static Optional<Instant> heldUntil(String name, String mark) {
        return name.startsWith(PREFIX) ? Optional.of(Held.parse(mark).until) : Optional.empty();
    }

    private boolean take(long place, Instant now) {
        Map<String, String> mark = Map.of(name, new Held(holder, now.plus(term)).text());
        try {
            ledger.keep(new Turn(name, 0, place, place + 1, List.of(), List.of(), List.of(), mark));
        } catch (PortException failed) {
            renewAt = Instant.MIN;
            if (failed.trouble() == Trouble.STALE) {
                return false;
            }
            throw failed;
        }
        renewAt = now.plus(term.dividedBy(2));
        return true;
    }

    private record Held(String by, Instant until) {
        String text() {
            return by + " " + until.toEpochMilli();
        }

        /** One that ends later than any that is taken now was written before the clock was set back. */
        boolean holds(Instant now, Duration term) {
            return now.isBefore(until) && !until.isAfter(now.plus(term));
        }

        static Held parse(String text) {
            int blank = text.lastIndexOf(' ');
            return new Held(text.substring(0, blank), Instant.ofEpochMilli(Long.parseLong(text.substring(blank + 1))));
        }
    }
}
