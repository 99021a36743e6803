package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.grafana.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One series over time, named as its target's alias says. */
record Curve(String name, List<Sample> points) {
    private static final Pattern TAG = Pattern.compile("\\$tag_(\\w+)");

    /** One for each series of the answer and column of numbers. */
    static List<Curve> of(Target target, List<Answer> answers) {
        List<Curve> curves = new ArrayList<>();
        for (Answer answer : answers) {
            for (int column = 1; column < answer.columns().size(); column++) {
                List<Sample> points = points(answer, column);
                if (!points.isEmpty()) {
                    curves.add(new Curve(name(target.alias(), answer, column), points));
                }
            }
        }
        return curves;
    }

    private static List<Sample> points(Answer answer, int column) {
        List<Sample> points = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            if (row.get(0) instanceof Number at && row.get(column) instanceof Number value) {
                points.add(new Sample(at.longValue(), value.doubleValue()));
            }
        }
        return points;
    }

    private static String name(String alias, Answer answer, int column) {
        if (alias.isEmpty()) {
            return answer.measurement() + "." + answer.columns().get(column);
        }
        return TAG.matcher(alias)
                .replaceAll(found -> Matcher.quoteReplacement(answer.tags().getOrDefault(found.group(1), "")));
    }

    Sample last() {
        return points.get(points.size() - 1);
    }
}
