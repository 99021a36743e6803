package cn.zhengai.dashboards.fill;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.grafana.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the answers to a variable's query offer: each once, in the variable's order. */
final class Options {
    private Options() {}

    static List<Option> of(Variable variable, List<Answer> answers) {
        Set<Option> options = new LinkedHashSet<>();
        for (Answer answer : answers) {
            // SHOW TAG VALUES answers key and value, SELECT time and value
            answer.rows().forEach(row -> {
                Object said = row.get(1);
                if (said != null && !said.toString().isEmpty()) {
                    options.add(option(variable.regex(), said.toString()));
                }
            });
        }
        List<Option> ordered = new ArrayList<>(options);
        Comparator<Option> rising = Comparator.comparing(Option::text);
        switch (variable.order()) {
            case AS_FOUND -> {}
            case RISING -> ordered.sort(rising);
            case FALLING -> ordered.sort(rising.reversed());
        }
        return ordered;
    }

    /** What the expression does not match is value and text at once. */
    private static Option option(String regex, String said) {
        if (regex.isEmpty()) {
            return new Option(said, said);
        }
        Matcher matcher =
                Pattern.compile(regex.substring(1, regex.length() - 1)).matcher(said);
        return matcher.matches()
                ? new Option(
                        Objects.requireNonNull(matcher.group("value")), Objects.requireNonNull(matcher.group("text")))
                : new Option(said, said);
    }
}
