package cn.zhengai.console.page;

import cn.zhengai.assessment.breakdown.CollegeAssessment;
import cn.zhengai.assessment.breakdown.DepartmentAssessment;
import cn.zhengai.assessment.breakdown.GoalResult;
import cn.zhengai.assessment.rollup.SubjectFigure;
import cn.zhengai.console.board.AssessmentShelf;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Guard;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.console.http.Route;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Pages about achievement and grades: all departments, one department, the readings behind one figure. */
final class AssessmentPageRoutes {
    private static final String HERE = "/assessments";

    private final Records records;
    private final AssessmentShelf shelf;
    private final Guard guard;
    private final Frames frames;
    private final Views views;

    AssessmentPageRoutes(Records records, AssessmentShelf shelf, Guard guard, Frames frames, Views views) {
        this.records = records;
        this.shelf = shelf;
        this.guard = guard;
        this.frames = frames;
        this.views = views;
    }

    List<Route> routes() {
        return List.of(
                Route.get(HERE, this::running),
                Route.get(HERE + "/{cycle}", this::cycle),
                Route.post(HERE + "/{cycle}", this::compute),
                Route.get(HERE + "/{cycle}/{unit}", this::unit),
                Route.get(HERE + "/{cycle}/{unit}/{goal}/{subject}", this::evidence));
    }

    AssessmentPages.Standing standing(String cycle) {
        return AssessmentPages.Standing.of(shelf.newest(cycle));
    }

    private void running(Context ctx) {
        ctx.redirect(frames.of(ctx, "", HERE).assessments(), HttpStatus.SEE_OTHER);
    }

    private void cycle(Context ctx) {
        Frame frame = frame(ctx, "年度考核");
        views.show(
                ctx,
                "assessments",
                new AssessmentPages.CyclePage(
                        frame,
                        standing(frame.cycle().id()),
                        shelf.desk().history(frame.cycle().id()).size()));
    }

    private void compute(Context ctx) {
        guard.sameOrigin(ctx);
        Frame frame = frame(ctx, "年度考核");
        shelf.desk().assess(frame.cycle().id());
        ctx.redirect(frame.assessments(), HttpStatus.SEE_OTHER);
    }

    private void unit(Context ctx) {
        Frame frame = frame(ctx, "考核明细");
        CollegeAssessment assessment = assessment(frame);
        DepartmentAssessment unit = unit(assessment, ctx.pathParam("unit"));
        List<AssessmentPages.GoalRow> goals = unit.goals().stream()
                .map(g -> AssessmentPages.GoalRow.of(g, hidden(g)))
                .toList();
        views.show(
                ctx,
                "department",
                new AssessmentPages.UnitPage(frame, assessment, new AssessmentPages.Row(unit), goals));
    }

    private void evidence(Context ctx) {
        Frame frame = frame(ctx, "采集值依据");
        DepartmentAssessment unit = unit(assessment(frame), ctx.pathParam("unit"));
        GoalResult goal =
                unit.goal(ctx.pathParam("goal")).orElseThrow(() -> Refusal.notFound("没有目标 " + ctx.pathParam("goal")));
        if (hidden(goal)) {
            throw new Refusal(Fault.PERSONAL, "此目标涉及个人，只提供汇总");
        }
        String subject = ctx.pathParam("subject");
        SubjectFigure figure = shelf.desk().subjects(frame.cycle().id(), unit.unit(), goal.goal()).stream()
                .filter(s -> s.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("此目标没有诊改主体 " + subject));
        var readings = shelf.desk().readings(frame.cycle().id(), unit.unit(), goal.goal(), subject);
        views.show(
                ctx,
                "evidence",
                new AssessmentPages.EvidencePage(frame, unit.unit(), unit.name(), goal, figure, readings));
    }

    private boolean hidden(GoalResult goal) {
        return goal.measured()
                .map(m -> records.discretion().hides(records.catalogue().get(), m.point()))
                .orElse(false);
    }

    private Frame frame(Context ctx, String title) {
        String cycle = ctx.pathParam("cycle");
        if (records.catalogue().get().cycle(cycle).isEmpty()) {
            throw Refusal.notFound("目录中没有诊改周期 " + cycle);
        }
        return frames.of(title, HERE, Optional.of(cycle));
    }

    private CollegeAssessment assessment(Frame frame) {
        return shelf.newest(frame.cycle().id())
                .orElseThrow(() -> Refusal.notFound("周期 " + frame.cycle().name() + " 还没有考核结果"));
    }

    private static DepartmentAssessment unit(CollegeAssessment assessment, String id) {
        return assessment.unit(id).orElseThrow(() -> Refusal.notFound("考核结果中没有单位 " + id));
    }
}
