package cn.zhengai.alerting.rule;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.reading.Series;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of one catalogue on one day. A series has no rule when its point or subject is not declared, the point is
 * switched off, it does not apply to the subject, or the subject has ended. Safe for use by many threads.
 */
public final class RuleBook {
    /** Digest of a point without rules. */
    public static final String NO_RULES = "-";

    private final Catalogue catalogue;
    private final LocalDate day;
    private final Map<String, Rule> common = new LinkedHashMap<>();
    private final Map<String, String> digests = new LinkedHashMap<>();
    private final Map<String, Map<String, List<LinesVersion>>> own = new LinkedHashMap<>();
    private final Map<OwnLines, Rule> ownRules = new ConcurrentHashMap<>();

    private record OwnLines(String point, List<LinesVersion> versions) {}

    private RuleBook(Catalogue catalogue, LocalDate day) {
        this.catalogue = catalogue;
        this.day = day;
        catalogue.points().values().stream().filter(ControlPoint::enabled).forEach(this::enter);
    }

    /** Compiles a catalogue for a day before any of its subjects ends. */
    public static RuleBook of(Catalogue catalogue) {
        return new RuleBook(catalogue, LocalDate.MIN);
    }

    /** Compiles a catalogue for a day in the college's zone. */
    public static RuleBook on(LocalDate day, Catalogue catalogue) {
        return new RuleBook(catalogue, day);
    }

    private void enter(ControlPoint point) {
        List<LinesVersion> forAll = point.linesForAll();
        Map<String, List<LinesVersion>> differing = differing(point, forAll);
        common.put(point.id(), new Rule(point.watch(), forAll, catalogue.zone()));
        own.put(point.id(), differing);
        digests.put(point.id(), RuleDigest.of(point, catalogue.zone(), forAll, differing));
    }

    private Map<String, List<LinesVersion>> differing(ControlPoint point, List<LinesVersion> forAll) {
        Map<String, List<LinesVersion>> found = new TreeMap<>();
        if (point.versions().stream().allMatch(v -> v.scope().equals(LinesVersion.Scope.ALL))) {
            return found;
        }
        for (Subject subject : catalogue.subjectsOf(point.level())) {
            List<LinesVersion> versions = point.linesFor(subject, catalogue.tree());
            if (!versions.equals(forAll)) {
                found.put(subject.id(), versions);
            }
        }
        return found;
    }

    /** The rule of a series; empty when it is not watched. Equal lines of one point share one rule. */
    public Optional<Rule> rule(Series series) {
        Rule shared = common.get(series.point());
        if (shared == null || !applies(series)) {
            return Optional.empty();
        }
        List<LinesVersion> versions = own.getOrDefault(series.point(), Map.of()).get(series.subject());
        return Optional.of(
                versions == null
                        ? shared
                        : ownRules.computeIfAbsent(new OwnLines(series.point(), versions), this::compile));
    }

    private boolean applies(Series series) {
        Optional<Subject> subject =
                catalogue.subject(series.subject()).filter(s -> !s.life().endedOn(day));
        return catalogue
                .point(series.point())
                .filter(point -> subject.filter(point::appliesTo).isPresent())
                .isPresent();
    }

    private Rule compile(OwnLines lines) {
        ControlPoint point = catalogue.point(lines.point()).orElseThrow();
        return new Rule(point.watch(), lines.versions(), catalogue.zone());
    }

    /** Points with rules. */
    public Set<String> points() {
        return Set.copyOf(digests.keySet());
    }

    /** Changes whenever the warnings of the point could change; {@link #NO_RULES} when it has no rules. */
    public String digest(String point) {
        return digests.getOrDefault(point, NO_RULES);
    }
}
