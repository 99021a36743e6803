package cn.zhengai.console.reason;

import cn.zhengai.alerting.reason.WarningReasons;
import cn.zhengai.assessment.explain.Cut;
import cn.zhengai.assessment.explain.ExplanationDesk;
import cn.zhengai.assessment.explain.Question;
import cn.zhengai.assessment.explain.UnexplainableException;
import cn.zhengai.assessment.explain.Withholding;
import cn.zhengai.console.board.Discretion;
import cn.zhengai.console.board.Records;
import cn.zhengai.console.http.Asked;
import cn.zhengai.console.http.Fault;
import cn.zhengai.console.http.Refusal;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.evidence.Explanation;
import cn.zhengai.core.warning.Warning;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks the desks on behalf of whoever reaches the console; the path names what, the query how much. */
final class Reasons {
    private final Records records;
    private final ExplanationDesk desk;
    private final WarningReasons warnings;

    Reasons(Records records, ExplanationDesk desk, WarningReasons warnings) {
        this.records = records;
        this.desk = desk;
        this.warnings = warnings;
    }

    Explanation grade(Context ctx) {
        return refusing(() -> desk.grade(ctx.pathParam("unit"), ctx.pathParam("cycle"), question(ctx, 4)));
    }

    Explanation goal(Context ctx) {
        return refusing(() ->
                desk.goal(ctx.pathParam("unit"), ctx.pathParam("goal"), ctx.pathParam("cycle"), question(ctx, 3)));
    }

    Explanation figure(Context ctx) {
        String point = ctx.pathParam("point");
        String over = ctx.pathParam("over");
        boolean group = records.catalogue().get().tree().named(over).isPresent();
        if (!group) {
            refusePersons(point);
        }
        return refusing(() -> desk.figure(point, over, ctx.pathParam("cycle"), question(ctx, 3)));
    }

    Explanation band(Context ctx) {
        String point = ctx.pathParam("point");
        refusePersons(point);
        Optional<Instant> at =
                new Asked(ctx).instant("at", records.catalogue().get().zone());
        return refusing(() -> desk.band(point, ctx.pathParam("subject"), at, question(ctx, 3)));
    }

    Explanation warning(Context ctx) {
        String id = ctx.pathParam("id");
        Warning warning = records.ledger().warnings().warning(id).orElseThrow(() -> Refusal.notFound("没有预警 " + id));
        refusePersons(warning.point());
        return warnings.explain(id, question(ctx, 3).cut().limit()).orElseThrow(() -> Refusal.notFound("没有预警 " + id));
    }

    private void refusePersons(String point) {
        Optional<Level> level = records.catalogue().get().point(point).map(ControlPoint::level);
        if (level.filter(records.discretion()::hides).isPresent()) {
            throw new Refusal(Fault.PERSONAL, "单个" + level.get().chinese() + "的依据不在此处提供");
        }
    }

    private Question question(Context ctx, int depth) {
        Asked asked = new Asked(ctx);
        Cut cut = new Cut(asked.whole("depth", depth, 1, 9), asked.whole("limit", 10, 0, 1000));
        Withholding withholding = new Withholding(
                Arrays.stream(Level.values())
                        .filter(records.discretion()::hides)
                        .collect(Collectors.toSet()),
                Discretion.SMALLEST_GROUP);
        return new Question(asked.instant("asOf", records.catalogue().get().zone()), cut, withholding);
    }

    private static Explanation refusing(Supplier<Explanation> question) {
        try {
            return question.get();
        } catch (UnexplainableException gone) {
            throw new Refusal(Fault.CONFLICT, String.valueOf(gone.getMessage()));
        }
    }
}
