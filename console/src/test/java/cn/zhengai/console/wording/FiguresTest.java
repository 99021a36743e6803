package cn.zhengai.console.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.catalogue.Cadence;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.RollUp;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.Condition;
import cn.zhengai.core.measure.Direction;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.measure.MeasureUnit;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final Series SERIES = new Series(0, "p", "s");

    private static ControlPoint of(String unit) {
        ThreeLines lines =
                new ThreeLines(Condition.parse("= 1", "="), Condition.parse("= 1", "="), Condition.parse("= 0", "="));
        return new ControlPoint(
                "p",
                "p",
                Level.SCHOOL,
                MeasureUnit.of(unit),
                Direction.HIGHER_IS_BETTER,
                RollUp.LAST,
                Cadence.DAILY,
                Fraction.ONE,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Watch.DEFAULT,
                List.of(new LinesVersion(LocalDate.EPOCH, LinesVersion.Scope.ALL, lines)),
                true);
    }

    @Test
    void figuresAreCutAndNeverRoundedUp() {
        Reading almost = Reading.ratio(SERIES, 0, Micros.ofWhole(89_999), Micros.ofWhole(100_000), 100, 1);
        assertThat(Figures.of(of("%"), almost)).isEqualTo("89.99%");
        assertThat(Figures.of(of("%"), Micros.position(Micros.parse("96.50"), false)))
                .isEqualTo("96.5%");
        assertThat(Figures.of(of("人"), Micros.position(Micros.parse("1200"), false)))
                .isEqualTo("1200 人");
        assertThat(Figures.of(of("是/否"), Micros.position(0, false))).isEqualTo("否");
        assertThat(Figures.of(of("a:b"), Micros.position(Micros.parse("15.2"), false)))
                .isEqualTo("15.2:1");
        assertThat(Figures.share(8999, 9000)).isEqualTo("99.9%");
        assertThat(Figures.share(0, 0)).isEqualTo("—");
    }

    @ParameterizedTest
    @CsvSource({
        "%, >= 95, ≥ 95%",
        "%, < 90, < 90%",
        "次, = 0, 0 次",
        "分, 14..16, 14–16 分",
        "分, outside 12..18, 12–18 分 之外",
        "是/否, = 1, 是",
        "是/否, >= 1, 是",
        "a:b, <= 15, ≤ 15:1"
    })
    void linesReadAsPeopleWriteThem(String unit, String condition, String shown) {
        assertThat(Figures.line(of(unit), Condition.parse(condition, "="))).isEqualTo(shown);
    }
}
