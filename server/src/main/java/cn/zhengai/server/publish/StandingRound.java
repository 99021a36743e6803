package cn.zhengai.server.publish;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Change;
import cn.zhengai.core.reading.ChangeQuery;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.publish.Ranking;
import cn.zhengai.dashboards.publish.RankingPoints;
import cn.zhengai.dashboards.publish.StandingPoints;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Readings of subjects that are no persons: all of a span at first and when the lines changed, then each newest one and
 * what was corrected; and which stand worst. A reading about an instant before the newest that came late is published by the next process.
 */
final class StandingRound implements Round {
    private static final int MANY = 5_000;
    private final Publisher.Ports ports;
    private final Duration history;
    private final Map<Series, Reading> newest = new HashMap<>();
    private final Map<Series, Reading> given = new HashMap<>();
    private Optional<LinesBook> lines = Optional.empty();
    private Optional<LinesBook> nextLines = Optional.empty();
    private final RankingPoints ranks;
    private Knowledge known = Knowledge.NONE;
    private Knowledge nextKnown = Knowledge.NONE;

    StandingRound(Publisher.Ports ports, Duration history, boolean fresh) {
        this.ports = ports;
        this.history = history;
        this.ranks = new RankingPoints(ports.link(), fresh);
    }

    @Override
    public void publish(Instant now, Consumer<Point> out) {
        Catalogue catalogue = ports.catalogue().get();
        boolean same = lines.map(l -> l.catalogue().digest().equals(catalogue.digest()))
                .orElse(false);
        LinesBook book = same ? lines.get() : new LinesBook(catalogue);
        StandingPoints points = new StandingPoints(book, ports.link());
        if (!same) {
            lines.ifPresent(before -> gone(new StandingPoints(before, ports.link()), points, out));
        }
        nextLines = Optional.of(book);
        nextKnown = ports.readings().known();
        given.clear();
        List<Reading> last = new ArrayList<>();
        ports.readings().latest(points.points(), nextKnown, logged -> last.add(logged.reading()));
        List<Change> changes = same ? changes(points.points()) : List.of();
        boolean whole = !same || changes.size() == MANY;
        long from = now.minus(history).toEpochMilli();
        for (Reading reading : last) {
            if (whole) {
                earlier(reading, from).forEach(r -> points.of(r).forEach(out));
            }
            Reading before = newest.get(reading.series());
            if (whole || before == null || !before.sameAs(reading)) {
                points.newest(reading).forEach(out);
                given.put(reading.series(), reading);
            }
        }
        changes.forEach(change -> points.of(change.after().reading()).forEach(out));
        Ranking ranking = new Ranking(book, LocalDate.ofInstant(now, catalogue.zone()));
        last.forEach(ranking::add);
        ranks.of(ranking, out);
    }

    private void gone(StandingPoints before, StandingPoints now, Consumer<Point> out) {
        newest.values().stream()
                .filter(reading -> now.of(reading).isEmpty())
                .forEach(reading -> before.gone(reading).forEach(out));
    }

    private List<Reading> earlier(Reading reading, long from) {
        return reading.at() <= from
                ? List.of()
                : ports.readings().read(reading.series(), from, reading.at(), nextKnown).stream()
                        .map(Logged::reading)
                        .toList();
    }

    private List<Change> changes(Set<String> points) {
        ReadingStore store = ports.readings();
        return store.changes(ChangeQuery.of(known, nextKnown, points, MANY));
    }

    @Override
    public void kept() {
        lines = nextLines;
        known = nextKnown;
        newest.putAll(given);
        ranks.kept();
    }
}
