package cn.zhengai.server.version;

import cn.zhengai.alerting.rule.RuleBook;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Life;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.Composition;
import cn.zhengai.core.version.Composition.Dated;
import cn.zhengai.core.version.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What holds on a day.
 *
 * @param version of the catalogue
 * @param catalogue with the lines of earlier versions for their days
 */
record InForce(LocalDate day, Head version, Catalogue catalogue, RuleBook book) {

    /** @param heads all versions, at least one */
    static InForce on(LocalDate day, List<Head> heads, IntFunction<Catalogue> reader) {
        List<Head> begun = Timeline.of(heads).until(day);
        Catalogue composed = Composition.of(begun.stream()
                .map(head -> new Dated(head.from(), reader.apply(head.number())))
                .toList());
        return new InForce(day, begun.get(begun.size() - 1), composed, RuleBook.on(day, composed));
    }

    /** Does another day bring other rules: a version takes over, or a subject ends? */
    boolean changesUntil(LocalDate later, List<Head> heads) {
        if (!Timeline.of(heads).on(later).filter(version::equals).isPresent()) {
            return true;
        }
        return catalogue.subjects().values().stream()
                .map(Subject::life)
                .filter(Life::limited)
                .anyMatch(life -> life.endedOn(day) != life.endedOn(later));
    }
}
