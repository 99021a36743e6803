package cn.zhengai.dashboards.lint;

import cn.zhengai.dashboards.schema.Measurement;
import cn.zhengai.dashboards.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query asks for: one SELECT, perhaps of a SELECT, or one SHOW TAG VALUES, with every name in double quotes.
 *
 * @param faults names nobody knows, and what is no such query; Chinese
 * @param columns what it answers with, besides time
 * @param measurement the one it reads; empty when it is unknown
 */
record Asked(List<String> faults, Set<String> columns, Optional<Measurement> measurement) {
    private static final Pattern SHOW =
            Pattern.compile("SHOW TAG VALUES FROM \"([^\"]+)\" WITH KEY = \"([^\"]+)\"(?: WHERE (.+))?");
    private static final Pattern SELECT = Pattern.compile("SELECT (.+?) FROM (.+)", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("\"([^\"]+)\"(.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern ALIAS = Pattern.compile(" AS \"([^\"]+)\"");
    private static final Pattern CALL = Pattern.compile("([a-z_]+)\\([^)]*\\)(?! AS)");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern REGEX = Pattern.compile("=~ /(?:[^/\\\\]|\\\\.)*/|!~ /(?:[^/\\\\]|\\\\.)*/");

    static Asked of(String query) {
        Matcher show = SHOW.matcher(query);
        if (show.matches()) {
            return shown(show);
        }
        Matcher select = SELECT.matcher(query);
        if (!select.matches() || query.contains(";") || query.contains(" INTO ")) {
            return new Asked(List.of("不是一条 SELECT 或 SHOW TAG VALUES：" + query), Set.of(), Optional.empty());
        }
        String rest = select.group(2);
        return rest.startsWith("(") ? nested(select.group(1), rest) : plain(select.group(1), rest);
    }

    private static Asked shown(Matcher show) {
        Optional<Measurement> from = Schema.named(show.group(1));
        List<String> faults = new ArrayList<>();
        if (from.isEmpty()) {
            faults.add("没有量测 " + show.group(1));
        } else {
            String where = Optional.ofNullable(show.group(3)).orElse("");
            unknown(
                    faults,
                    "\"" + show.group(2) + "\" " + where,
                    from.get().tags(),
                    from.get().name());
        }
        return new Asked(faults, Set.of(show.group(2)), from);
    }

    private static Asked nested(String selected, String rest) {
        int end = closing(rest);
        if (end < 0) {
            return new Asked(List.of("括号不配对：" + rest), Set.of(), Optional.empty());
        }
        Asked inner = of(rest.substring(1, end));
        List<String> faults = new ArrayList<>(inner.faults);
        unknown(faults, selected + rest.substring(end + 1), inner.columns, "内层查询");
        return new Asked(faults, columns(selected, rest.substring(end + 1)), inner.measurement);
    }

    private static Asked plain(String selected, String rest) {
        Matcher named = PLAIN.matcher(rest);
        Optional<Measurement> from = named.matches() ? Schema.named(named.group(1)) : Optional.empty();
        if (from.isEmpty()) {
            return new Asked(List.of("没有这个量测：" + rest), Set.of(), Optional.empty());
        }
        List<String> faults = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(from.get().tags());
        known.addAll(from.get().fields().keySet());
        unknown(faults, selected + named.group(2), known, from.get().name());
        return new Asked(faults, columns(selected, named.group(2)), from);
    }

    private static int closing(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static void unknown(List<String> faults, String clauses, Set<String> known, String of) {
        String names = ALIAS.matcher(
                        TEXT.matcher(REGEX.matcher(clauses).replaceAll("")).replaceAll(""))
                .replaceAll("");
        Matcher name = NAME.matcher(names);
        while (name.find()) {
            if (!known.contains(name.group(1))) {
                faults.add(of + " 没有标签或字段 " + name.group(1));
            }
        }
    }

    private static Set<String> columns(String selected, String rest) {
        Set<String> columns = new LinkedHashSet<>();
        for (String one : selected.split(", (?=\"|[a-z_]+\\()", -1)) {
            Matcher alias = ALIAS.matcher(one);
            Matcher call = CALL.matcher(one);
            Matcher name = NAME.matcher(one);
            if (alias.find()) {
                columns.add(alias.group(1));
            } else if (call.find()) {
                columns.add(call.group(1));
            } else if (name.find()) {
                columns.add(name.group(1));
            }
        }
        int group = rest.indexOf(" GROUP BY ");
        Matcher tag = NAME.matcher(group < 0 ? "" : rest.substring(group));
        while (tag.find()) {
            columns.add(tag.group(1));
        }
        return columns;
    }
}
