package cn.zhengai.alerting.reason;

import cn.zhengai.alerting.silence.Due;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.version.Edition;
import cn.zhengai.core.version.Editions;
import cn.zhengai.core.version.Timeline;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why data were missed: the newest reading that was known when it was looked, when the next was due by cadence and calendar
 * of that day's catalogue, and what ended the wait. Derived from the log, not from what the watch remembers, and compared
 * with what was kept. Worked: daily, read on 2026-11-23; the 24th lacks its reading from the end of the 25th.
 *
 * @param sums derives those that speak about a source
 */
record SilenceReasons(Editions editions, ReadingStore store, SourceReasons sums) {
    private static final Duration NEAR = Duration.ofMinutes(1);

    /** @param node the warning, with its label */
    Explanation explain(Explanation node, Warning warning, List<Fact> facts, int limit) {
        Optional<Fact> raised = step(facts, Step.RAISED);
        if (raised.isEmpty()) {
            return node.by("发出它的记录已按保存期限清除，无法推算", "");
        }
        Instant look = raised.get().recordedAt();
        Awaited then = on(look);
        if (warning.source().isPresent()) {
            return sums.explain(node, warning, then, look, limit);
        }
        Series series = Series.named(warning.point(), warning.subject());
        List<Optional<Logged>> heard = around(series, look);
        Optional<Logged> last = heard.stream()
                .filter(newest -> newest.flatMap(then::due)
                        .filter(owed -> isOf(warning, owed))
                        .isPresent())
                .findFirst()
                .orElse(heard.get(0));
        Optional<Due> due = last.flatMap(then::due);
        if (due.isEmpty()) {
            return node.by("按当时所知的采集值和目录推算不出这条预警", "")
                    .compared(new Agreement(
                            Agreement.State.DIFFERS, kept(warning, then.rules().zone())));
        }
        ControlPoint point = then.rules().point(warning.point()).orElseThrow();
        ZoneId zone = then.rules().zone();
        Optional<Ending> ending = ending(warning, series, facts);
        List<Explanation> parts = new ArrayList<>();
        parts.add(part("最后一个采集值", last.get(), point, zone));
        ending.flatMap(Ending::reading).ifPresent(back -> parts.add(part("恢复报送的采集值", back, point, zone)));
        boolean same = isOf(warning, due.get())
                && warning.raisedValue() == Micros.position(Micros.ofWhole(1), false)
                && ending.map(Ending::agrees).orElse(true);
        return node.by(
                        sentence(then, last.get(), due.get(), look)
                                + ending.map(end -> "；" + end.sentence()).orElse("；尚未恢复"),
                        "目录：质控点 " + point.id() + "，" + then.cadence(point) + "；校历")
                .compared(new Agreement(same ? Agreement.State.EQUAL : Agreement.State.DIFFERS, kept(warning, zone)))
                .from(parts, 0);
    }

    /** By what was in force when it was looked: of the versions that were kept by then. */
    private Awaited on(Instant look) {
        ZoneId zone = editions.on(LocalDate.ofInstant(look, ZoneOffset.UTC))
                .catalogue()
                .zone();
        LocalDate day = LocalDate.ofInstant(look, zone);
        Timeline known = Timeline.of(editions.heads().stream()
                .filter(head -> !head.recordedAt().isAfter(look))
                .toList());
        Edition then =
                known.on(day).flatMap(head -> editions.version(head.number())).orElseGet(() -> editions.on(day));
        return new Awaited(then.catalogue());
    }

    private static Optional<Fact> step(List<Fact> facts, Step step) {
        return facts.stream().filter(fact -> fact.step() == step).findFirst();
    }

    private static boolean isOf(Warning warning, Due due) {
        return due.from().equals(warning.firstAt()) && due.by().equals(warning.raisedAt());
    }

    /**
     * What may have been the newest reading of a series at a look: by the clocks first, then for every place of the log a
     * {@link #NEAR moment} around. A batch gets its time before it is in the log, so the clocks alone cannot say.
     */
    private List<Optional<Logged>> around(Series series, Instant look) {
        int partition = store.partitionOf(series);
        long before = store.knownAt(look.minus(NEAR)).through(partition);
        List<Logged> history = store.history(List.of(series), store.knownAt(look.plus(NEAR)));
        Set<Long> places = new LinkedHashSet<>(List.of(store.knownAt(look).through(partition)));
        history.stream().map(Logged::seq).filter(seq -> seq > before).forEach(places::add);
        places.add(before);
        return places.stream()
                .map(through -> history.stream()
                        .filter(logged -> logged.seq() <= through)
                        .reduce((one, other) -> later(one, other) ? other : one))
                .distinct()
                .toList();
    }

