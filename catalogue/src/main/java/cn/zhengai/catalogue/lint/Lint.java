package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Findings;

/** All checks on what was read. */
public final class Lint {

    private Lint() {}

    /** Reports everything that does not make sense; each check works whatever the others found. */
    public static void check(Draft draft, Findings findings) {
        Ancestry ancestry = new Ancestry(draft.units());
        draft.college().ifPresent(college -> new CollegeLint(college, findings).check());
        draft.calendar().ifPresent(calendar -> new CalendarLint(draft, calendar, findings).check());
        new OrganisationLint(draft, ancestry, findings).check();
        new LifeLint(draft, ancestry, findings).check();
        new SubjectLint(draft.subjects(), findings).check();
        new PointLint(draft.points(), findings).check();
        new LineLint(draft.points(), new Groups(draft.subjects(), findings), findings).check();
        new GoalLint(draft, ancestry, findings).check();
        new SourceLint(draft, findings).check();
    }
}
