package cn.zhengai.storage.jdbc;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JSON array of strings: one parameter, however many there are. */
final class JsonList {
    private JsonList() {}

    static String of(Stream<String> strings) {
        JsonStringEncoder encoder = JsonStringEncoder.getInstance();
        return strings.map(one -> "\"" + new String(encoder.quoteAsString(one)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
