package cn.zhengai.dashboards.fill;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts values in place of variables. A value always stands for itself: in a string and in a regular expression of a query
 * it is quoted for where it stands, whatever format the variable asks for, so that no value ends either or means anything
 * else. Several values are alternatives in a regular expression; elsewhere the first stands. Variables that nobody chose are
 * empty.
 *
 * @param texts what people read, by variable
 */
public record Filling(Map<String, List<String>> values, Map<String, String> texts, Span span, Duration interval) {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)(?::(\\w+))?}|(\\w+))");
    private static final Pattern SPECIAL = Pattern.compile("[/.*+?^${}()|\\[\\]\\\\-]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public Filling {
        values = Map.copyOf(values);
        texts = Map.copyOf(texts);
    }

    /** One value each, which is its own text. */
    public static Filling single(Map<String, String> values, Span span, Duration interval) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Filling(lists, values, span, interval);
    }

    /** The same with one more value. */
    public Filling with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, List.of(value));
        return new Filling(more, texts, span, interval);
    }

    /** A query that can be asked. */
    public String query(String template) {
        StringBuilder out = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        Place place = Place.BARE;
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c == '$' && variable.region(at, template.length()).lookingAt()) {
                out.append(
                        place == Place.BARE
                                ? bare(name(variable))
                                : place.quoted(values.getOrDefault(name(variable), List.of())));
                at = variable.end();
            } else if (c == '\\' && place != Place.BARE && at + 1 < template.length()) {
                out.append(c).append(template.charAt(at + 1));
                at += 2;
            } else {
                place = place.after(c, out);
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    /** Words for people: the text of what is chosen, not its value. */
    public String words(String template) {
        return VARIABLE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(texts.getOrDefault(name(found), "")));
    }

    /** What stands in place of a variable where one value can stand. */
    public String value(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    static String name(java.util.regex.MatchResult found) {
        return found.group(1) == null ? found.group(3) : found.group(1);
    }

    /** A value outside of quotes could be anything: only macros stand there. */
    private String bare(String name) {
        return switch (name) {
            case "timeFilter" -> span.clause();
            case "__interval" -> interval.toSeconds() + "s";
            default -> throw new IllegalArgumentException("a variable outside of quotes: " + name);
        };
    }

    /** Where in a query. */
    private enum Place {
        BARE,
        STRING,
        NAME,
        REGEX;

        Place after(char c, CharSequence before) {
            return switch (this) {
                case BARE -> c == '\'' ? STRING : c == '"' ? NAME : c == '/' && matched(before) ? REGEX : BARE;
                case STRING -> c == '\'' ? BARE : this;
                case NAME -> c == '"' ? BARE : this;
                case REGEX -> c == '/' ? BARE : this;
            };
        }

        private static boolean matched(CharSequence before) {
            String said = before.toString().stripTrailing();
            return said.endsWith("=~") || said.endsWith("!~");
        }

        /** In a regular expression none at all is the empty text, as Grafana has it. */
        String quoted(List<String> values) {
            return this == REGEX && values.size() > 1
                    ? values.stream().map(this::quoted).collect(Collectors.joining("|", "(", ")"))
                    : quoted(values.stream().findFirst().orElse(""));
        }

        private String quoted(String value) {
            String line = CONTROL.matcher(value).replaceAll("");
            return switch (this) {
                case REGEX -> SPECIAL.matcher(line).replaceAll("\\\\$0");
                case STRING -> line.replace("\\", "\\\\").replace("'", "\\'");
                case NAME -> line.replace("\\", "\\\\").replace("\"", "\\\"");
                case BARE -> throw new IllegalStateException("nothing is quoted here");
            };
        }
    }
}
