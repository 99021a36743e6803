package cn.zhengai.storage.influxdb.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"course-1", "计算机应用 2401 班", "a,b=c d", "it's \"so\"", "50%", "100%A", "%-x"})
    void whatTheEngineHoldsStandsAsItIs(String name) {
        assertThat(Tags.encoded(name)).isEqualTo(name);
        assertThat(Tags.decoded(name)).isEqualTo(name);
    }

    @Test
    void whatItCannotHoldIsWrittenInHexadecimal() {
        assertThat(Tags.encoded("")).isEqualTo("%-");
        assertThat(Tags.encoded("a\\")).isEqualTo("a%5C");
        assertThat(Tags.encoded("a\nb")).isEqualTo("a%0Ab");
        assertThat(Tags.encoded("a%5C")).isEqualTo("a%255C");
        assertThat(Tags.encoded("%-")).isEqualTo("%25-");
    }

    @Test
    void everyNameComesBack() {
        Random random = new Random(5);
        String letters = "%%%25C0A-\\\n\r\t ,='\"中文a\u007f\u0000";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder name = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(Tags.decoded(Tags.encoded(name.toString()))).isEqualTo(name.toString());
            assertThat(Tags.encoded(name.toString())).isNotEmpty().doesNotContain("\\", "\n");
        }
    }
}
