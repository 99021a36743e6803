package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Sequence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node as JSON text and back: for what has no simpler form in a cell. */
final class JsonText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonText() {}

    static String of(Node node) {
        try {
            return JSON.writeValueAsString(json(node));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts", impossible);
        }
    }

    private static JsonNode json(Node node) {
        if (node instanceof Mapping mapping) {
            var object = NODES.objectNode();
            mapping.fields().forEach((key, field) -> object.set(key, json(field.value())));
            return object;
        }
        if (node instanceof Sequence sequence) {
            var array = NODES.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Scalar scalar = (Scalar) node;
        return switch (scalar.kind()) {
            case TEXT -> NODES.textNode(scalar.text());
            case TRUTH -> NODES.booleanNode(scalar.text().equals("true"));
            case NOTHING -> NODES.nullNode();
            case NUMBER -> NODES.numberNode(new BigDecimal(scalar.text()));
        };
    }

    /** Empty when the text is no JSON. */
    static Optional<Node> read(String text, Place place) {
        try {
            JsonNode read = JSON.readTree(text);
            return read.isMissingNode() ? Optional.empty() : Optional.of(node(read, place));
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    private static Node node(JsonNode json, Place place) {
        if (json.isObject()) {
            Map<String, Mapping.Field> fields = new LinkedHashMap<>();
            json.properties()
                    .forEach(field ->
                            fields.put(field.getKey(), new Mapping.Field(place, node(field.getValue(), place))));
            return new Mapping(place, fields);
        }
        if (json.isArray()) {
            List<Node> items = new ArrayList<>();
            json.forEach(item -> items.add(node(item, place)));
            return new Sequence(place, items);
        }
        if (json.isNumber()) {
            return Scalars.number(place, json.decimalValue().toPlainString());
        }
        return json.isBoolean()
                ? new Scalar(place, json.asText(), Scalar.Kind.TRUTH)
                : json.isNull() ? new Scalar(place, "", Scalar.Kind.NOTHING) : Scalars.text(place, json.asText());
    }
}
