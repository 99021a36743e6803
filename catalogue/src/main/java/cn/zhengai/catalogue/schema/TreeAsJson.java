package cn.zhengai.catalogue.schema;

import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Sequence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** A node tree as JSON, which is what a JSON Schema speaks about. */
final class TreeAsJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TreeAsJson() {}

    static JsonNode of(Node node) {
        if (node instanceof Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.fields().forEach((key, field) -> object.set(key, of(field.value())));
            return object;
        }
        if (node instanceof Sequence sequence) {
            ArrayNode array = JSON.arrayNode(sequence.items().size());
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((Scalar) node);
    }

    private static JsonNode scalar(Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> JSON.textNode(scalar.text());
            case TRUTH -> JSON.booleanNode(scalar.text().equals("true"));
            case NOTHING -> JSON.nullNode();
            case NUMBER -> number(new BigDecimal(scalar.text()));
        };
    }

    private static JsonNode number(BigDecimal number) {
        return number.scale() == 0 ? JSON.numberNode(number.toBigInteger()) : JSON.numberNode(number);
    }
}
