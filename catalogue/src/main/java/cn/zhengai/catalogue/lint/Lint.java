package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Draft;
import cn.zhengai.catalogue.finding.Findings;

/** All checks on what was read. */
public final class Lint {

    private Lint() {}

    /**
     * Reports everything that does not make sense; each check works whatever the others found. What adds entries up, or
     * misses one, is asked only when every entry could be read: otherwise one fault would be told twice.
     */
    public static void check(Draft draft, Findings findings) {
        boolean whole = !findings.hasErrors();
        Ancestry ancestry = new Ancestry(draft.units());
        draft.college().ifPresent(college -> new CollegeLint(college, findings).check());
        draft.calendar().ifPresent(calendar -> new CalendarLint(draft, calendar, findings).check());
        new OrganisationLint(draft, ancestry, findings).check();
        new OwnerLint(draft, ancestry, findings).check();
        new NameLint(draft, findings).check();
        new SubjectLint(draft.subjects(), ancestry, findings).check();
        new GroupUseLint(draft, findings).check();
        PointLint points = new PointLint(draft.points(), findings);
        points.check();
        new LineLint(draft.points(), new Groups(draft.subjects(), findings), findings).check();
        new FigureLint(draft, findings).check();
        new VersionLint(draft, findings).check();
        new OverlapLint(draft, ancestry, findings).check();
        new LifeLint(draft, ancestry, findings).check();
        CadenceLint cadence = new CadenceLint(draft, findings);
        cadence.check();
        SchoolDayLint schoolDays = new SchoolDayLint(draft, findings);
        schoolDays.check();
        GoalLint goals = new GoalLint(draft, ancestry, findings);
        goals.check();
        GoalPlanLint plan = new GoalPlanLint(draft, ancestry, findings);
        plan.check();
        new SourceLint(draft, findings).check();
        DeliveryLint delivery = new DeliveryLint(draft, findings);
        delivery.check();
        if (whole) {
            points.weights();
            cadence.whole();
            schoolDays.whole();
            goals.weights();
            plan.departments();
            delivery.whole();
        }
    }
}
