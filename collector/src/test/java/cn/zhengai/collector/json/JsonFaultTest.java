package cn.zhengai.collector.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a JSON document is told in Chinese, with line and column. */
class JsonFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"a\":1|不完整",
                "[{\"a\":\"x|不完整",
                "[{\"a\":nothing}]|“nothing”不是 JSON 的值",
                "[{\"a\" 1}]|不应出现“1”",
                "[{\"a\":1,}]|不应出现“}”",
                "[{\"a\":1}}]|没有与之配对的开头",
                "[{'a':1}]|不应出现“'”",
                "[{\"a\":01}]|数的写法不对",
                "[{\"a\":\"\\x\"}]|反斜线",
                "[{\"a\":1 \"b\":2}]|不应出现“\"”"
            })
    void isTold(String text, String said) {
        byte[] bytes = ("\n" + text).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonRows.of(bytes, bytes.length)).isInstanceOfSatisfying(MalformedJson.class, bad -> {
            assertThat(bad.sentence()).contains(said).matches("第 2 行第 \\d+ 列：.*");
            assertThat(bad.sentence().replace("JSON", "").replace("nothing", ""))
                    .as("no English")
                    .doesNotContainPattern("[A-Za-z]{4,}");
        });
    }
}
