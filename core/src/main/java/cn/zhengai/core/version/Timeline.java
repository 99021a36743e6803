package cn.zhengai.core.version;

import cn.zhengai.core.version.CatalogueVersion.Head;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which version is in force on which day. A later version replaces all earlier ones from its own date on, also those
 * that were to come into force after it: it is the newer text of the whole catalogue.
 *
 * @param inForce those in force on some day, by date of force, each until the next
 */
public record Timeline(List<Head> inForce) {
    public Timeline {
        inForce = List.copyOf(inForce);
    }

    /** @param heads by number */
    public static Timeline of(List<Head> heads) {
        List<Head> standing = new ArrayList<>();
        for (Head head : heads) {
            while (!standing.isEmpty()
                    && !standing.get(standing.size() - 1).from().isBefore(head.from())) {
                standing.remove(standing.size() - 1);
            }
            standing.add(head);
        }
        return new Timeline(standing);
    }

    /** Before the first date the first holds; empty when there is no version at all. */
    public Optional<Head> on(LocalDate day) {
        List<Head> begun = until(day);
        return begun.isEmpty() ? Optional.empty() : Optional.of(begun.get(begun.size() - 1));
    }

    /** As {@link #on} and those before it, oldest first. */
    public List<Head> until(LocalDate day) {
        List<Head> begun = new ArrayList<>();
        for (Head head : inForce) {
            if (begun.isEmpty() || !head.from().isAfter(day)) {
                begun.add(head);
            }
        }
        return begun;
    }

    /** How a version stands on a day. */
    public Standing standing(Head head, LocalDate day) {
        if (!inForce.contains(head)) {
            return Standing.REPLACED;
        }
        if (on(day).filter(head::equals).isPresent()) {
            return Standing.IN_FORCE;
        }
        return head.from().isAfter(day) ? Standing.WAITING : Standing.PAST;
    }

    /** Where a version stands among the others. */
    public enum Standing {
        IN_FORCE("现行"),
        WAITING("待施行"),
        PAST("曾施行"),
        /** A later version holds for all its days. */
        REPLACED("已被取代");

        private final String chinese;

        Standing(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Those that come into force after the day, oldest first. */
    public List<Head> after(LocalDate day) {
        return inForce.subList(until(day).size(), inForce.size());
    }
}
