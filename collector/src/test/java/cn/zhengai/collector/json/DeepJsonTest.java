package cn.zhengai.collector.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeepJsonTest {
    @Test
    void everythingHasItsPath() throws MalformedJson {
        DeepJson json = of("{'a':1,'b':{'c':'x','d':[{'e':true},2.50,null]},'课程':'高数','n':null}");

        assertThat(json.cells())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", "1", "b.c", "x", "b.d.0.e", "true", "b.d.1", "2.50", "课程", "高数"));
        assertThat(json.structures()).containsExactlyInAnyOrder("b", "b.d", "b.d.0");
    }

    @Test
    void ofAPathThatStandsTwiceTheLastCounts() throws MalformedJson {
        assertThat(of("{'a.b':1,'a':{'b':2}}").cells()).containsEntry("a.b", "2");
    }

    @Test
    void whatLiesTooDeepIsNotLookedInto() throws MalformedJson {
        String deep = "{'a':".repeat(900) + "1" + "}".repeat(900);

        assertThat(of(deep).cells()).isEmpty();
        assertThat(of(deep).structures()).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1]|应是一个 JSON 对象",
                "1|应是一个 JSON 对象",
                "{} {}|还有别的内容",
                "{'a':|不完整",
                "{'a':1,}|语法错误",
                "nonsense|不是 JSON 的值"
            })
    void anythingElseIsSaid(String text, String said) {
        assertThatThrownBy(() -> of(text))
                .isInstanceOfSatisfying(
                        MalformedJson.class,
                        bad -> assertThat(bad.sentence()).contains(said).doesNotEndWith("。"));
    }

    private static DeepJson of(String text) throws MalformedJson {
        return DeepJson.of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
