package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.measure.BandCounts;
import cn.zhengai.core.port.Pace;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts all series by band from their latest readings and keeps the answer for a while: one caller renews it, the
 * others meanwhile get the old one. A change of the catalogue renews it at once. Safe for use by many threads.
 */
public final class BandBoard {
    /** Who would have to wait longer for a new answer gets the old one while it is made. */
    private static final Duration WORTH_WAITING = Duration.ofSeconds(1);

    private final Supplier<Catalogue> catalogue;
    private final ReadingStore readings;
    private final Duration age;
    private final InstantSource time;
    private final Pace pace;
    private final ReentrantLock renewing = new ReentrantLock();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicReference<@Nullable PortException> failure = new AtomicReference<>();
    private volatile @Nullable Board last;

    /** @param age how old an answer may be; older where the store takes so long to answer that it would do little else */
    public BandBoard(Supplier<Catalogue> catalogue, ReadingStore readings, Duration age, InstantSource time) {
        this.catalogue = catalogue;
        this.readings = readings;
        this.age = age;
        this.time = time;
        this.pace = new Pace(time);
    }

    /** @throws cn.zhengai.core.port.PortException when the store does not answer */
    public Board now() {
        Catalogue current = catalogue.get();
        Board known = last;
        if (known != null && fresh(known, current)) {
            return known;
        }
        if (known != null && sameRules(known, current) && pace.took().compareTo(WORTH_WAITING) > 0) {
            PortException failed = failure.getAndSet(null);
            if (failed != null) {
                throw failed;
            }
            renewLater(current);
            return known;
        }
        if (known == null || !sameRules(known, current)) {
            renewing.lock();
        } else if (!renewing.tryLock()) {
            return known;
        }
        try {
            return renewed(current);
        } finally {
            renewing.unlock();
        }
    }

    private Board renewed(Catalogue current) {
        Board meanwhile = last;
        if (meanwhile != null && fresh(meanwhile, current)) {
            return meanwhile;
        }
        Board renewed = count(current, linesOf(current, meanwhile), time.instant());
        last = renewed;
        return renewed;
    }

    /** In a thread of its own; how it failed is for who asks next, and then it is tried again. */
    private void renewLater(Catalogue current) {
        if (begun.compareAndSet(false, true)) {
            Thread thread = new Thread(() -> renewHere(current), "board");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void renewHere(Catalogue current) {
        renewing.lock();
        try {
            renewed(current);
        } catch (PortException failed) {
            failure.set(failed);
        } finally {
            renewing.unlock();
            begun.set(false);
        }
    }

    private static LinesBook linesOf(Catalogue catalogue, @Nullable Board before) {
        return before != null && sameRules(before, catalogue) ? before.lines() : new LinesBook(catalogue);
    }

    private boolean fresh(Board board, Catalogue current) {
        Duration old = Duration.between(board.computedAt(), time.instant());
        return sameRules(board, current) && !old.isNegative() && (old.compareTo(age) < 0 || !pace.due());
    }

    private static boolean sameRules(Board board, Catalogue current) {
        return board.lines().catalogue().digest().equals(current.digest());
    }

    private Board count(Catalogue catalogue, LinesBook lines, Instant now) {
        Map<String, ControlPoint> points = catalogue.points().values().stream()
                .filter(ControlPoint::enabled)
                .collect(Collectors.toMap(ControlPoint::id, p -> p, (a, b) -> a, LinkedHashMap::new));
        LocalDate today = LocalDate.ofInstant(now, catalogue.zone());
        Map<String, Map<Band, Long>> counted = new HashMap<>();
        points.keySet().forEach(id -> counted.put(id, new EnumMap<>(Band.class)));
        pace.ask(() -> readings.latest(
                points.keySet(), ReadingStore.NOW, logged -> add(logged, points, lines, today, counted)));
        Map<String, BandCounts> byPoint = new HashMap<>();
        Map<Level, BandCounts> byLevel = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            byLevel.put(level, BandCounts.NONE);
        }
        points.forEach((id, point) -> {
            long applies = catalogue.subjects().values().stream()
                    .filter(s -> counted(point, s, today))
                    .count();
            BandCounts counts = counts(counted.getOrDefault(id, Map.of()), applies);
            byPoint.put(id, counts);
            byLevel.merge(point.level(), counts, BandCounts::plus);
        });
        return new Board(now, lines, byPoint, byLevel);
    }

    /** What has ended, or has yet to begin, counts no more than what the point does not apply to. */
    private static boolean counted(ControlPoint point, Subject subject, LocalDate today) {
        return point.appliesTo(subject) && subject.life().on(today);
    }

    private static void add(
            Logged logged,
            Map<String, ControlPoint> points,
            LinesBook lines,
            LocalDate today,
            Map<String, Map<Band, Long>> counted) {
        ControlPoint point = points.get(logged.reading().series().point());
        Map<Band, Long> counts = counted.get(logged.reading().series().point());
        Subject subject =
                lines.catalogue().subjects().get(logged.reading().series().subject());
        if (point != null && counts != null && subject != null && counted(point, subject, today)) {
            counts.merge(lines.band(point, subject, logged.reading()), 1L, Long::sum);
        }
    }

    private static BandCounts counts(Map<Band, Long> counted, long applies) {
        long known = counted.values().stream().mapToLong(Long::longValue).sum();
        Map<Band, Long> counts = new EnumMap<>(Band.class);
        counts.putAll(counted);
        counts.put(Band.UNKNOWN, Math.max(0, applies - known));
        return new BandCounts(counts);
    }
}
