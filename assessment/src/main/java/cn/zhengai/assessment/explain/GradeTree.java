package cn.zhengai.assessment.explain;

import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.grade.Grade;
import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.catalogue.Goal;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.evidence.Agreement;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.evidence.Explanation.Kind;
import cn.zhengai.core.measure.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit's achievement and, of a department, its grade. Source: domain page, section 4: sum(w × a) / sum(w) within 0 and
 * 100, an unknown goal as 0; Art. 11: below 80 不达标, from 80 to below 90 基本达标, from 90 达标, unrounded.
 */
final class GradeTree {
    private static final Fraction MET = Fraction.of(90);
    private static final Fraction BASICALLY = Fraction.of(80);

    private final Scene scene;
    private final GoalTree goals;

    GradeTree(Scene scene, GoalTree goals) {
        this.scene = scene;
        this.goals = goals;
    }

    /** @param ofUnit its goals, gathered; at least one */
    Explanation explain(OrgUnit unit, List<Goal> ofUnit, Cut cut) {
        boolean graded = unit.kind() == OrgUnit.Kind.DEPARTMENT;
        Explanation achievement = achievement(unit, ofUnit, graded ? cut.below() : cut);
        if (!graded) {
            return achievement.remarking("不是部门，不评等级（办法第十一条只评部门）");
        }
        Fraction percent = achievement.exact().orElseThrow();
        String grade = grade(percent);
        Explanation node = Explanation.of(
                        Kind.GRADE, unit.name() + " " + scene.cycle().name() + " 等级", grade)
                .by(sentence(percent, grade), "办法第十一条：< 80 不达标，80 至 < 90 基本达标，≥ 90 达标，按未舍入的精确值")
                .compared(kept(unit)
                        .flatMap(DepartmentAssessment::grade)
                        .map(Grade::chinese)
                        .map(k -> Agreement.of(grade, k, k))
                        .orElse(Agreement.NONE));
        return cut.open() ? node.from(List.of(achievement), 0) : node.from(List.of(), 1);
    }

    private Explanation achievement(OrgUnit unit, List<Goal> ofUnit, Cut cut) {
        List<Explanation> parts = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        Fraction top = Fraction.ZERO;
        Fraction bottom = Fraction.ZERO;
        for (Goal goal : ofUnit) {
            Explanation part = goals.explain(goal, cut.below());
            parts.add(part);
            bottom = bottom.plus(goal.weight());
            top = top.plus(goal.weight().times(part.exact().orElse(Fraction.ZERO)));
            terms.add(number(goal.weight()) + " × "
                    + part.exact().map(Shown::number).orElse("0（无数据）"));
        }
        Fraction raw = top.dividedBy(bottom);
        Fraction percent = raw.signum() < 0 ? Fraction.ZERO : raw.min(Fraction.of(100));
        int listed = cut.open() ? Math.min(cut.limit(), parts.size()) : 0;
        return Explanation.of(Kind.ACHIEVEMENT, unit.name() + " 目标达成度", number(percent) + "%")
                .exactly(Optional.of(percent))
                .by(
                        "(" + String.join(" + ", terms) + ") ÷ " + number(bottom) + " = " + number(raw)
                                + (raw.equals(percent) ? "" : "，计 " + number(percent)),
                        "各目标达成度按权重平均；无数据的目标按 0 计")
                .compared(kept(unit)
                        .map(k -> Agreement.of(
                                Optional.of(percent),
                                k.achievement(),
                                k.achievement().map(Shown::number).orElse("无")))
                        .orElse(Agreement.NONE))
                .from(parts.subList(0, listed), parts.size() - listed);
    }

    private Optional<DepartmentAssessment> kept(OrgUnit unit) {
        return scene.kept().flatMap(k -> k.unit(unit.id()));
    }

    private static String grade(Fraction percent) {
        if (percent.compareTo(MET) >= 0) {
            return "达标";
        }
        return percent.compareTo(BASICALLY) >= 0 ? "基本达标" : "不达标";
    }

    private static String sentence(Fraction percent, String grade) {
        return switch (grade) {
            case "达标" -> number(percent) + " ≥ 90";
            case "基本达标" -> "80 ≤ " + number(percent) + " < 90";
            default -> number(percent) + " < 80";
        };
    }

    private static String number(Fraction value) {
        return Shown.number(value);
    }
}
