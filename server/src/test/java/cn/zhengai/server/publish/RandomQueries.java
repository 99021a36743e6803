package cn.zhengai.server.publish;

import cn.zhengai.dashboards.schema.FieldKind;
import cn.zhengai.dashboards.schema.Measurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Questions of the grammar from a seed; some are such that nobody can answer. */
final class RandomQueries {
    private static final List<String> REGEX =
            List.of("a", "^a", "b$", "a|B", ".", ":root:", "教", "x\\=y|\\$v", "(a|b)+ ?b", "\\/s", "^$");

    private final Random random;

    RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        Measurement of = one(RandomPoints.MEASUREMENTS);
        return switch (random.nextInt(8)) {
            case 0 ->
                "SHOW TAG VALUES FROM \"" + of.name() + "\" WITH KEY = \"" + tag(of) + "\""
                        + (random.nextBoolean() ? "" : " WHERE " + comparison(of, tag(of)));
            case 1, 2 -> raw(of);
            case 3, 4 -> nested(of);
            default -> called(of);
        };
    }

    private String raw(Measurement of) {
        List<String> columns = new ArrayList<>();
        some(of).forEach(c -> columns.add(quoted(c) + (random.nextInt(4) == 0 ? " AS \"列 " + c + "\"" : "")));
        boolean falling = random.nextInt(3) == 0;
        return "SELECT " + String.join(", ", columns) + " FROM " + quoted(of.name()) + where(of, true)
                + (falling || random.nextBoolean() ? "" : " GROUP BY " + tags(of))
                + (falling ? " ORDER BY time DESC" : "")
                + (random.nextInt(3) == 0 ? " LIMIT " + (1 + random.nextInt(5)) : "");
    }

    private String called(Measurement of) {
        boolean windows = random.nextBoolean();
        StringBuilder columns = new StringBuilder(call(of));
        boolean none = false;
        if (random.nextInt(3) == 0) {
            columns.append(", ")
                    .append(windows || random.nextBoolean() ? quoted(field(of)) : call(of) + " AS \"other\"");
            none = true;
        }
        return select(of, columns.toString(), windows, none);
    }

    private String select(Measurement of, String columns, boolean windows, boolean none) {
        List<String> by = new ArrayList<>();
        if (windows) {
            by.add("time(" + one(List.of("7d", "36h", "3600s", "100000s", "2w", "7d, 88h", "36h, 16h", "3600s, 16h"))
                    + ")");
        }
        if (random.nextInt(3) > 0) {
            by.add(tags(of));
        }
        String fill = one(List.of("none", "none", "null", "previous", "0", "7"));
        return "SELECT " + columns + " FROM " + quoted(of.name()) + where(of, windows)
                + (by.isEmpty() ? "" : " GROUP BY " + String.join(", ", by))
                + (windows ? " fill(" + (none ? "none" : fill) + ")" : "");
    }

    private String nested(Measurement of) {
        String function = one(List.of("sum", "count", "mean", "min", "max"));
        String tag = tag(of);
        boolean windows = random.nextInt(3) == 0;
        String inner = select(
                of,
                (windows && random.nextBoolean()
                                ? "non_negative_difference(last(" + quoted(number(of)) + "))"
                                : one(List.of("last", "min", "max", "sum", "count")) + "(" + quoted(number(of)) + ")")
                        + " AS \"n\"",
                windows,
                random.nextBoolean());
        String by = windows && random.nextBoolean()
                ? " GROUP BY time(7d, 88h)"
                : inner.contains(quoted(tag)) && inner.contains("GROUP BY") ? " GROUP BY " + quoted(tag) : "";
        return "SELECT " + function + "(\"n\") FROM (" + inner + ")"
                + (by.contains("time")
                        ? " WHERE " + span() + (random.nextBoolean() ? " AND \"n\" > 1" : "")
                        : random.nextInt(3) == 0 ? " WHERE \"n\" = 3 OR \"n\" < 1" : "")
                + by + (by.contains("time") ? " fill(none)" : "");
    }

    private String call(Measurement of) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> "last(" + quoted(field(of)) + ")";
            case 2 -> "count(" + quoted(field(of)) + ")";
            case 3 -> "non_negative_difference(last(" + quoted(number(of)) + "))";
            default -> one(List.of("min", "max", "mean", "sum", "last")) + "(" + quoted(number(of)) + ")";
        };
    }

    private String where(Measurement of, boolean time) {
        List<String> conditions = new ArrayList<>();
        while (random.nextInt(3) > 0) {
            conditions.add(
                    random.nextInt(5) == 0
                            ? "(" + comparison(of, any(of)) + " OR " + comparison(of, any(of)) + ")"
                            : comparison(of, any(of)));
        }
        if (time || random.nextInt(3) == 0) {
            conditions.add(span());
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private String span() {
        long from = RandomPoints.FROM + random.nextInt(600) * RandomPoints.HOUR;
        return "time >= " + from + "ms and time <= " + (from + random.nextInt(900) * RandomPoints.HOUR) + "ms";
    }

    private String comparison(Measurement of, String name) {
        FieldKind kind = of.fields().getOrDefault(name, FieldKind.TEXT);
        return quoted(name) + " "
                + switch (kind) {
                    case DECIMAL, WHOLE ->
                        one(List.of("=", "!=", ">", "<", ">=", "<=")) + " " + random.nextInt(-2, 5)
                                + (random.nextInt(4) == 0 ? ".5" : "");
                    case TRUTH -> one(List.of("=", "!=")) + " " + random.nextBoolean();
                    case TEXT ->
                        random.nextBoolean()
                                ? one(List.of("=~", "!~")) + " /" + one(REGEX) + "/"
                                : one(List.of("=", "!=")) + " '"
                                        + one(RandomPoints.NAMES)
                                                .replace("\\", "\\\\")
                                                .replace("'", "\\'") + "'";
                };
    }

    private List<String> some(Measurement of) {
        List<String> all = new ArrayList<>(of.fields().keySet());
        all.addAll(of.tags());
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(Math.min(4, all.size())));
    }

    private String tags(Measurement of) {
        List<String> tags = new ArrayList<>(of.tags());
        Collections.shuffle(tags, random);
        return tags.subList(0, 1 + random.nextInt(2)).stream()
                .map(RandomQueries::quoted)
                .collect(Collectors.joining(", "));
    }

    private String any(Measurement of) {
        return random.nextBoolean() ? tag(of) : field(of);
    }

    private String tag(Measurement of) {
        return one(List.copyOf(of.tags()));
    }

    private String field(Measurement of) {
        return one(List.copyOf(of.fields().keySet()));
    }

    private String number(Measurement of) {
        List<String> numbers = of.fields().entrySet().stream()
                .filter(f -> f.getValue() == FieldKind.DECIMAL || f.getValue() == FieldKind.WHOLE)
                .map(Map.Entry::getKey)
                .toList();
        return numbers.isEmpty() ? field(of) : one(numbers);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
