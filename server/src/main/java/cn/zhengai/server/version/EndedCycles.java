package cn.zhengai.server.version;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.Cycle;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.Edition;
import cn.zhengai.core.version.Editions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Says where a new version changes goals of cycles that are over: there it changes nothing, which is easily missed. */
final class EndedCycles {
    private EndedCycles() {}

    /** Sentences; none when every change counts. */
    static List<String> unheard(Head head, Catalogue text, Editions editions, LocalDate today) {
        return text.cycles().values().stream()
                .filter(cycle -> !cycle.until().isAfter(head.from()))
                .flatMap(cycle -> unheard(head, text, cycle, editions.ofCycle(cycle.id(), today)).stream())
                .toList();
    }

    private static Optional<String> unheard(Head head, Catalogue text, Cycle cycle, Optional<Edition> rules) {
        return rules.filter(r -> !r.head().equals(Optional.of(head))
                        && !r.catalogue().goalsOf(cycle.id()).equals(text.goalsOf(cycle.id())))
                .map(r -> "周期“" + cycle.name() + "”已经结束，仍按第 "
                        + r.head().map(Head::number).orElse(0) + " 版考核；本次对其目标和任务的改动" + head.since()
                        + "，不计入它。确需计入，请用 from: "
                        + cycle.until().minusDays(1) + " 再次发布并说明理由。");
    }
}
