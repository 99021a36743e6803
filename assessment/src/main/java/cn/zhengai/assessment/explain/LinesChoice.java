package cn.zhengai.assessment.explain;

import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.LinesVersion.Scope;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which version of a point's lines holds for a subject on a day: of those that cover it and have begun, the narrowest,
 * and the latest among equally narrow ones; before the first day of any, as on that first day.
 */
final class LinesChoice {
    private final ControlPoint point;
    private final OrgTree tree;
    private final LocalDate day;
    private final boolean everyoneAlike;

    LinesChoice(ControlPoint point, OrgTree tree, LocalDate day) {
        this.point = point;
        this.tree = tree;
        this.day = day;
        this.everyoneAlike = point.versions().stream().allMatch(v -> v.scope().equals(Scope.ALL));
    }

    LinesVersion of(Subject subject) {
        List<LinesVersion> covering = new ArrayList<>();
        LocalDate first = LocalDate.MAX;
        for (LinesVersion version : point.versions()) {
            if (everyoneAlike || covers(version.scope(), subject)) {
                covering.add(version);
                first = version.from().isBefore(first) ? version.from() : first;
            }
        }
        LocalDate effective = day.isBefore(first) ? first : day;
        LinesVersion best = covering.get(0);
        boolean found = false;
        for (LinesVersion version : covering) {
            if (!version.from().isAfter(effective) && (!found || narrowerOrLater(version, best))) {
                best = version;
                found = true;
            }
        }
        return best;
    }

    private static boolean narrowerOrLater(LinesVersion version, LinesVersion other) {
        int narrower = version.scope().kind().compareTo(other.scope().kind());
        return narrower > 0 || (narrower == 0 && version.from().isAfter(other.from()));
    }

    private boolean covers(Scope scope, Subject subject) {
        return switch (scope.kind()) {
            case ALL -> true;
            case UNIT -> tree.upwards(subject.unit()).stream().map(OrgUnit::id).anyMatch(scope.id()::equals);
            case GROUP -> subject.groups().contains(scope.id());
            case SUBJECT -> subject.id().equals(scope.id());
        };
    }

    /** {@code 2026-01-01 起对全体的规则}. */
    static String named(LinesVersion version) {
        String whom = switch (version.scope().kind()) {
            case ALL -> "全体";
            case UNIT -> "单位 " + version.scope().id();
            case GROUP -> "分组“" + version.scope().id() + "”";
            case SUBJECT -> "本主体";
        };
        String since = version.from().getYear() <= 1970 ? "自始" : version.from() + " 起";
        return since + "对" + whom + "的三值";
    }
}
