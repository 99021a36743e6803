package cn.zhengai.catalogue.schema;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.reference.Nearest;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One complaint of the schema, told for people.
 *
 * @param at the value complained about
 * @param schema the whole schema, for the descriptions in it
 */
record Fault(Error error, Node at, JsonNode schema) {
    private static final Map<String, String> TYPES = Map.of(
            "string", "文字",
            "number", "数字",
            "integer", "整数",
            "boolean", " true 或 false",
            "array", "列表",
            "object", "一组键值",
            "null", "空");

    Code code() {
        return switch (error.getKeyword()) {
            case "additionalProperties" -> Code.UNKNOWN_KEY;
            case "required" -> Code.MISSING_KEY;
            case "type" -> Code.WRONG_TYPE;
            case "enum" -> Code.NOT_A_CHOICE;
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> Code.OUT_OF_RANGE;
            case "minItems", "minProperties" -> Code.TOO_FEW;
            default -> Code.WRONG_FORM;
        };
    }

    String sentence() {
        return switch (code()) {
            case UNKNOWN_KEY -> unknownKey();
            case MISSING_KEY ->
                "%s缺少必填的 %s%s；请补上。"
                        .formatted(
                                entry(),
                                error.getProperty(),
                                hint(parent().path("properties").path(error.getProperty())));
            case WRONG_TYPE -> wrongType();
            case NOT_A_CHOICE -> notAChoice();
            case OUT_OF_RANGE -> "%s 的值 %s 超出范围：%s。".formatted(label(), written(), range());
            case TOO_FEW -> "%s 至少要写 %s 项。".formatted(label(), limit());
            default -> "%s 的值“%s”写法不对%s；请改正。".formatted(label(), written(), hint(parent()));
        };
    }

    private String unknownKey() {
        String key = error.getProperty();
        List<String> known = new ArrayList<>();
        parent().path("properties").fieldNames().forEachRemaining(known::add);
        return "这里没有 %s 这一项%s；可以写的有：%s。".formatted(key, Nearest.suggestion(key, known), String.join("、", known));
    }

    private String wrongType() {
        String wanted = schemaValue().isArray()
                ? Arrays.stream(texts(schemaValue())).map(Fault::type).collect(Collectors.joining("、"))
                : type(schemaValue().asText());
        if (at instanceof Scalar scalar && scalar.isNothing()) {
            return "%s 后面没有写值；应当是%s，不需要时请删去这一行。".formatted(label(), wanted);
        }
        boolean braces = at instanceof Mapping && wanted.contains("文字");
        return "%s 应当是%s，这里写的是%s；%s。".formatted(label(), wanted, form(), braces ? "以花括号开头的文字要加引号" : "请改正");
    }

    private String form() {
        if (at instanceof Scalar scalar) {
            String form = switch (scalar.kind()) {
                case NUMBER -> "数字";
                case TRUTH -> "是否值";
                default -> "文字";
            };
            return form + " " + written();
        }
        return at instanceof Mapping ? "一组键值" : "列表";
    }

    private String notAChoice() {
        List<String> choices = List.of(texts(schemaValue()));
        return "%s 的值“%s”不在可选范围内%s；可以写：%s。"
                .formatted(label(), written(), Nearest.suggestion(written(), choices), String.join("、", choices));
    }

    private String range() {
        return switch (error.getKeyword()) {
            case "exclusiveMinimum" -> "必须大于 " + limit();
            case "minimum" -> "不能小于 " + limit();
            case "maximum" -> "不能大于 " + limit();
            default -> "必须小于 " + limit();
        };
    }

    private String limit() {
        return schemaValue().asText();
    }

    private String written() {
        return at instanceof Scalar scalar ? scalar.text() : "";
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name, name);
    }

    private static String[] texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts.toArray(String[]::new);
    }

    /** Key of the value, or which item of which list. */
    private String label() {
        NodePath path = error.getInstanceLocation();
        int last = path.getNameCount() - 1;
        if (last < 0) {
            return "整个文件";
        }
        return path.getElement(last) instanceof Number index
                ? (last > 0 ? path.getName(last - 1) : "") + " 的第 " + (index.intValue() + 1) + " 项"
                : path.getName(last);
    }

    private String entry() {
        return at instanceof Mapping mapping
                ? mapping.text("id").map(id -> id + " ").orElse("")
                : "";
    }

    private String hint(JsonNode described) {
        JsonNode target = described.has("description")
                ? described
                : Optional.ofNullable(described.get("$ref"))
                        .map(ref -> schema.at(ref.asText().substring(1)))
                        .orElse(described);
        return target.has("description") ? "（" + target.get("description").asText() + "）" : "";
    }

    private JsonNode schemaValue() {
        return schemaAt(0);
    }

    private JsonNode parent() {
        return schemaAt(1);
    }

    private JsonNode schemaAt(int above) {
        NodePath path = error.getSchemaLocation().getFragment();
        JsonNode node = schema;
        for (int i = 0; i < path.getNameCount() - above; i++) {
            Object element = path.getElement(i);
            node = element instanceof Number index ? node.path(index.intValue()) : node.path(element.toString());
        }
        return node;
    }
}
