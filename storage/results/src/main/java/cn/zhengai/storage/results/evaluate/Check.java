package cn.zhengai.storage.results.evaluate;

import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.storage.results.question.Column;
import cn.zhengai.storage.results.question.Condition;
import cn.zhengai.storage.results.question.Refused;
import cn.zhengai.storage.results.question.Select;
import cn.zhengai.storage.results.question.Select.Fill;
import cn.zhengai.storage.results.question.Span;
import java.util.List;
import java.util.Map;

/** Refuses what InfluxDB would answer otherwise than we do, or not at all. */
final class Check {
    private static final long WINDOWS = 100_000;

    private final Select select;
    private final Names names;

    private Check(Select select, Names names) {
        this.select = select;
        this.names = names;
    }

    /** @param span what is read */
    static void of(Select select, Names names, Span span) {
        Check check = new Check(select, names);
        select.where().ifPresent(where -> condition(where, names));
        refuse(
                !names.tags().containsAll(select.grouping().tags()),
                "GROUP BY " + select.grouping().tags());
        if (select.calls().isEmpty()) {
            check.raw();
        } else {
            check.called();
            check.windows(span);
        }
    }

    /** The same for a question about the answer of another. */
    static void nested(Select outer, Select inner) {
        refuse(inner.source() instanceof Select.Nested, "两层嵌套");
        refuse(inner.calls().isEmpty() || !outer.plain().isEmpty(), "嵌套查询里没有函数的列");
        refuse(
                outer.calls().stream().anyMatch(c -> c.difference() || c.function() == Column.Function.LAST),
                "嵌套查询外层的 " + outer.calls());
        refuse(outer.where().map(Check::asksForTruth).orElse(false), "嵌套查询外层的 true 或 false");
        Fill.Kind fill = inner.grouping().fill().kind();
        refuse(fill != Fill.Kind.NONE && fill != Fill.Kind.NULL, "嵌套查询内层的 fill");
        refuse(
                inner.calls().stream().anyMatch(Column.Call::difference)
                        && !outer.span().equals(Span.ALL)
                        && !outer.span().equals(inner.span()),
                "内外两层起止时间不同的 non_negative_difference");
        refuse(outer.grouping().every() > 0 && inner.grouping().every() == 0, "只有外层按时间分组");
    }

    private static boolean asksForTruth(Condition condition) {
        if (condition instanceof Condition.And and) {
            return asksForTruth(and.left()) || asksForTruth(and.right());
        }
        if (condition instanceof Condition.Or or) {
            return asksForTruth(or.left()) || asksForTruth(or.right());
        }
        return condition instanceof Condition.Comparison comparison && comparison.literal() instanceof Boolean;
    }

    static void condition(Condition condition, Names names) {
        if (condition instanceof Condition.And and) {
            condition(and.left(), names);
            condition(and.right(), names);
        } else if (condition instanceof Condition.Or or) {
            condition(or.left(), names);
            condition(or.right(), names);
        } else if (condition instanceof Condition.Match match) {
            refuse(names.kind(match.of()) != FieldKind.TEXT, "对 " + match.of() + " 用正则表达式");
        } else if (condition instanceof Condition.Comparison comparison) {
            boolean ordered = comparison.operator() != Condition.Operator.EQUAL
                    && comparison.operator() != Condition.Operator.NOT_EQUAL;
            FieldKind kind = names.kind(comparison.of());
            boolean fits = switch (kind) {
                case DECIMAL, WHOLE -> comparison.literal() instanceof Number;
                case TEXT -> comparison.literal() instanceof String && !ordered;
                case TRUTH -> comparison.literal() instanceof Boolean && !ordered;
            };
            refuse(!fits, comparison.of() + " 与 " + comparison.literal() + " 比较");
        }
    }

    private void raw() {
        refuse(select.plain().stream().noneMatch(c -> names.isField(c.of())), "没有一列是字段");
        refuse(select.grouping().every() > 0, "没有函数却按时间分组");
        refuse(select.falling() && !select.grouping().tags().isEmpty(), "GROUP BY 与 DESC");
    }

    private void called() {
        List<Column.Call> calls = select.calls();
        boolean windows = select.grouping().every() > 0;
        Fill.Kind fill = select.grouping().fill().kind();
        boolean others = !select.plain().isEmpty();
        calls.forEach(this::call);
        select.plain().forEach(c -> names.kind(c.of()));
        refuse(others && calls.size() > 1, "几个函数与其他列");
        refuse(others && (windows || calls.get(0).function() != Column.Function.LAST), "last 以外的函数与其他列，或按时间分组的其他列");
        refuse(windows && calls.size() > 1, "几个函数按时间分组");
        boolean differs = calls.stream().anyMatch(Column.Call::difference);
        refuse(calls.stream().map(c -> List.of(c.function(), c.of())).distinct().count() < calls.size(), "同一个函数两次");
        refuse(differs && !windows, "non_negative_difference 没有按时间分组");
        refuse(differs && fill != Fill.Kind.NONE && fill != Fill.Kind.NULL, "non_negative_difference 与 fill");
        refuse(windows && fill == Fill.Kind.NUMBER && !number(Check.kind(calls.get(0), names.fields())), "文字的 fill");
        refuse(select.falling() || select.limit().isPresent(), "函数与 DESC 或 LIMIT");
    }

    private void call(Column.Call call) {
        refuse(!names.isField(call.of()), "标签 " + call.of() + " 的函数");
        FieldKind kind = names.kind(call.of());
        boolean number = number(kind);
        boolean any = call.function() == Column.Function.LAST || call.function() == Column.Function.COUNT;
        refuse(!number && (!any || call.difference()), call.function().influxQl() + "(" + call.of() + ")");
    }

    private static boolean number(FieldKind kind) {
        return kind == FieldKind.DECIMAL || kind == FieldKind.WHOLE;
    }

    private void windows(Span span) {
        long every = select.grouping().every();
        if (every > 0) {
            refuse(!span.bounded(), "按时间分组却没有起止时间");
            refuse((span.until() - span.from()) / every > WINDOWS, "时间段太多");
        }
    }

    /** What a call answers with. */
    static FieldKind kind(Column.Call call, Map<String, FieldKind> fields) {
        return switch (call.function()) {
            case MEAN -> FieldKind.DECIMAL;
            case COUNT -> FieldKind.WHOLE;
            default -> fields.getOrDefault(call.of(), FieldKind.DECIMAL);
        };
    }

    private static void refuse(boolean when, String what) {
        if (when) {
            throw Refused.because(what);
        }
    }
}
