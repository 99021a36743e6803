package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.build.DeclaredPoint;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The lines the whole college has of a point, oldest first. */
record LinesInForce(List<Declared<LinesVersion>> versions) {

    static LinesInForce of(DeclaredPoint point) {
        return new LinesInForce(point.versions().stream()
                .filter(version -> version.value().scope().equals(LinesVersion.Scope.ALL))
                .sorted(Comparator.comparing(version -> version.value().from()))
                .toList());
    }

    /** Those of a day; before the first date the first. */
    ThreeLines on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.value().from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(versions.get(0))
                .value()
                .lines();
    }

    /** A {@link Micros#position position} as a decimal; one between two millionths as the middle. */
    static String figure(long position) {
        long floor = Math.floorDiv(position, 2);
        return position % 2 == 0
                ? Micros.text(floor)
                : BigDecimal.valueOf(10 * floor + 5, 7).toPlainString();
    }
}
