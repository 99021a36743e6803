package cn.zhengai.core.version;

import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.LinesVersion.Scope;
import cn.zhengai.core.catalogue.OrgTree;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.ThreeLines;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Catalogues of a few units, subjects and points. */
final class SmallCatalogues {
    private static final LocalDate SOME_DAY = LocalDate.parse("2025-01-01");

    private SmallCatalogues() {}

    static Catalogue of(int warning, String name, String... others) {
        List<OrgUnit> units = new ArrayList<>(List.of(unit("r", "委员会", ""), unit("d", name, "r")));
        if (others.length > 0) {
            units.add(unit("e", others[0], "r"));
        }
        return catalogue(
                units,
                List.of(new Subject("s", "课", Level.COURSE, "d", List.of(), Set.of())),
                List.of(point("p", List.of(new LinesVersion(CatalogueVersion.ALWAYS, Scope.ALL, lines(warning))))));
    }

    /** Tree, groups, points and all kinds of lines at random. */
    static Catalogue seeded(Random random) {
        List<OrgUnit> units = List.of(
                unit("r", "委员会", ""),
                unit("a", "甲", "r"),
                unit("b", "乙", random.nextBoolean() ? "a" : "r"),
                unit("c", "丙", random.nextBoolean() ? "a" : "b"));
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            if (random.nextInt(5) > 0) {
                String unit = units.get(random.nextInt(4)).id();
                Set<String> groups = random.nextBoolean() ? Set.of("g") : Set.of();
                subjects.add(new Subject("s" + i, "课" + i, Level.COURSE, unit, List.of(), groups));
            }
        }
        List<ControlPoint> points = new ArrayList<>();
        for (String id : List.of("p", "q")) {
            if (random.nextInt(5) > 0) {
                points.add(point(id, versions(random)));
            }
        }
        return catalogue(units, subjects, points);
    }

    private static List<LinesVersion> versions(Random random) {
        List<LinesVersion> versions = new ArrayList<>();
        versions.add(new LinesVersion(CatalogueVersion.ALWAYS, Scope.ALL, lines(60 + random.nextInt(3))));
        for (int i = random.nextInt(4); i > 0; i--) {
            Scope scope = switch (random.nextInt(4)) {
                case 0 -> Scope.ALL;
                case 1 -> new Scope(Scope.Kind.UNIT, random.nextBoolean() ? "a" : "b");
                case 2 -> new Scope(Scope.Kind.GROUP, "g");
                default -> new Scope(Scope.Kind.SUBJECT, "s" + random.nextInt(4));
            };
            LocalDate from = random.nextBoolean() ? CatalogueVersion.ALWAYS : SOME_DAY.plusDays(random.nextInt(300));
            if (versions.stream()
                    .noneMatch(v -> v.scope().kind() == scope.kind() && v.from().equals(from))) {
                versions.add(new LinesVersion(from, scope, lines(60 + random.nextInt(20))));
            }
        }
        return versions;
    }

    private static OrgUnit unit(String id, String name, String parent) {
        return new OrgUnit(
                id,
                name,
                parent.isEmpty() ? OrgUnit.Kind.COMMITTEE : OrgUnit.Kind.DEPARTMENT,
                parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static ThreeLines lines(int warning) {
        return new ThreeLines(
                Condition.parse("98", ">="),
                Condition.parse("95", ">="),
                Condition.parse(String.valueOf(warning), "<"));
    }

    private static ControlPoint point(String id, List<LinesVersion> versions) {
        return new ControlPoint(
                id,
                "点",
                Level.COURSE,
                MeasureUnit.of("%"),
                Direction.HIGHER_IS_BETTER,
                RollUp.RATIO,
                Cadence.DAILY,
                Fraction.ONE,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Watch.DEFAULT,
                versions,
                true);
    }

    private static Catalogue catalogue(List<OrgUnit> units, List<Subject> subjects, List<ControlPoint> points) {
        return Catalogue.of(
                "试验学院",
                ZoneId.of("Asia/Shanghai"),
                new OrgTree(units),
                Map.of(),
                new Catalogue.Declared(subjects, points, List.of(), List.of(), List.of()),
                "d");
    }
}
