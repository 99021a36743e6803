package cn.zhengai.collector.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import org.jspecify.annotations.Nullable;

/** The one dialect of JSON that is read: standard, and NaN and infinities as values, so that a row can be told of them. */
final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Json() {}

    /** Where and what: {@code 第 3 行第 15 列 JSON 不完整}. */
    static String sentence(JsonProcessingException bad) {
        return place(bad.getLocation()) + JsonFault.sentence(bad);
    }

    static String place(@Nullable JsonLocation at) {
        return at == null ? "" : "第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列：";
    }
}
