package cn.zhengai.console.board;

import cn.zhengai.alerting.scorecard.Scorecards;
import cn.zhengai.collector.pull.PullStanding;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.version.Editions;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Warning;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Everything answers are read from.
 *
 * @param pulls how each database stands that was asked
 * @param channels over which notices leave
 */
public record Records(
        Supplier<Catalogue> catalogue,
        SeriesIndex index,
        ReadingStore readings,
        Ledger ledger,
        BandBoard board,
        Scorecards scorecards,
        Supplier<List<PullStanding>> pulls,
        Discretion discretion,
        Set<String> channels,
        Editions editions,
        InstantSource time) {

    public WarningSearch warnings() {
        return new WarningSearch(catalogue, ledger.warnings());
    }

    /** Number of notices, by channel, that wait until somebody sets the channel up. */
    public Map<String, Long> unconfigured() {
        Map<String, Long> waiting = new TreeMap<>(ledger.outbox().waiting());
        waiting.keySet().removeAll(channels);
        return waiting;
    }

    /** A notice's title; where persons are withheld, one about a person says which point and not who. */
    public String titleOf(Notice notice) {
        Catalogue now = catalogue.get();
        Optional<Warning> warning = ledger.warnings().warning(notice.warning());
        if (warning.flatMap(Warning::source).isPresent()) {
            return notice.title();
        }
        Optional<ControlPoint> point = warning.flatMap(w -> now.point(w.point()));
        boolean hidden = point.map(p -> discretion.hides(p.level())).orElse(!discretion.personalOpen());
        if (!hidden) {
            return notice.title();
        }
        String kind = notice.title().substring(0, notice.title().indexOf('】') + 1);
        return kind + point.map(p -> p.name() + " · 一名" + p.level().chinese()).orElse("（内容不在此处显示）");
    }

    /** Levels whose subjects, and their warnings, are listed one by one. */
    public Set<Level> listed() {
        return Arrays.stream(Level.values())
                .filter(l -> !discretion.hides(l))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Level.class)));
    }

    /** Open warnings of a level of persons by point, points without any left out. */
    public List<OpenGroup> openOfPersons(Level level) {
        Catalogue now = catalogue.get();
        return now.pointsOf(level).stream()
                .filter(ControlPoint::enabled)
                .map(p -> OpenGroup.of(p, now, ledger.warnings(), discretion))
                .flatMap(Optional::stream)
                .toList();
    }

    public SeriesLook series() {
        return new SeriesLook(this);
    }
}
