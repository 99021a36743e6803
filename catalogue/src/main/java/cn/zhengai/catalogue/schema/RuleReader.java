package cn.zhengai.catalogue.schema;

import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the keywords of JSON Schema that our schemas use as rules. Any other keyword makes a rule that is never sure, so
 * that a schema may use it before this class knows it.
 */
final class RuleReader {
    private static final Set<String> WORDS = Set.of("$schema", "$id", "$defs", "title", "description", "properties");

    private final Mapping definitions;
    private final Map<String, Rule> defined = new HashMap<>();

    /** @param definitions what {@code #/$defs/} refers to */
    RuleReader(Mapping definitions) {
        this.definitions = definitions;
    }

    /** All that a schema wants. */
    Rule rule(Mapping schema) {
        List<Rule> rules = new ArrayList<>();
        schema.fields().forEach((keyword, field) -> {
            if (!WORDS.contains(keyword)) {
                rules.add(rule(keyword, field.value(), schema));
            }
        });
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            rules.add(Rule.unsure());
        }
        Rule[] all = rules.toArray(Rule[]::new);
        return node -> {
            for (Rule rule : all) {
                if (!rule.holds(node)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Rule rule(String keyword, Node value, Mapping schema) {
        return switch (keyword) {
            case "$ref" -> reference(value);
            case "type" -> types(schema.texts(keyword), schema.text(keyword).orElse(""));
            case "enum" -> choices(Set.copyOf(schema.texts(keyword)));
            case "pattern" -> pattern(schema.text(keyword).orElse(""));
            case "required" -> required(schema.texts(keyword));
            case "additionalProperties" -> closed(value, schema);
            case "items" -> value instanceof Mapping items ? each(rule(items)) : Rule.unsure();
            case "minimum" -> number(value, (one, limit) -> one.compareTo(limit) >= 0);
            case "maximum" -> number(value, (one, limit) -> one.compareTo(limit) <= 0);
            case "exclusiveMinimum" -> number(value, (one, limit) -> one.compareTo(limit) > 0);
            case "minItems" -> items(atLeast(value));
            case "minProperties" -> properties(atLeast(value));
            case "maxProperties" -> properties(atMost(value));
            case "minLength" -> length(atLeast(value));
            case "maxLength" -> length(atMost(value));
            default -> Rule.unsure();
        };
    }

    /** Read when first asked: a definition may refer to itself. */
    private Rule reference(Node value) {
        String name = text(value).replace("#/$defs/", "");
        return node -> {
            Rule rule = defined.get(name);
            if (rule == null) {
                rule = definitions.mapping(name).map(this::rule).orElse(Rule.unsure());
                defined.put(name, rule);
            }
            return rule.holds(node);
        };
    }

    private static Rule types(List<String> several, String one) {
        Set<String> wanted = several.isEmpty() ? Set.of(one) : Set.copyOf(several);
        boolean whole = wanted.contains("integer");
        boolean any = wanted.contains("number");
        return node -> wanted.contains(type(node)) || (whole || any) && number(node) && (any || whole(node));
    }

    /** Of a number nothing: it depends on what is asked. */
    private static String type(Node node) {
        if (node instanceof Mapping) {
            return "object";
        }
        if (node instanceof Sequence) {
            return "array";
        }
        return switch (((Scalar) node).kind()) {
            case TEXT -> "string";
            case TRUTH -> "boolean";
            case NOTHING -> "null";
            case NUMBER -> "";
        };
    }

    private static boolean number(Node node) {
        return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NUMBER;
    }

    private static boolean string(Node node) {
        return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.TEXT;
    }

    private static boolean whole(Node node) {
        return new BigDecimal(text(node)).scale() == 0;
    }

    private static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text() : "";
    }

    private static Rule choices(Set<String> choices) {
        return node -> string(node) && choices.contains(text(node));
    }

    /** With a line end in it, what {@code $} means is not certain. */
    private static Rule pattern(String regex) {
        Predicate<String> found = Pattern.compile(regex).asPredicate();
        return node -> !string(node) || text(node).indexOf('\n') < 0 && found.test(text(node));
    }

    private static Rule required(List<String> keys) {
        return node ->
                !(node instanceof Mapping mapping) || mapping.fields().keySet().containsAll(keys);
    }

    /** Every key has a rule and holds it. */
    private Rule closed(Node value, Mapping schema) {
        if (!text(value).equals("false")) {
            return Rule.unsure();
        }
        Map<String, Rule> known = new HashMap<>();
        schema.mapping("properties")
                .ifPresent(properties -> properties
                        .fields()
                        .forEach((key, field) -> known.put(
                                key, field.value() instanceof Mapping wanted ? rule(wanted) : Rule.unsure())));
        return node -> {
            if (node instanceof Mapping mapping) {
                for (Map.Entry<String, Mapping.Field> field : mapping.fields().entrySet()) {
                    Rule rule = known.get(field.getKey());
                    if (rule == null || !rule.holds(field.getValue().value())) {
                        return false;
                    }
                }
            }
            return true;
        };
    }

    private static Rule each(Rule wanted) {
        return node -> {
            if (node instanceof Sequence sequence) {
                for (Node item : sequence.items()) {
                    if (!wanted.holds(item)) {
                        return false;
                    }
                }
            }
            return true;
        };
    }

    private interface Comparison {
        boolean holds(BigDecimal one, BigDecimal limit);
    }

    private static Rule number(Node value, Comparison comparison) {
        BigDecimal limit = new BigDecimal(text(value));
        return node -> !number(node) || comparison.holds(new BigDecimal(text(node)), limit);
    }

    private static IntPredicate atLeast(Node value) {
        int limit = Integer.parseInt(text(value));
        return size -> size >= limit;
    }

    private static IntPredicate atMost(Node value) {
        int limit = Integer.parseInt(text(value));
        return size -> size <= limit;
    }

    private static Rule items(IntPredicate size) {
        return node -> !(node instanceof Sequence sequence)
                || size.test(sequence.items().size());
    }

    private static Rule properties(IntPredicate size) {
        return node ->
                !(node instanceof Mapping mapping) || size.test(mapping.fields().size());
    }

    private static Rule length(IntPredicate size) {
        return node -> !string(node)
                || size.test(text(node).codePointCount(0, text(node).length()));
    }
}
