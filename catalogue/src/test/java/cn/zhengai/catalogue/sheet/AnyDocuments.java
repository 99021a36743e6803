package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Scalar.Kind;
import cn.zhengai.catalogue.node.Sequence;
import cn.zhengai.catalogue.schema.SchemaCheck;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Documents made of nothing but their schemas and a seed: every key, every kind of value, no sense. */
final class AnyDocuments {
    private static final Place PLACE = Place.file("any");
    private static final List<String> WORDS = List.of(
            "教务处",
            "Ａ班（甲）",
            "a, b",
            "甲、乙",
            "两行\n字",
            "[x]",
            "\"q\"",
            "3",
            "0012",
            "true",
            "1e5",
            "是",
            "- x",
            "a: b",
            "#1",
            "@x",
            "2026-01-01",
            "null",
            "~",
            "{y}",
            "100%",
            "'",
            "\t",
            " 首尾 ",
            "=1+1",
            "_x000D_",
            "😀",
            "<b>&amp;",
            "＞＝");
    private static final List<String> LINES = List.of(
            "98", ">= 98.5", "< 0", "14..16", "outside 12..18", "-3..-1", "= 0", "良", ">= 良", "差..中", "≥ 良", "> 中（偏低）");

    private final Random random;
    private final JsonNode root;
    private int serial;

    private AnyDocuments(Random random, JsonNode root) {
        this.random = random;
        this.root = root;
    }

    static List<Document> of(long seed) {
        Random random = new Random(seed);
        List<Document> documents = new ArrayList<>();
        for (FileKind kind : FileKind.values()) {
            JsonNode root;
            try {
                root = new ObjectMapper().readTree(SchemaCheck.text(kind));
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException(broken);
            }
            AnyDocuments any = new AnyDocuments(random, root);
            if (kind.single()) {
                documents.add(new Document(kind.path(), kind, any.mapping(root, Set.of())));
                continue;
            }
            for (int file = 0; file < 3; file++) {
                // what a file says for all its entries is said by each entry of a workbook
                JsonNode own =
                        root.path("properties").path(kind.list()).path("items").path("properties");
                Set<String> defaults = new HashSet<>();
                own.fieldNames().forEachRemaining(defaults::add);
                documents.add(new Document(kind.path() + "f" + file + ".yaml", kind, any.mapping(root, defaults)));
            }
        }
        return documents;
    }

    private Node value(JsonNode schema) {
        String definition = schema.path("$ref").asText("").replaceFirst("^#/\\$defs/", "");
        JsonNode resolved = definition.isEmpty() ? schema : root.path("$defs").path(definition);
        return switch (definition) {
            case "id" -> text("id-" + serial++ + random.nextInt(1000));
            case "date" ->
                text(String.format(
                        Locale.ROOT,
                        "20%02d-%02d-%02d",
                        10 + random.nextInt(80),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28)));
            case "line" -> text(one(LINES));
            case "patience" -> patience();
            case "ref" -> text(one(List.of("教务处（本部）", "jwc", "20260001", "course.attendance", "Smith, J")));
            default -> resolved.has("enum") ? text(one(strings(resolved.path("enum")))) : typed(resolved);
        };
    }

    private Node typed(JsonNode schema) {
        List<String> types = schema.path("type").isArray()
                ? strings(schema.path("type"))
                : List.of(schema.path("type").asText());
        return switch (one(types)) {
            case "object" -> mapping(schema, Set.of());
            case "array" -> sequence(schema);
            case "boolean" -> new Scalar(PLACE, String.valueOf(random.nextBoolean()), Kind.TRUTH);
            case "integer" -> number(1 + random.nextInt(6));
            case "number" ->
                types.size() > 1
                        ? text("7")
                        : new Scalar(PLACE, one(List.of("2.5", "1", "0.000001", "999999.125")), Kind.NUMBER);
            default -> text(word(schema));
        };
    }

    private String word(JsonNode schema) {
        // The one pattern that allows a single word; what a schema refuses need not survive.
        if (schema.path("pattern").asText().equals("^auto$")) {
            return "auto";
        }
        return schema.path("maxLength").asInt() == 1 ? one(List.of("\t", ";", " ", "|", "\"")) : one(WORDS);
    }

    private Mapping mapping(JsonNode schema, Set<String> without) {
        Set<String> required = Set.copyOf(strings(schema.path("required")));
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(key -> {
            if (!without.contains(key.getKey()) && (required.contains(key.getKey()) || random.nextBoolean())) {
                fields.put(key.getKey(), new Mapping.Field(PLACE, value(key.getValue())));
            }
        });
        if (fields.isEmpty()) {
            Map.Entry<String, JsonNode> first =
                    schema.path("properties").properties().iterator().next();
            fields.put(first.getKey(), new Mapping.Field(PLACE, value(first.getValue())));
        }
        return new Mapping(PLACE, fields);
    }

    private Sequence sequence(JsonNode schema) {
        List<Node> items = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            items.add(value(schema.path("items")));
        }
        return new Sequence(PLACE, items);
    }

    private Node patience() {
        return switch (random.nextInt(3)) {
            case 0 -> number(1 + random.nextInt(9));
            case 1 -> text(one(List.of("P3D", "PT12H", "PT90M", "P1DT2H3M", "PT0.5S")));
            default ->
                new Mapping(
                        PLACE,
                        Map.of(
                                "readings", new Mapping.Field(PLACE, number(2)),
                                "time", new Mapping.Field(PLACE, text(one(List.of("P3D", "P1DT2H"))))));
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }

    private static Scalar text(String text) {
        return new Scalar(PLACE, text, Kind.TEXT);
    }

    private static Scalar number(int number) {
        return new Scalar(PLACE, String.valueOf(number), Kind.NUMBER);
    }
}
