package cn.zhengai.assessment.breakdown;

import cn.zhengai.assessment.rollup.GroupFigure;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.core.catalogue.RollUp;
import java.util.List;

/**
 * What a goal's point came to over the unit's subjects.
 *
 * @param point id
 * @param unit symbol of its measure unit
 * @param wanted what a subject has to meet, as written in the catalogue; {@code 标准值} when it is each subject's standard
 * @param figure of the group, with the number of subjects read and unread
 * @param subjects each subject's part, the first {@link #LISTED} of them; {@code figure.applicable()} says how many there
 *     are
 */
public record Measured(
        String point,
        String pointName,
        String unit,
        RollUp rollUp,
        String wanted,
        GroupFigure figure,
        List<SubjectFigure> subjects) {
    /** So many subjects are listed with a goal, so that a result of a million series stays a document. */
    public static final int LISTED = 20_000;

    public Measured {
        subjects = List.copyOf(subjects);
    }
}
