package cn.zhengai.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Band;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesChartTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40, 500})
    void everythingStaysWithinTheFrame(int count) {
        Random random = new Random(count);
        List<SeriesChart.Value> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(new SeriesChart.Value(
                    i * 86_400_000L,
                    random.nextGaussian() * 30,
                    i % 4 == 0 ? Band.IN_WARNING : Band.ON_STANDARD,
                    "v" + i));
        }
        List<SeriesChart.Line> lines =
                List.of(new SeriesChart.Line("target", "目标", 50), new SeriesChart.Line("standard", "标准", 50.01));
        SeriesChart chart = SeriesChart.of(400, 280, values, lines, ZONE);
        assertThat(chart.path().split("[ML]", -1)).hasSize(count + 1);
        assertThat(chart.path()).doesNotContain("NaN", "Infinity");
        for (String pair : chart.path().substring(1).split("[ML]", -1)) {
            String[] xy = pair.split(" ", -1);
            assertThat(Double.parseDouble(xy[0])).isBetween(48.0, 316.0);
            assertThat(Double.parseDouble(xy[1])).isBetween(14.0, 252.0);
        }
        assertThat(chart.values()).hasSizeBetween(2, 9);
        assertThat(Double.parseDouble(chart.rules().get(1).textY())
                        - Double.parseDouble(chart.rules().get(0).textY()))
                .as("labels of close lines are apart")
                .isGreaterThanOrEqualTo(14.9);
    }

    @Test
    void aFlatSeriesIsALineInTheMiddle() {
        assertThat(Sparkline.of(List.of(5.0, 5.0, 5.0), Optional.empty())
                        .orElseThrow()
                        .lastY())
                .isEqualTo("16.0");
        assertThat(Sparkline.of(List.of(5.0), Optional.empty())).isEmpty();
    }

    @Test
    void aWarningValueFarOffIsNotDrawn() {
        assertThat(Sparkline.of(List.of(95.0, 96.0), Optional.of(60.0))
                        .orElseThrow()
                        .line())
                .isEmpty();
        assertThat(Sparkline.of(List.of(95.0, 91.0), Optional.of(90.0))
                        .orElseThrow()
                        .line())
                .isPresent();
    }
}
