package cn.zhengai.alerting.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.Micros;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "94.999999, %, 94.99%",
        "95, %, 95%",
        "100, 人, 100 人",
        "0.5, ‰, 0.5‰",
        "16.25, a:b, 16.25:1",
        "-3.999, 分, -3.99 分",
        "0, 是/否, 否"
    })
    void valuesAreCut(String value, String unit, String shown) {
        long position = Micros.position(Micros.parse(value), false);
        assertThat(Figures.value(position, MeasureUnit.of(unit))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "'>= 95', %, ≥ 95%",
        "'<= 4.5', %, ≤ 4.5%",
        "'< 90', 元/生, < 90 元/生",
        "'= 1', 是/否, = 是",
        "'14..16', a:b, 14:1 至 16:1",
        "'outside 12..18', 人, 低于 12 人 或高于 18 人"
    })
    void lines(String line, String unit, String shown) {
        assertThat(Figures.line(Condition.parse(line, "="), MeasureUnit.of(unit)))
                .isEqualTo(shown);
    }
}
