package cn.zhengai.collector.json;

import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Utf8;
import cn.zhengai.core.reading.Reason;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rows of one JSON document: a list of objects, an object with such a list under {@code readings}, or one object
 * alone. The whole document is checked before the first row: of a malformed one nothing is taken.
 */
public final class JsonRows implements RowSource {
    private static final String LIST = "readings";

    private final byte[] text;
    private final int length;
    private final Shape shape;

    private JsonRows(byte[] text, int length, Shape shape) {
        this.text = text;
        this.length = length;
        this.shape = shape;
    }

    /** Checks the whole document. */
    public static JsonRows of(byte[] text, int length) throws MalformedJson {
        if (Utf8.isWide(text, 0, length)) {
            throw new MalformedJson("请求正文不是 UTF-8 文字，整个请求没有接收，请以 UTF-8 编码发送。");
        }
        try (JsonParser parser = Json.FACTORY.createParser(text, 0, length)) {
            Shape shape = shape(parser);
            JsonToken more = parser.nextToken();
            if (more != null) {
                throw new MalformedJson(Json.place(parser.currentLocation())
                        + "第一个 JSON 值之后还有内容。逐行 JSON 请使用 Content-Type: application/x-ndjson。");
            }
            return new JsonRows(text, length, shape);
        } catch (JsonProcessingException bad) {
            throw new MalformedJson(Json.sentence(bad) + "。整个请求没有接收，请修正后重发。");
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    private static Shape shape(JsonParser parser) throws IOException, MalformedJson {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new MalformedJson("请求正文为空，应为 JSON 数组或对象。");
        }
        if (first == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return Shape.LIST;
        }
        if (first != JsonToken.START_OBJECT) {
            throw new MalformedJson("应为 JSON 数组、{\"readings\": [...]} 或单个对象。");
        }
        Shape shape = Shape.ALONE;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = parser.currentName().equals(LIST);
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            shape = named && list ? Shape.UNDER_NAME : shape;
            parser.skipChildren();
        }
        return shape;
    }

    @Override
    public void read(List<String> columns, Rows rows) throws IOException {
        JsonRow row = new JsonRow(text, columns);
        try (JsonParser parser = Json.FACTORY.createParser(text, 0, length)) {
            JsonToken first = parser.nextToken();
            if (shape == Shape.ALONE) {
                element(parser, row, 1, rows);
                return;
            }
            if (shape == Shape.UNDER_NAME && first == JsonToken.START_OBJECT) {
                findList(parser);
            }
            int number = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                element(parser, row, ++number, rows);
            }
        }
    }

    private static void findList(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = parser.currentName().equals(LIST);
            if (parser.nextToken() == JsonToken.START_ARRAY && named) {
                return;
            }
            parser.skipChildren();
        }
    }

    private void element(JsonParser parser, JsonRow row, int number, Rows rows) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            int until = (int) parser.currentLocation().getByteOffset();
            String raw = new String(text, from, until - from, StandardCharsets.UTF_8);
            rows.unreadable(number, Reason.UNREADABLE_ROW, "第 " + number + " 个元素不是 JSON 对象。", raw);
            return;
        }
        String nested = row.read(parser, number, 0);
        if (nested == null) {
            rows.row(row);
        } else {
            rows.unreadable(number, Reason.UNREADABLE_ROW, nestedSentence(nested), row.raw());
        }
    }

    static String nestedSentence(String column) {
        return "列“" + column + "”应为单个值，不能是数组或对象。";
    }

    /** Where the rows stand. */
    private enum Shape {
        LIST,
        UNDER_NAME,
        ALONE
    }
}
