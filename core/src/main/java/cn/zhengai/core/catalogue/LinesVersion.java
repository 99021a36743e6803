package cn.zhengai.core.catalogue;

import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;

/** Three lines in force from the start of a day in the college's zone, for a scope of subjects. */
public record LinesVersion(LocalDate from, Scope scope, ThreeLines lines) {

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
