package cn.zhengai.alerting.silence;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people are told of silence. The coarsest true sentence speaks and mutes the finer ones:
 *
 * <ol>
 *   <li>half of what a source is expected to bring is overdue: one warning of the source, until less than a quarter is;
 *   <li>else more than {@value #SINGLE} series of one of its points: one warning of the point, until at most
 *       {@value #FEW} are;
 *   <li>else one warning a series.
 * </ol>
 *
 * What is open already stays open under a coarser one, untold, until its own data come.
 *
 * <p>Series that are read one after the other fall silent and come back one after the other. So the finer sentences wait
 * while half of the source is overdue or will be in {@link SilenceWatch#SETTLING}, and for as long after an outage. Worked:
 * 90 series polled in turn every 4 minutes and due after an hour stop at 8:00; the first is overdue at 8:56, half at 8:58:
 * nothing is said before, then one sentence.
 *
 * <p>Pure: the same standing and the same open warnings give the same changes.
 */
final class Judgement {
    static final int SINGLE = 5;
    static final int FEW = 2;
    private static final int HALF = 50;
    private static final int QUARTER = 25;

    private final Map<String, Warning> open = new HashMap<>();
    private final Instant now;
    private final Names names;
    private final boolean raising;
    private final Set<String> recovering;
    private final Set<String> wanted = new HashSet<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    /**
     * For one look.
     *
     * @param raising false: only what is over is ended, nothing new is raised
     * @param recovering sources whose outage ended just now
     */
    Judgement(Collection<Warning> open, Instant now, Names names, boolean raising, Set<String> recovering) {
        open.forEach(w -> this.open.put(key(w), w));
        this.now = now;
        this.names = names;
        this.raising = raising;
        this.recovering = recovering;
    }

    static String key(Warning warning) {
        return warning.point() + "/" + warning.subject();
    }

    /**
     * @param newest what was heard last of what a warning speaks about; empty when nothing is expected of it any more
     */
    Changes judge(List<SourceSilence> standing, Newest newest) {
        standing.forEach(this::judge);
        for (Warning warning : List.copyOf(open.values())) {
            if (!wanted.contains(key(warning))) {
                end(
                        warning,
                        newest.of(warning)
                                .filter(at -> !at.isBefore(warning.firstAt()))
                                .isPresent());
            }
        }
        return new Changes(warnings, facts);
    }

    private void judge(SourceSilence source) {
        String whole = Warning.WHOLE_SOURCE + "/" + source.source();
        boolean before = open.containsKey(whole);
        boolean outage = source.silentShare(before ? QUARTER : HALF);
        if (outage) {
            want(Warning.WHOLE_SOURCE, source.source(), source.silent(), true);
        }
        boolean waits = outage || before || source.silentShareSoon(HALF) || recovering.contains(source.source());
        source.byPoint().forEach((point, silent) -> {
            String subject = Warning.ofSource(source.source());
            boolean many = silent.size() > (open.containsKey(point + "/" + subject) ? FEW : SINGLE);
            if (many) {
                want(point, subject, silent, !waits);
            }
            for (Silent one : silent) {
                want(point, one.series().subject(), List.of(one), !waits && !many);
            }
        });
    }

    /** @param speaks raises when there is no such warning yet; otherwise only keeps the one that is open */
    private void want(String point, String subject, List<Silent> silent, boolean speaks) {
        String key = point + "/" + subject;
        if (open.containsKey(key)) {
            wanted.add(key);
        } else if (speaks && raising) {
            raise(point, subject, silent);
        }
    }

    private void raise(String point, String subject, List<Silent> silent) {
        Instant by =
                silent.stream().map(s -> s.due().by()).min(Instant::compareTo).orElseThrow();
        Instant from =
                silent.stream().map(s -> s.due().from()).min(Instant::compareTo).orElseThrow();
        keep(
                new Warning(
                        names.of(point + "/" + subject, by),
                        WarningKind.NO_DATA,
                        point,
                        subject,
                        Severity.BLUE,
                        Warning.Status.OPEN,
                        from,
                        by,
                        Micros.position(Micros.ofWhole(silent.size()), false),
                        Optional.empty(),
                        true,
                        Optional.empty()),
                Step.RAISED,
                true);
    }

    private void end(Warning warning, boolean heard) {
        Warning ended = new Warning(
                warning.id(),
                warning.kind(),
                warning.point(),
                warning.subject(),
                warning.severity(),
                heard ? Warning.Status.CLEARED : Warning.Status.WITHDRAWN,
                warning.firstAt(),
                warning.raisedAt(),
                warning.raisedValue(),
                heard ? Optional.of(now) : Optional.empty(),
                warning.told(),
                warning.acknowledgement());
        keep(ended, heard ? Step.CLEARED : Step.WITHDRAWN, heard && warning.told());
    }

    private void keep(Warning warning, Step step, boolean tell) {
        warnings.add(warning);
        facts.add(new Fact(warning.id() + "-" + step, 0, step, warning, tell, now, ""));
    }

    /** What was heard last of what a warning speaks about. */
    interface Newest {
        /** Empty when nothing is expected of it any more. */
        Optional<Instant> of(Warning warning);
    }
}
