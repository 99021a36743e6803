package cn.zhengai.collector.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.zhengai.collector.SharedFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every decode case of influxdata/line-protocol: the same verdict, and the same points where there are any. */
class LineProtocolCorpusTest {
    private static final JsonNode CORPUS = corpus();

    private static JsonNode corpus() {
        try {
            return new ObjectMapper()
                    .readTree(SharedFiles.path("line-protocol/dev-subset.json").toFile());
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void hasAllItsCases() {
        assertThat(CORPUS.get("decode")).hasSize(240);
    }

    @TestFactory
    Stream<DynamicTest> decode() {
        return CORPUS.get("decode").properties().stream().map(e -> dynamicTest(e.getKey(), () -> check(e.getValue())));
    }

    private static void check(JsonNode entry) {
        JsonNode expected = entry.get("output").get("result");
        try {
            List<Point> points = decode(entry.get("input"));
            assertThat(expected).as("read %s, but it is an error", points).isNotNull();
            assertThat(points).isEqualTo(points(expected));
        } catch (LineError error) {
            assertThat(entry.get("output").has("error")).as(error.sentence()).isTrue();
        }
    }

    private static List<Point> decode(JsonNode input) throws LineError {
        byte[] text = bytes(input.get("text"));
        Precision precision =
                Precision.named(input.get("precision").asText().substring(1)).orElseThrow();
        LineParser parser = new LineParser(
                text, text.length, precision, input.get("defaultTime").asLong());
        List<Point> points = new ArrayList<>();
        while (parser.next()) {
            points.add(point(parser.line()));
        }
        return points;
    }

    private static byte[] bytes(JsonNode text) {
        return text.isTextual()
                ? text.asText().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(text.get("binary").asText());
    }

    private static Point point(Line line) {
        Map<String, String> tags = new TreeMap<>();
        for (int i = 0; i < line.tagCount(); i++) {
            tags.put(line.tagKey(i), line.tagValue(i));
        }
        List<String> names = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < line.fieldCount(); i++) {
            names.add(line.fieldKey(i));
            values.add(value(line.fieldType(i), line.fieldText(i)));
        }
        return new Point(line.measurement(), line.nanos(), tags, names, values);
    }

    private static Object value(FieldType type, String text) {
        return switch (type) {
            case FLOAT -> Double.valueOf(text);
            case INTEGER -> Long.valueOf(text);
            case UNSIGNED -> new BigInteger(text);
            case BOOLEAN -> text.toLowerCase(Locale.ROOT).startsWith("t");
            case STRING -> text;
        };
    }

    private static List<Point> points(JsonNode result) {
        List<Point> points = new ArrayList<>();
        for (JsonNode point : result) {
            Map<String, String> tags = new TreeMap<>();
            point.get("tags").forEach(t -> tags.put(text(t.get("key")), text(t.get("value"))));
            List<String> names = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            for (JsonNode field : point.get("fields")) {
                names.add(text(field.get("key")));
                values.add(expected(field.get("value")));
            }
            points.add(new Point(text(point.get("name")), point.get("time").asLong(), tags, names, values));
        }
        return points;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText() : new String(bytes(node), StandardCharsets.UTF_8);
    }

    private static Object expected(JsonNode value) {
        Map.Entry<String, JsonNode> only = value.properties().iterator().next();
        JsonNode node = only.getValue();
        return switch (only.getKey()) {
            case "float" -> node.asDouble();
            case "int" -> node.asLong();
            case "uint" -> node.bigIntegerValue();
            case "bool" -> node.asBoolean();
            case "binary" -> text(JsonNodeFactory.instance.objectNode().set("binary", node));
            default -> node.asText();
        };
    }

    private record Point(
            String name, long time, Map<String, String> tags, List<String> fieldNames, List<Object> fieldValues) {}
}