    private static boolean later(Logged one, Logged other) {
        long apart = other.reading().at() - one.reading().at();
        return apart > 0 || apart == 0 && other.prevailsOver(one);
    }

    private static String sentence(Awaited then, Logged last, Due due, Instant look) {
        ZoneId zone = then.rules().zone();
        return "最后一个采集值说的是 " + time(last.reading().at(), zone) + "，" + Runs.day(due.from(), zone) + " 起的一个最晚应在 "
                + Runs.day(due.by(), zone) + " 之前到；" + Runs.day(look, zone) + " 查看时没有";
    }

    /**
     * What ended the wait.
     *
     * @param agrees with what is kept
     */
    private record Ending(String sentence, Optional<Logged> reading, boolean agrees) {}

    private Optional<Ending> ending(Warning warning, Series series, List<Fact> facts) {
        Optional<Fact> over = step(facts, Step.CLEARED).or(() -> step(facts, Step.WITHDRAWN));
        return over.map(fact -> {
            List<Ending> endings = around(series, fact.recordedAt()).stream()
                    .map(heard -> ending(warning, fact, on(fact.recordedAt()), heard))
                    .toList();
            return endings.stream().filter(Ending::agrees).findFirst().orElse(endings.get(0));
        });
    }

    private static Ending ending(Warning warning, Fact fact, Awaited then, Optional<Logged> heard) {
        boolean came = heard.filter(l -> l.reading().at() >= warning.firstAt().toEpochMilli())
                .isPresent();
        return fact.step() == Step.CLEARED
                ? cleared(warning, then, heard.filter(l -> came), fact.recordedAt())
                : withdrawn(then, Series.named(warning.point(), warning.subject()), heard, came, fact.recordedAt());
    }

    private static Ending cleared(Warning warning, Awaited then, Optional<Logged> heard, Instant look) {
        ZoneId zone = then.rules().zone();
        boolean agrees = heard.isPresent()
                && warning.clearedAt().filter(look::equals).isPresent()
                && then.due(heard.get()).filter(due -> due.overdue(look)).isEmpty();
        return new Ending(
                heard.map(l -> Runs.day(look, zone) + " 查看时 " + time(l.reading().at(), zone) + " 的采集值（采集记录第 " + l.seq()
                                + " 条）已到，解除")
                        .orElse("推算不出是哪个采集值解除的"),
                heard,
                agrees);
    }

    private static Ending withdrawn(Awaited then, Series series, Optional<Logged> heard, boolean came, Instant look) {
        ZoneId zone = then.rules().zone();
        Optional<String> why = heard.flatMap(then::unexpected)
                .or(() -> then.alive(series, look) ? Optional.empty() : Optional.of("诊改主体已不存在"))
                .or(() -> heard.filter(l ->
                                then.due(l).filter(due -> due.overdue(look)).isEmpty())
                        .map(l -> then.due(l)
                                .map(due -> "按改后的校历或采集频度，最晚到 " + Runs.day(due.by(), zone) + " 才算过期")
                                .orElse("校历没有写到这么远，不知道何时该有数据")));
        return new Ending(
                why.map(reason -> reason + "，" + Runs.day(look, zone) + " 撤销").orElse("推算不出撤销的原因"),
                Optional.empty(),
                why.isPresent() && !came);
    }

    private static Explanation part(String label, Logged logged, ControlPoint point, ZoneId zone) {
        Explanation leaf = Runs.leaf(logged, point, zone);
        return Explanation.of(Kind.RUN, label, leaf.shown()).from(List.of(leaf), 0);
    }

    static String kept(Warning warning, ZoneId zone) {
        return "缺 " + Runs.day(warning.firstAt(), zone) + " 起的采集值，最晚应到 " + Runs.day(warning.raisedAt(), zone)
                + warning.clearedAt().map(at -> "，解除于 " + Runs.day(at, zone)).orElse("");
    }

    /** What did not come, for people. */
    static String label(Warning warning, Catalogue rules) {
        String point = rules.point(warning.point()).map(ControlPoint::name).orElse(warning.point());
        Optional<String> source = warning.source().map(rules::sourceName);
        if (source.isPresent()) {
            return warning.point().equals(Warning.WHOLE_SOURCE)
                    ? "数据来源“" + source.get() + "”"
                    : "数据来源“" + source.get() + "” · " + point;
        }
        return rules.subject(warning.subject()).map(Subject::name).orElse(warning.subject()) + " · " + point;
    }

    private static String time(long at, ZoneId zone) {
        return Runs.day(Instant.ofEpochMilli(at), zone);
    }
}
