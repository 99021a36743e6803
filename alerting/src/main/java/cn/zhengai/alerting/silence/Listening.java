package cn.zhengai.alerting.silence;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Pace;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.SeriesIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What has been heard of every series, and what follows from it at an instant. Asks the store only for the points of
 * sources that have sent something since the last time, at the {@link Pace} it answers; a quiet minute costs one small
 * question to the ledger. For one thread.
 */
final class Listening {
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final SeriesIndex index;
    private final ReadingStore store;
    private final Intake intake;
    private final Supplier<Knowledge> end;
    private final InstantSource time;
    private final Pace pace;
    private final HeardTable heard = new HeardTable();
    private Map<String, Intake.SourceStanding> totals = Map.of();
    private @Nullable String digest;
    private @Nullable Coming coming;

    Listening(SilenceWatch.Ports ports, InstantSource time) {
        this.index = ports.index();
        this.store = ports.store();
        this.intake = ports.intake();
        this.end = ports.end();
        this.time = time;
        this.pace = new Pace(time);
    }

    /**
     * Takes note of what came since the last time, once the store has it: what was accepted may still be on its way there.
     *
     * @return whether it has heard what had come two minutes ago, or later
     */
    boolean listen(Catalogue catalogue) {
        Instant now = time.instant();
        Coming next = coming;
        if (next == null) {
            Map<String, Intake.SourceStanding> newest = new HashMap<>();
            intake.sources().forEach(s -> newest.put(s.source(), s));
            if (newest.equals(totals) && catalogue.digest().equals(digest)) {
                return true;
            }
            if (!pace.due()) {
                return false;
            }
            next = new Coming(now, newest, end.get());
            coming = next;
        }
        if (!next.isIn(store.known())) {
            return false;
        }
        Set<String> points = points(next.totals, catalogue);
        if (!points.isEmpty()) {
            pace.ask(() -> store.latest(points, ReadingStore.NOW, heard::put));
        }
        totals = next.totals;
        digest = catalogue.digest();
        coming = null;
        return !now.isAfter(next.seen.plus(FRESH));
    }

    private Set<String> points(Map<String, Intake.SourceStanding> newest, Catalogue catalogue) {
        Set<String> points = new HashSet<>();
        boolean all = !catalogue.digest().equals(digest);
        for (Intake.SourceStanding standing : newest.values()) {
            if (all || !standing.equals(totals.get(standing.source()))) {
                points.addAll(pointsOf(standing.source(), catalogue));
            }
        }
        return points;
    }

    /** What sources had sent at an instant, and where the log stood after it. */
    private record Coming(Instant seen, Map<String, Intake.SourceStanding> totals, Knowledge end) {
        boolean isIn(Knowledge known) {
            return IntStream.range(0, end.places().size()).allMatch(n -> known.through(n) >= end.through(n));
        }
    }

    private static Set<String> pointsOf(String source, Catalogue catalogue) {
        SourceMapping mapping = catalogue.sources().get(source);
        return mapping == null || mapping.points().isEmpty()
                ? catalogue.points().keySet()
                : mapping.points();
    }

    /** Every declared source that something is expected of, by id. */
    List<SourceSilence> standing(Catalogue catalogue, Instant now) {
        Memo memo = new Memo(new ExpectedBy(catalogue.calendar(), catalogue.zone()), catalogue);
        LocalDate today = LocalDate.ofInstant(now, catalogue.zone());
        Map<String, Tally> tallies = new TreeMap<>();
        for (Series series : index.since(0)) {
            String source = heard.source(series);
            if (source == null || heard.history(series)) {
                continue;
            }
            Optional<ControlPoint> point = expected(series, source, catalogue, today);
            if (point.isPresent()) {
                Tally tally = tallies.computeIfAbsent(source, s -> new Tally());
                tally.add(series, heard.at(series), memo.due(point.get(), heard.at(series)), now);
            }
        }
        List<SourceSilence> all = new ArrayList<>();
        tallies.forEach((source, tally) -> all.add(tally.of(source)));
        return all;
    }

    /** The point, when it is switched on, applies to a subject that exists, and the source still answers for it. */
    private static Optional<ControlPoint> expected(Series series, String source, Catalogue catalogue, LocalDate today) {
        SourceMapping mapping = catalogue.sources().get(source);
        if (mapping == null || (!mapping.points().isEmpty() && !mapping.points().contains(series.point()))) {
            return Optional.empty();
        }
        Optional<Subject> subject =
                catalogue.subject(series.subject()).filter(s -> s.life().on(today));
        return catalogue
                .point(series.point())
                .filter(p -> p.enabled() && subject.filter(p::appliesTo).isPresent());
    }

    /** Points of which anything was heard. */
    Set<String> points() {
        Set<String> points = new HashSet<>();
        for (Series series : index.since(0)) {
            if (heard.source(series) != null) {
                points.add(series.point());
            }
        }
        return points;
    }

    /** Newest instant of a series; empty when nothing was heard. */
    Optional<Instant> newest(String point, String subject) {
        return index.find(point, subject)
                .filter(series -> heard.source(series) != null)
                .map(series -> Instant.ofEpochMilli(heard.at(series)));
    }

    /** Dues of one round: thousands of series were read on the same day. */
    private static final class Memo {
        private final ExpectedBy rule;
        private final Catalogue catalogue;
        private final Map<Key, Optional<Due>> byDay = new HashMap<>();

        Memo(ExpectedBy rule, Catalogue catalogue) {
            this.rule = rule;
            this.catalogue = catalogue;
        }

        private record Key(String point, LocalDate day) {}

        Optional<Due> due(ControlPoint point, long at) {
            Instant last = Instant.ofEpochMilli(at);
            return switch (point.cadence()) {
                case REAL_TIME, HOURLY -> rule.after(point, last);
                default ->
                    byDay.computeIfAbsent(
                            new Key(point.id(), LocalDate.ofInstant(last, catalogue.zone())),
                            key -> rule.after(point, last));
            };
        }
    }

    /** One source while its series are counted. */
    private static final class Tally {
        private final List<Silent> silent = new ArrayList<>();
        private final Map<String, Integer> expected = new HashMap<>();
        private long newest = Long.MIN_VALUE;
        private @Nullable Instant next;
        private int soon;

        void add(Series series, long at, Optional<Due> due, Instant now) {
            newest = Math.max(newest, at);
            if (due.isEmpty()) {
                return;
            }
            expected.merge(series.point(), 1, Integer::sum);
            if (due.get().overdue(now)) {
                silent.add(new Silent(series, due.get()));
                return;
            }
            soon += due.get().overdue(now.plus(SilenceWatch.SETTLING)) ? 1 : 0;
            if (next == null || due.get().by().isBefore(next)) {
                next = due.get().by();
            }
        }

        SourceSilence of(String source) {
            return new SourceSilence(
                    source, expected, Instant.ofEpochMilli(newest), Optional.ofNullable(next), silent, soon);
        }
    }
}
