package cn.zhengai.alerting.scorecard;

import cn.zhengai.alerting.silence.ExpectedBy;
import cn.zhengai.alerting.silence.SilenceReport;
import cn.zhengai.alerting.silence.SourceSilence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Intake.SourceStanding;
import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.Provenance.Dispute;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scorecards of all sources: two questions to the readings, over the last {@value #SCHOOL_DAYS} school days. A worker
 * renews them every minute, so that pages do not wait. Safe for use by many threads.
 */
public final class Scorecards {
    public static final int SCHOOL_DAYS = 30;
    /** Disputes that are listed. */
    public static final int MOST_DISPUTES = 200;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RESTS = 10;

    private final Supplier<Catalogue> catalogue;
    private final Supplier<SilenceReport> silence;
    private final Provenance provenance;
    private final Intake intake;
    private final InstantSource time;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Sheet last;
    private volatile Duration took = Duration.ZERO;

    /** @param silence how the sources stood when last listened to */
    public Scorecards(
            Supplier<Catalogue> catalogue,
            Supplier<SilenceReport> silence,
            Provenance provenance,
            Intake intake,
            InstantSource time) {
        this.catalogue = catalogue;
        this.silence = silence;
        this.provenance = provenance;
        this.intake = intake;
        this.time = time;
    }

    /**
     * All of it at one instant.
     *
     * @param cards declared sources in declared order, then others that have sent something
     * @param disputes newest instants first
     */
    public record Sheet(
            Instant at, String catalogue, SilenceReport silence, List<Scorecard> cards, List<Dispute> disputes) {
        public Optional<Scorecard> of(String source) {
            return cards.stream().filter(c -> c.source().equals(source)).findFirst();
        }
    }

    /**
     * For pages: two minutes old, or a little more where counting takes long; computed only when nobody has renewed it.
     *
     * @throws cn.zhengai.core.port.PortException when readings or ledger do not answer
     */
    public Sheet now() {
        Duration oldest = PATIENCE.plus(took.multipliedBy(RESTS));
        Sheet known = last;
        return known != null && younger(known, oldest) ? known : counted(oldest);
    }

    /**
     * For the worker that goes round every minute: of now, unless counting takes so long that it would be busy with
     * nothing else; then as old as ten times that.
     */
    public Sheet renewed() {
        return counted(took.multipliedBy(RESTS));
    }

    private Sheet counted(Duration oldest) {
        renewing.lock();
        try {
            Sheet meanwhile = last;
            if (meanwhile != null && younger(meanwhile, oldest)) {
                return meanwhile;
            }
            Instant begun = time.instant();
            Sheet fresh = count(catalogue.get(), silence.get(), begun);
            took = Duration.between(begun, time.instant());
            last = fresh;
            return fresh;
        } finally {
            renewing.unlock();
        }
    }

    private boolean younger(Sheet sheet, Duration oldest) {
        Duration old = Duration.between(sheet.at(), time.instant());
        return sheet.catalogue().equals(catalogue.get().digest()) && !old.isNegative() && old.compareTo(oldest) < 0;
    }

    private Sheet count(Catalogue current, SilenceReport report, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, current.zone());
        LocalDate from = current.calendar().schoolDaysBack(today, SCHOOL_DAYS);
        long begin = from.atStartOfDay(current.zone()).toInstant().toEpochMilli();
        long offset = current.zone().getRules().getOffset(now).getTotalSeconds() * 1000L;
        Map<String, Counting> counted = new HashMap<>();
        provenance.supplied(
                begin,
                Long.MAX_VALUE,
                offset,
                row -> counted.computeIfAbsent(row.source(), s -> new Counting())
                        .add(row));
        List<Dispute> disputes = provenance.disputes(begin, Long.MAX_VALUE, MOST_DISPUTES);
        Map<String, SourceStanding> standings = new HashMap<>();
        intake.sources().forEach(s -> standings.put(s.source(), s));
        Set<String> ids = new LinkedHashSet<>(current.sources().keySet());
        ids.addAll(new TreeSet<>(standings.keySet()));
        Set<String> heard = new HashSet<>(report.heard());
        counted.values().forEach(c -> heard.addAll(c.points()));
        Window window = new Window(current, report, heard, from, now, disputes);
        List<Scorecard> cards = new ArrayList<>();
        for (String id : ids) {
            cards.add(
                    window.card(id, Optional.ofNullable(standings.get(id)), counted.getOrDefault(id, new Counting())));
        }
        return new Sheet(now, current.digest(), report, cards, disputes);
    }

    /** What all cards of a sheet share. */
    private record Window(
            Catalogue catalogue,
            SilenceReport report,
            Set<String> heard,
            LocalDate from,
            Instant now,
            List<Dispute> disputes) {

        Scorecard card(String id, Optional<SourceStanding> standing, Counting counted) {
            Optional<SourceSilence> listened = report.source(id);
            Map<String, Integer> series =
                    listened.map(SourceSilence::expectedOf).orElse(Map.of());
            Periods rule = new Periods(new ExpectedBy(catalogue.calendar(), catalogue.zone()), catalogue.zone());
            List<PointSupply> points = new ArrayList<>();
            for (String point : new TreeSet<>(series.keySet())) {
                ControlPoint known = catalogue.points().get(point);
                if (known != null) {
                    points.add(counted.point(known, series.getOrDefault(point, 0), rule, from, now));
                }
            }
            long accepted = standing.map(SourceStanding::accepted).orElse(0L);
            long rejected = standing.map(s -> s.rejected().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .orElse(0L);
            return new Scorecard(
                    id,
                    from,
                    standing.flatMap(SourceStanding::newestAt),
                    standing.map(SourceStanding::lastBatchAt),
                    listened.map(SourceSilence::expected).orElse(0),
                    listened.map(h -> h.silent().size()).orElse(0),
                    listened.flatMap(SourceSilence::since),
                    listened.flatMap(SourceSilence::nextDue),
                    counted.lag(),
                    new Share(accepted, accepted + rejected),
                    disputes.stream().filter(d -> speaksIn(d, id)).count(),
                    points,
                    neverConnected(id));
        }

        private static boolean speaksIn(Dispute dispute, String source) {
            return dispute.said().stream().anyMatch(l -> l.head().source().equals(source));
        }

        private List<String> neverConnected(String id) {
            SourceMapping mapping = catalogue.sources().get(id);
            if (mapping == null || report.at().equals(Instant.EPOCH)) {
                return List.of();
            }
            return mapping.points().stream()
                    .filter(p -> !heard.contains(p))
                    .filter(p ->
                            catalogue.point(p).filter(ControlPoint::enabled).isPresent())
                    .sorted()
                    .toList();
        }
    }
}
