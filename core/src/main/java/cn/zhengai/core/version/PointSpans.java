package cn.zhengai.core.version;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.LinesVersion.Scope;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.version.Composition.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lines of one point, and how it is watched, over several versions of the catalogue. Each version's are cut to its days. A subject that
 * belonged elsewhere then (another unit, other groups) gets the lines it had there as its own.
 *
 * @param point as of today
 * @param spans those that know the point, oldest first; the last is that of today
 */
record PointSpans(ControlPoint point, List<Span> spans, Catalogue today) {

    ControlPoint composed() {
        Watch watch = watch();
        if (spans.size() == 1 || spans.stream().allMatch(this::same)) {
            return watch.equals(point.watch()) ? point : point.with(watch, point.versions());
        }
        Map<Scope, List<LinesVersion>> byScope = new LinkedHashMap<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            ControlPoint then = span.catalogue().point(point.id()).orElseThrow();
            List<LinesVersion> pieces = cut(then.versions(), span, i == 0);
            withMoved(then, span, pieces, i == 0).forEach(piece -> add(byScope, piece));
        }
        return point.with(watch, byScope.values().stream().flatMap(List::stream).toList());
    }

    /** Hold, calm, raise-at and veto of each span for its days. */
    private Watch watch() {
        List<Watch.Former> former = new ArrayList<>();
        for (Span span : spans) {
            Watch then =
                    span.catalogue().point(point.id()).orElseThrow().watch().alone();
            span.until().ifPresent(until -> former.add(new Watch.Former(until, then)));
        }
        return point.watch().alone().after(former);
    }

    /** The same lines, and nobody for whom it would matter where they belong. */
    private boolean same(Span span) {
        ControlPoint then = span.catalogue().point(point.id()).orElseThrow();
        return then.versions().equals(point.versions())
                && point.versions().stream().allMatch(v -> wide(v.scope()));
    }

    private static boolean wide(Scope scope) {
        return scope.kind() == Scope.Kind.ALL || scope.kind() == Scope.Kind.SUBJECT;
    }

    /** Joins what goes on unchanged. */
    private static void add(Map<Scope, List<LinesVersion>> byScope, LinesVersion piece) {
        List<LinesVersion> before = byScope.computeIfAbsent(piece.scope(), s -> new ArrayList<>());
        LinesVersion last = before.isEmpty() ? null : before.get(before.size() - 1);
        if (last != null
                && last.lines().equals(piece.lines())
                && last.until().filter(piece.from()::equals).isPresent()) {
            before.set(before.size() - 1, new LinesVersion(last.from(), piece.until(), piece.scope(), piece.lines()));
        } else {
            before.add(piece);
        }
    }

    private static List<LinesVersion> cut(List<LinesVersion> versions, Span span, boolean first) {
        Map<Scope, List<LinesVersion>> byScope = versions.stream()
                .sorted(Comparator.comparing(LinesVersion::from))
                .collect(Collectors.groupingBy(LinesVersion::scope, LinkedHashMap::new, Collectors.toList()));
        List<LinesVersion> pieces = new ArrayList<>();
        byScope.forEach((scope, own) -> {
            for (int i = 0; i < own.size(); i++) {
                boolean always = i == 0 && scope.equals(Scope.ALL) && !first;
                Optional<LocalDate> next =
                        i + 1 < own.size() ? Optional.of(own.get(i + 1).from()) : Optional.empty();
                LocalDate from = always || (!first && own.get(i).from().isBefore(span.from()))
                        ? span.from()
                        : own.get(i).from();
                Optional<LocalDate> until = earliest(earliest(own.get(i).until(), next), span.until());
                if (until.isEmpty() || from.isBefore(until.get())) {
                    pieces.add(new LinesVersion(from, until, scope, own.get(i).lines()));
                }
            }
        });
        return pieces;
    }

    private static Optional<LocalDate> earliest(Optional<LocalDate> a, Optional<LocalDate> b) {
        return a.isEmpty() || (b.isPresent() && b.get().isBefore(a.get())) ? b : a;
    }

    /** The pieces, with own lines for those who belonged elsewhere in this span where that makes a difference. */
    private List<LinesVersion> withMoved(ControlPoint then, Span span, List<LinesVersion> pieces, boolean first) {
        if (span.until().isEmpty() || pieces.stream().allMatch(piece -> wide(piece.scope()))) {
            return pieces;
        }
        OrgTree treeThen = span.catalogue().tree();
        ControlPoint seenFromToday = then.with(pieces);
        Map<Scope, List<LinesVersion>> own = new LinkedHashMap<>();
        for (Subject now : today.subjectsOf(point.level())) {
            Subject before = span.catalogue().subject(now.id()).orElse(now);
            if (!sameHome(before, now, treeThen)) {
                List<LinesVersion> real = cut(then.linesFor(before, treeThen), span, first);
                if (!then.with(real).linesForAll().equals(seenFromToday.linesFor(now, today.tree()))) {
                    own.put(new Scope(Scope.Kind.SUBJECT, now.id()), real);
                }
            }
        }
        List<LinesVersion> all = new ArrayList<>(pieces);
        all.removeIf(piece -> own.containsKey(piece.scope()));
        own.forEach(
                (scope, real) -> real.forEach(r -> all.add(new LinesVersion(r.from(), r.until(), scope, r.lines()))));
        return all;
    }

    private boolean sameHome(Subject before, Subject now, OrgTree then) {
        return before.groups().equals(now.groups()) && way(then, before).equals(way(today.tree(), now));
    }

    private static List<String> way(OrgTree tree, Subject subject) {
        return tree.upwards(subject.unit()).stream().map(OrgUnit::id).toList();
    }
}
