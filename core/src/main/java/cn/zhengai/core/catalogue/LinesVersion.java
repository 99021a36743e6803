package cn.zhengai.core.catalogue;

import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Three lines in force from the start of a day in the college's zone, for a scope of subjects.
 *
 * @param until the day they end without being replaced in their scope; empty: until further notice
 */
public record LinesVersion(LocalDate from, Optional<LocalDate> until, Scope scope, ThreeLines lines) {
    /** Until further notice. */
    public LinesVersion(LocalDate from, Scope scope, ThreeLines lines) {
        this(from, Optional.empty(), scope, lines);
    }

    boolean on(LocalDate day) {
        return !from.isAfter(day) && until.map(end -> end.isAfter(day)).orElse(true);
    }

    /** Whom the lines speak about; the narrowest scope that covers a subject wins. */
    public record Scope(Kind kind, String id) {
        public static final Scope ALL = new Scope(Kind.ALL, "");

        boolean covers(Subject subject, OrgTree tree) {
            return switch (kind) {
                case ALL -> true;
                case UNIT -> tree.upwards(subject.unit()).stream().anyMatch(u -> u.id().equals(id));
                case GROUP -> subject.groups().contains(id);
                case SUBJECT -> subject.id().equals(id);
            };
        }

        /** From widest to narrowest. */
        public enum Kind {
            ALL,
            UNIT,
            GROUP,
            SUBJECT
        }
    }
}
