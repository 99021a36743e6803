package cn.zhengai.core.version;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of today, in which the lines of earlier versions, hold, calm and veto hold for the days on which they were
 * in force; so readings of last year are held against last year's rules, also when an editor changed values in place. Units answer to
 * the names they had.
 */
public final class Composition {
    private final List<Span> spans;
    private final Catalogue today;

    /** A catalogue and its first day in force. */
    public record Dated(LocalDate from, Catalogue catalogue) {}

    /**
     * A catalogue and its days.
     *
     * @param until the day after the last; empty for the newest
     */
    record Span(LocalDate from, Optional<LocalDate> until, Catalogue catalogue) {}

    private Composition(List<Dated> inForce) {
        this.today = inForce.get(inForce.size() - 1).catalogue();
        this.spans = new ArrayList<>();
        for (int i = 0; i < inForce.size(); i++) {
            Optional<LocalDate> until =
                    i + 1 < inForce.size() ? Optional.of(inForce.get(i + 1).from()) : Optional.empty();
            spans.add(new Span(inForce.get(i).from(), until, inForce.get(i).catalogue()));
        }
    }

    /** @param inForce by date of force, at least one; the last is that of today, the first holds from the beginning */
    public static Catalogue of(List<Dated> inForce) {
        Composition composition = new Composition(inForce);
        return inForce.size() == 1 ? composition.today : composition.composed();
    }

    private Catalogue composed() {
        Map<String, ControlPoint> points = new LinkedHashMap<>();
        today.points().forEach((id, point) -> {
            PointSpans lines = new PointSpans(point, spansOf(id), today);
            points.put(id, lines.composed());
        });
        return today.with(renamed(), points);
    }

    /** The versions that know the point; where the oldest of them begins does not matter, it also holds before. */
    private List<Span> spansOf(String point) {
        List<Span> known = new ArrayList<>();
        LocalDate from = spans.get(0).from();
        for (Span span : spans) {
            if (span.catalogue().point(point).isPresent()) {
                known.add(new Span(from, span.until(), span.catalogue()));
                from = span.until().orElse(from);
            }
        }
        return known;
    }

    private OrgTree renamed() {
        Set<String> taken = new HashSet<>();
        for (OrgUnit unit : today.tree().units()) {
            taken.add(unit.id());
            taken.add(unit.name());
            taken.addAll(unit.aliases());
        }
        Map<String, List<String>> former = new LinkedHashMap<>();
        for (int i = spans.size() - 2; i >= 0; i--) {
            for (OrgUnit unit : spans.get(i).catalogue().tree().units()) {
                if (today.tree().unit(unit.id()).isPresent() && taken.add(unit.name())) {
                    former.computeIfAbsent(unit.id(), id -> new ArrayList<>()).add(unit.name());
                }
            }
        }
        return former.isEmpty()
                ? today.tree()
                : new OrgTree(today.tree().units().stream()
                        .map(unit -> unit.alsoNamed(former.getOrDefault(unit.id(), List.of())))
                        .toList());
    }
}
