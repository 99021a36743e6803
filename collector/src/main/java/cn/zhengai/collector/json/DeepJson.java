package cn.zhengai.collector.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One JSON object with everything in it by its path: {@code payload.after.score}, {@code items.0.id}. Nulls are absent; of
 * a path that stands twice the last counts.
 *
 * @param structures paths at which a list or an object stands
 */
public record DeepJson(Map<String, String> cells, Set<String> structures) {
    /** What lies deeper is not looked into. */
    private static final int DEEPEST = 20;

    /** @throws MalformedJson when it is not just one object; the sentence has no full stop */
    public static DeepJson of(byte[] text) throws MalformedJson {
        DeepJson json = new DeepJson(new LinkedHashMap<>(), new HashSet<>());
        try (JsonParser parser = Json.FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJson("消息的值应是一个 JSON 对象");
            }
            json.object(parser, "", 1);
            if (parser.nextToken() != null) {
                throw new MalformedJson("JSON 对象之后还有别的内容");
            }
        } catch (JsonProcessingException bad) {
            throw new MalformedJson(Json.sentence(bad));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
        return json;
    }

    private void object(JsonParser parser, String prefix, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = prefix + parser.currentName();
            parser.nextToken();
            value(parser, path, depth);
        }
    }

    private void list(JsonParser parser, String prefix, int depth) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            value(parser, prefix + i, depth);
        }
    }

    private void value(JsonParser parser, String path, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            structures.add(path);
            if (depth >= DEEPEST) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                object(parser, path + ".", depth + 1);
            } else {
                list(parser, path + ".", depth + 1);
            }
        } else if (token != JsonToken.VALUE_NULL) {
            cells.put(path, parser.getText());
        }
    }
}
