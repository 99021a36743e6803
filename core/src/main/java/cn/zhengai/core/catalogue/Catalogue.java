package cn.zhengai.core.catalogue;

import cn.zhengai.core.calendar.AcademicCalendar;
import cn.zhengai.core.calendar.DaySpan;
import cn.zhengai.core.calendar.DeclaredDays;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything a college declares, checked to hang together: every reference resolves. Immutable.
 *
 * @param calendar school days; its terms are the cycles of kind term
 * @param digest of the files it was read from: which rules a figure was computed with
 */
public record Catalogue(
        String college,
        ZoneId zone,
        OrgTree tree,
        Map<Level, String> leadOffices,
        Map<String, Subject> subjects,
        Map<String, ControlPoint> points,
        Map<String, Cycle> cycles,
        List<Goal> goals,
        Map<String, SourceMapping> sources,
        AcademicCalendar calendar,
        String digest) {

    /** @throws IllegalArgumentException when a reference does not resolve or an id stands twice */
    public Catalogue {
        leadOffices = leadOffices.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(leadOffices));
        goals = List.copyOf(goals);
        for (Subject s : subjects.values()) {
            require(tree.unit(s.unit()).isPresent(), "subject " + s.id() + " in unknown unit " + s.unit());
        }
        for (ControlPoint p : points.values()) {
            p.owner().ifPresent(o -> require(tree.unit(o).isPresent(), "point " + p.id() + " owned by unknown " + o));
        }
        for (Goal g : goals) {
            require(tree.unit(g.unit()).isPresent(), "goal " + g.id() + " of unknown unit " + g.unit());
            require(cycles.containsKey(g.cycle()), "goal " + g.id() + " in unknown cycle " + g.cycle());
        }
    }

    /** Without declared days: Monday to Friday in the terms among the cycles. */
    public Catalogue(
            String college,
            ZoneId zone,
            OrgTree tree,
            Map<Level, String> leadOffices,
            Map<String, Subject> subjects,
            Map<String, ControlPoint> points,
            Map<String, Cycle> cycles,
            List<Goal> goals,
            Map<String, SourceMapping> sources,
            String digest) {
        this(
                college,
                zone,
                tree,
                leadOffices,
                subjects,
                points,
                cycles,
                goals,
                sources,
                calendarOf(cycles.values(), DeclaredDays.STANDARD),
                digest);
    }

    /** A catalogue of lists; ids become keys, in the order given; without declared days. */
    public static Catalogue of(
            String college,
            ZoneId zone,
            OrgTree tree,
            Map<Level, String> leadOffices,
            Declared declared,
            String digest) {
        return new Catalogue(
                college,
                zone,
                tree,
                leadOffices,
                index(declared.subjects(), Subject::id),
                index(declared.points(), ControlPoint::id),
                index(declared.cycles(), Cycle::id),
                declared.goals(),
                index(declared.sources(), SourceMapping::id),
                digest);
    }

    /** The same with the days a college declares. */
    public Catalogue withDays(DeclaredDays days) {
        return new Catalogue(
                college,
                zone,
                tree,
                leadOffices,
                subjects,
                points,
                cycles,
                goals,
                sources,
                calendarOf(cycles.values(), days),
                digest);
    }

    private static AcademicCalendar calendarOf(Collection<Cycle> cycles, DeclaredDays days) {
        return new AcademicCalendar(
                cycles.stream()
                        .filter(c -> c.kind() == Cycle.Kind.TERM)
                        .map(c -> new DaySpan(c.name(), c.from(), c.until()))
                        .toList(),
                days);
    }

    /** The lists of a catalogue. */
    public record Declared(
            List<Subject> subjects,
            List<ControlPoint> points,
            List<Cycle> cycles,
            List<Goal> goals,
            List<SourceMapping> sources) {}

    private static <T> Map<String, T> index(Collection<T> values, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T value : values) {
            require(byId.put(id.apply(value), value) == null, "id twice: " + id.apply(value));
        }
        return java.util.Collections.unmodifiableMap(byId);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The same with another tree and other points, e.g. with what earlier versions said. */
    public Catalogue with(OrgTree otherTree, Map<String, ControlPoint> otherPoints) {
        return new Catalogue(
                college, zone, otherTree, leadOffices, subjects, otherPoints, cycles, goals, sources, calendar, digest);
    }

    public Optional<ControlPoint> point(String id) {
        return Optional.ofNullable(points.get(id));
    }

    /** As people know it; its id when it is not declared. */
    public String sourceName(String id) {
        return Optional.ofNullable(sources.get(id)).map(SourceMapping::name).orElse(id);
    }

    public Optional<Subject> subject(String id) {
        return Optional.ofNullable(subjects.get(id));
    }

    public Optional<Cycle> cycle(String id) {
        return Optional.ofNullable(cycles.get(id));
    }

    /** Points of a level in declared order. */
    public List<ControlPoint> pointsOf(Level level) {
        return points.values().stream().filter(p -> p.level() == level).toList();
    }

    /** Subjects of a level in declared order. */
    public List<Subject> subjectsOf(Level level) {
        return subjects.values().stream().filter(s -> s.level() == level).toList();
    }

    /** Subjects that belong to a unit or to anything below it and to which the point applies, in declared order. */
    public List<Subject> subjectsOf(ControlPoint point, String unit) {
        var below = tree.subtree(unit);
        return subjects.values().stream()
                .filter(s -> point.appliesTo(s) && below.contains(s.unit()))
                .toList();
    }

    /** Goals by unit id, for one cycle, in declared order. */
    public Map<String, List<Goal>> goalsOf(String cycle) {
        return goals.stream()
                .filter(g -> g.cycle().equals(cycle))
                .collect(Collectors.groupingBy(Goal::unit, LinkedHashMap::new, Collectors.toList()));
    }

    /** Subject ids by every id and alias a source may use; an alias of two subjects is left out (the lint reports it). */
    public Map<String, Subject> subjectsByAnyName() {
        Map<String, Subject> byName = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        subjects.values()
                .forEach(s -> s.aliases().forEach(a -> {
                    byName.put(a, s);
                    uses.merge(a, 1, Integer::sum);
                }));
        uses.forEach((alias, count) -> {
            if (count > 1) {
                byName.remove(alias);
            }
        });
        byName.putAll(subjects);
        return byName;
    }
}
