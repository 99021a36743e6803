package cn.zhengai.alerting.reason;

import cn.zhengai.alerting.engine.FactPlace;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.version.Editions;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Where warnings are asked for their reasons: the run of readings that raised one, each step with the fact and the reading
 * that caused it, who was told. The episode is derived again from everything the warner had read and compared with what is
 * kept; a difference is an alarm in the tree. Safe for use by many threads.
 */
public final class WarningReasons {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Supplier<Catalogue> catalogue;
    private final ReadingStore store;
    private final Ledger ledger;
    private final String warner;
    private final SilenceReasons silence;

    /**
     * @param catalogue the one in force; asked anew by each call
     * @param editions data were missed by the one in force when it was looked
     * @param warner the consumer whose position says how far warnings have come
     */
    public WarningReasons(
            Supplier<Catalogue> catalogue, Editions editions, ReadingStore store, Ledger ledger, String warner) {
        this.catalogue = catalogue;
        this.store = store;
        this.ledger = ledger;
        this.warner = warner;
        this.silence = new SilenceReasons(editions, store, new SourceReasons(store));
    }

    /** @param catalogue the only one there is; asked anew by each call */
    public WarningReasons(Supplier<Catalogue> catalogue, ReadingStore store, Ledger ledger, String warner) {
        this(catalogue, Editions.only(catalogue), store, ledger, warner);
    }

    /**
     * A warning and why; empty when there is none of this id.
     *
     * @param limit readings listed of one run
     */
    public Optional<Explanation> explain(String id, int limit) {
        return ledger.warnings().warning(id).map(warning -> explain(warning, limit));
    }

    private Explanation explain(Warning warning, int limit) {
        Catalogue rules = catalogue.get();
        if (warning.kind() == WarningKind.NO_DATA) {
            return missing(warning, rules, limit);
        }
        Series series = Series.named(warning.point(), warning.subject());
        int partition = store.partitionOf(series);
        long through = ledger.warnings().position(warner, partition);
        List<Logged> history = store.history(List.of(series), Knowledge.in(partition, through));
        Optional<ControlPoint> point = rules.point(warning.point());
        Optional<Subject> subject = rules.subject(warning.subject());
        String label = subject.map(Subject::name).orElse(warning.subject()) + " · "
                + point.map(ControlPoint::name).orElse(warning.point()) + " "
                + warning.kind().chinese();
        Explanation node = Explanation.of(
                Kind.WARNING,
                label,
                warning.severity().chinese() + "，" + warning.status().chinese());
        List<Explanation> parts = new ArrayList<>();
        if (point.isPresent() && subject.isPresent()) {
            ControlPoint declared = point.get();
            PlainPass pass =
                    new PlainPass(declared.watch(), declared.linesFor(subject.get(), rules.tree()), rules.zone());
            Optional<Passage> passage = passage(pass, judgedBy(history, warning), warning);
            node = derived(node, declared, warning, passage, rules.zone());
            passage.ifPresent(found -> parts.addAll(new Runs(declared, pass, rules.zone(), limit).of(found)));
        } else {
            node = node.by("目录里已没有这个序列的规则，只能列出当时的经过", "目录");
        }
        parts.addAll(steps(rules, point, warning, history));
        return node.remarking("采集记录第 " + through + " 条及以前；目录摘要 " + shortened(rules.digest()))
                .from(parts, 0);
    }

    private Explanation missing(Warning warning, Catalogue rules, int limit) {
        List<Fact> facts = ledger.warnings().factsOf(warning.id());
        Explanation node = silence.explain(
                Explanation.of(
                        Kind.WARNING,
                        SilenceReasons.label(warning, rules) + " "
                                + warning.kind().chinese(),
                        warning.severity().chinese() + "，" + warning.status().chinese()),
                warning,
                facts,
                limit);
        List<Explanation> parts = new ArrayList<>(node.parts());
        parts.addAll(steps(rules, rules.point(warning.point()), warning, List.of()));
        return node.remarking("目录摘要 " + shortened(rules.digest())).from(parts, node.unlisted());
    }

    /** Of a withdrawn one what was known when it was withdrawn: a cause that came back later is another warning. */
    private List<Logged> judgedBy(List<Logged> history, Warning warning) {
        if (warning.status() != Warning.Status.WITHDRAWN) {
            return history;
        }
        long withdrawn = ledger.warnings().factsOf(warning.id()).stream()
                .filter(fact -> fact.step() == Step.WITHDRAWN)
                .flatMap(fact -> seq(fact).stream())
                .reduce(0L, (earlier, later) -> later);
        return history.stream().filter(logged -> logged.seq() <= withdrawn).toList();
    }

    private static Optional<Passage> passage(PlainPass pass, List<Logged> history, Warning warning) {
        return pass.passages(PlainPass.inForce(history)).stream()
                .filter(p -> p.raisedBy().reading().at() == warning.raisedAt().toEpochMilli())
                .findFirst();
    }

