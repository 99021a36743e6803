package cn.zhengai.server.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.publish.OpenPoints;
import cn.zhengai.dashboards.publish.SharePoints;
import cn.zhengai.dashboards.publish.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Shares of today beside those of 52 weeks before, the same weekday; also of the weeks before, by today's rules, when there
 * are readings at last, and again whenever there are twice as many, for years may be filled in. And how many warnings are open.
 */
final class ShareRound implements Round {
    private static final int YEAR = 364;
    private static final int WEEK = 7;
    /** A yearly reading still counts in its next year. */
    private static final Duration LOOKS_BACK = Duration.ofDays(400);

    private static final int OPEN = 100_000;
    private static final int MORE = 2;

    private final Publisher.Ports ports;
    private final int weeks;
    private final Map<LocalDate, Tally> past = new HashMap<>();
    private long begunAt;
    private long nextBegunAt;

    ShareRound(Publisher.Ports ports, Duration history) {
        this.ports = ports;
        this.weeks = (int) (history.toDays() / WEEK);
    }

    @Override
    public void publish(Instant now, Consumer<Point> out) {
        Catalogue catalogue = ports.catalogue().get();
        LinesBook lines = new LinesBook(catalogue);
        LocalDate today = LocalDate.ofInstant(now, catalogue.zone());
        forgetOthers(lines, today);
        long known = ports.readings().known().places().stream()
                .mapToLong(Long::longValue)
                .sum();
        boolean begins = known > 0 && known / MORE >= begunAt;
        nextBegunAt = begins ? known : begunAt;
        if (begins) {
            past.clear();
            for (int week = weeks; week > 0; week--) {
                LocalDate day = today.minusDays((long) week * WEEK);
                SharePoints.of(past(lines, day), Optional.of(past(lines, day.minusDays(YEAR))))
                        .forEach(out);
            }
        }
        Tally tally = new Tally(lines, today);
        ports.readings().latest(points(catalogue), ReadingStore.NOW, logged -> tally.add(logged.reading()));
        Optional<Tally> lastYear = known > 0 ? Optional.of(past(lines, today.minusDays(YEAR))) : Optional.empty();
        SharePoints.of(tally, lastYear).forEach(out);
        new OpenPoints(catalogue, today)
                .of(ports.warnings().find(WarningLedger.Query.ofOpen(OPEN)))
                .forEach(out);
    }

    private void forgetOthers(LinesBook lines, LocalDate today) {
        past.entrySet()
                .removeIf(e -> !e.getValue().digest().equals(lines.catalogue().digest())
                        || (begunAt > 0 && !e.getKey().equals(today.minusDays(YEAR))));
    }

    /** As of the end of a day, as far as it is known today. */
    private Tally past(LinesBook lines, LocalDate day) {
        return past.computeIfAbsent(day, d -> {
            Tally tally = new Tally(lines, d);
            Instant end = d.plusDays(1).atStartOfDay(lines.catalogue().zone()).toInstant();
            ports.readings()
                    .summarise(
                            points(lines.catalogue()),
                            end.minus(LOOKS_BACK).toEpochMilli(),
                            end.toEpochMilli(),
                            ReadingStore.NOW,
                            summary -> tally.add(summary.last()));
            return tally;
        });
    }

    private static Set<String> points(Catalogue catalogue) {
        return catalogue.points().values().stream()
                .filter(ControlPoint::enabled)
                .map(ControlPoint::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void kept() {
        begunAt = nextBegunAt;
    }
}
