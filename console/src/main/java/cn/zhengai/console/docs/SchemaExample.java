package cn.zhengai.console.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An example of a body: the one the contract gives, else one made of its schema, one element a list. */
final class SchemaExample {
    private static final int DEEPEST = 6;
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private final JsonNode contract;

    SchemaExample(JsonNode contract) {
        this.contract = contract;
    }

    /** What a reference stands for. */
    JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : contract.at(ref.substring(1));
    }

    /** Of one media type; empty when the contract says nothing. */
    String of(JsonNode media) {
        JsonNode given = media.has("example")
                ? media.path("example")
                : media.path("examples").path(0).path("value");
        if (given.isTextual()) {
            return given.asText();
        }
        if (!given.isMissingNode()) {
            return given.toPrettyString();
        }
        JsonNode schema = resolved(media.path("schema"));
        return schema.isMissingNode() || schema.path("type").asText().equals("string")
                ? ""
                : made(schema, 0).toPrettyString();
    }

    private JsonNode made(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("anyOf")) {
            return made(schema.path("anyOf").path(0), depth);
        }
        JsonNode type = schema.path("type");
        String first = type.isArray() ? type.path(0).asText() : type.asText();
        return switch (first) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> MAKE.numberNode(1);
            case "boolean" -> MAKE.booleanNode(true);
            case "string" -> MAKE.textNode(text(schema.path("format").asText()));
            default -> MAKE.nullNode();
        };
    }

    private static String text(String format) {
        return switch (format) {
            case "date-time" -> "2026-03-01T00:00:00Z";
            case "date" -> "2026-03-01";
            default -> "…";
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode made = MAKE.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties").properties().forEach(p -> made.set(p.getKey(), made(p.getValue(), depth + 1)));
        }
        return made;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode made = MAKE.arrayNode();
        return depth < DEEPEST && schema.has("items") ? made.add(made(schema.path("items"), depth + 1)) : made;
    }
}