    private static Explanation derived(
            Explanation node, ControlPoint point, Warning warning, Optional<Passage> passage, ZoneId zone) {
        Watch raising = point.watch().on(LocalDate.ofInstant(warning.raisedAt(), zone));
        Watch clearing = warning.clearedAt()
                .map(at -> point.watch().on(LocalDate.ofInstant(at, zone)))
                .orElse(point.watch().alone());
        String rule = "目录：质控点 " + point.id() + "，" + patience("持续", raising.hold()) + "触发，"
                + patience("回到标准值", clearing.calm()) + "解除" + (raising.raiseAtStandard() ? "；低于标准值即触发" : "")
                + (point.watch().former().isEmpty() ? "" : "（当日施行的规定）");
        if (warning.status() == Warning.Status.WITHDRAWN) {
            return node.by("后来的更正、补报或规则变更使它失去了依据，已撤销", rule)
                    .compared(
                            new Agreement(passage.isEmpty() ? Agreement.State.EQUAL : Agreement.State.DIFFERS, "已撤销"));
        }
        String kept = times(warning, zone);
        if (passage.isEmpty()) {
            return node.by("按现有采集值推算不出这条预警", rule).compared(new Agreement(Agreement.State.DIFFERS, kept));
        }
        Passage found = passage.get();
        return node.by(sentence(point, found, zone), rule)
                .exactly(Optional.of(value(found.raisedBy(), point)))
                .compared(Agreement.of(
                        List.of(
                                found.firstAt(),
                                found.raisedBy().reading().position(),
                                found.clearedBy().map(l -> l.reading().at())),
                        List.of(
                                warning.firstAt().toEpochMilli(),
                                warning.raisedValue(),
                                warning.clearedAt().map(Instant::toEpochMilli)),
                        kept));
    }

    private static String sentence(ControlPoint point, Passage found, ZoneId zone) {
        String raised = "连续 " + found.raising().size() + " 个采集值越线，"
                + time(found.raisedBy().reading().at(), zone) + " 的 "
                + point.unit().show(Runs.figure(value(found.raisedBy(), point))) + " 触发";
        return raised
                + found.clearedBy()
                        .map(l -> "；" + time(l.reading().at(), zone) + " 的 "
                                + point.unit().show(Runs.figure(value(l, point))) + " 解除")
                        .orElse("；尚未解除");
    }

    private static String patience(String what, Patience patience) {
        return what + " " + patience.readings() + " 次"
                + (patience.time().isZero() ? "" : "且至少 " + Runs.lasting(patience.time()));
    }

    private static String times(Warning warning, ZoneId zone) {
        return "始于 " + time(warning.firstAt().toEpochMilli(), zone) + "，触发于 "
                + time(warning.raisedAt().toEpochMilli(), zone)
                + warning.clearedAt()
                        .map(at -> "，解除于 " + time(at.toEpochMilli(), zone))
                        .orElse("，未解除");
    }

    private List<Explanation> steps(
            Catalogue rules, Optional<ControlPoint> point, Warning warning, List<Logged> history) {
        Map<Long, Logged> bySeq = history.stream().collect(Collectors.toMap(Logged::seq, Function.identity()));
        Told told = new Told(rules, ledger.outbox().ofWarning(warning.id()));
        List<Explanation> steps = new ArrayList<>();
        for (Fact fact : ledger.warnings().factsOf(warning.id())) {
            List<Explanation> parts = new ArrayList<>();
            Optional<Logged> cause = cause(fact).map(bySeq::get);
            if (cause.isPresent() && point.isPresent()) {
                parts.add(Runs.leaf(cause.get(), point.get(), rules.zone()));
            }
            parts.addAll(told.of(fact));
            steps.add(Explanation.of(
                            Kind.STEP,
                            fact.step().chinese() + " "
                                    + TIME.format(fact.recordedAt().atZone(rules.zone())),
                            fact.warning().severity().chinese())
                    .remarking(why(fact, cause))
                    .remarking(fact.tell() ? "通知责任单位" : "")
                    .from(parts, 0));
        }
        return steps;
    }

    private static String why(Fact fact, Optional<Logged> cause) {
        if (!fact.by().isEmpty()) {
            return fact.by()
                    + fact.warning().acknowledgement().map(a -> "：" + a.note()).orElse("");
        }
        if (fact.warning().kind() == WarningKind.NO_DATA) {
            return switch (fact.step()) {
                case RAISED -> "查看时期限已过，没有采集值";
                case CLEARED -> "查看时采集值已到";
                default -> "不再等待采集值";
            };
        }
        if (cause.isPresent()) {
            return "由采集记录第 " + cause.get().seq() + " 条引起";
        }
        return fact.id().contains("-rules-") ? "由目录规则变更引起" : "引起它的采集值与别的记录相同，已归并";
    }

    /** How far the log had come when it happened. */
    private static Optional<Long> seq(Fact fact) {
        return FactPlace.of(fact.id()).map(FactPlace::seq);
    }

    /** Where its cause stands, when that is there. */
    private static Optional<Long> cause(Fact fact) {
        return FactPlace.of(fact.id()).filter(place -> place.former().isEmpty()).map(FactPlace::seq);
    }

    private static Fraction value(Logged logged, ControlPoint point) {
        return logged.reading().value(point.unit().scale());
    }

    private static String time(long at, ZoneId zone) {
        return Runs.day(Instant.ofEpochMilli(at), zone);
    }

    private static String shortened(String digest) {
        return digest.length() > 12 ? digest.substring(0, 12) : digest;
    }
}
