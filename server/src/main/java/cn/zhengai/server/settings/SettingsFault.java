package cn.zhengai.server.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what is wrong with a settings file: {@code file:line:column}, the key, and what to do. */
final class SettingsFault {
    private SettingsFault() {}

    static Refusal refusal(Path file, String text, JsonProcessingException fault) {
        List<String> path = fault instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(r -> r.getFieldName()).toList()
                : List.of();
        String key = path.stream().map(String::valueOf).collect(Collectors.joining("."));
        String where = place(text, key)
                .or(() -> Optional.ofNullable(fault.getLocation()))
                .map(at -> ":" + at.getLineNr() + ":" + at.getColumnNr())
                .orElse("");
        return new Refusal(Refusal.Cause.SETTINGS, "设置文件 " + file + where + "：" + sentence(key, fault));
    }

    private static String sentence(String key, JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            TreeSet<String> known = new TreeSet<>();
            unknown.getKnownPropertyIds().forEach(id -> known.add(String.valueOf(id)));
            return "没有“" + key + "”这项设置。请改为这里可用的：" + String.join("、", known) + "；或删去这一行。";
        }
        if (fault instanceof MismatchedInputException mismatched && !key.isEmpty()) {
            return "设置 " + key + " 的值应为" + kind(mismatched.getTargetType()) + "，请改正。";
        }
        return fault instanceof MismatchedInputException ? "应为“键: 值”的形式，每行一项，请改正。" : "不是有效的 YAML，请检查这一行附近的缩进、引号、括号和冒号。";
    }

    private static String kind(Class<?> type) {
        if (type == Integer.class) {
            return "整数";
        }
        return type == String.class ? "一段文字" : "缩进的若干项“键: 值”";
    }

    /** Where the key, given with dots, stands; empty when the text cannot be read so far. */
    private static Optional<JsonLocation> place(String text, String key) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String path = parser.getParsingContext().pathAsPointer().toString();
                if (token == JsonToken.FIELD_NAME && path.equals("/" + key.replace('.', '/'))) {
                    return Optional.of(parser.currentTokenLocation());
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
