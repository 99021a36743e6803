package cn.zhengai.console.board;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.reading.Rejection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rejected rows may be shown as they came. A row is shown when it speaks of points that are no person's and nothing
 * in it, or in what is said about it, is the id, name or alias of a person or of a person's point. Of which point a
 * rejected row speaks is not always known; then it is not shown. Immutable; made for one look at one catalogue.
 */
public final class RowDiscretion {
    private final Catalogue catalogue;
    private final Discretion discretion;
    private final Terms hidden;
    private final Terms shown;

    public RowDiscretion(Catalogue catalogue, Discretion discretion) {
        this.catalogue = catalogue;
        this.discretion = discretion;
        Stream<String> persons = catalogue.subjects().values().stream()
                .filter(s -> s.level().personal())
                .flatMap(RowDiscretion::namesOf);
        Stream<String> theirs = catalogue.points().values().stream()
                .filter(p -> p.level().personal())
                .flatMap(RowDiscretion::namesOf);
        this.hidden = Terms.of(Stream.concat(persons, theirs));
        this.shown = Terms.of(catalogue.points().values().stream()
                .filter(p -> !p.level().personal())
                .flatMap(RowDiscretion::namesOf));
    }

    private static Stream<String> namesOf(Subject person) {
        return Stream.concat(Stream.of(person.id(), person.name()), person.aliases().stream());
    }

    private static Stream<String> namesOf(ControlPoint point) {
        return Stream.of(point.id(), point.name());
    }

    /** Detail and raw row may be shown. */
    public boolean shows(Rejection rejection) {
        if (discretion.personalOpen()) {
            return true;
        }
        boolean ofOthers = shown.in(rejection.raw())
                || shown.in(rejection.detail())
                || neverOfPersons(rejection.head().source());
        return ofOthers && !hidden.in(rejection.raw()) && !hidden.in(rejection.detail());
    }

    /** Whatever comes from this source, it is of points that are no person's. */
    private boolean neverOfPersons(String source) {
        SourceMapping mapping = catalogue.sources().get(source);
        if (mapping == null) {
            return false;
        }
        Collection<String> named = mapping.points().isEmpty()
                ? mapping.measures().stream().map(SourceMapping.Measure::point).toList()
                : mapping.points();
        return named.stream()
                .allMatch(id ->
                        catalogue.point(id).map(p -> !p.level().personal()).orElse(false));
    }

    /** Words looked for in a text; letters and digits beside one make it another word. */
    private record Terms(Map<Integer, Set<String>> byLength) {
        static Terms of(Stream<String> words) {
            return new Terms(words.filter(w -> !w.isBlank())
                    .collect(Collectors.groupingBy(
                            String::length, HashMap::new, Collectors.toCollection(HashSet::new))));
        }

        boolean in(String text) {
            return byLength.entrySet().stream().anyMatch(e -> in(text, e.getKey(), e.getValue()));
        }

        private static boolean in(String text, int length, Set<String> words) {
            for (int from = 0; from + length <= text.length(); from++) {
                if (!joined(text, from)
                        && !joined(text, from + length)
                        && words.contains(text.substring(from, from + length))) {
                    return true;
                }
            }
            return false;
        }

        /** The characters on both sides of a place belong to one word. */
        private static boolean joined(String text, int place) {
            return place > 0 && place < text.length() && ofWord(text.charAt(place - 1)) && ofWord(text.charAt(place));
        }

        private static boolean ofWord(char c) {
            return c < 0x80 && Character.isLetterOrDigit(c);
        }
    }
}
