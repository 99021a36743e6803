package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.Console;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.dashboards.board.Palette;
import cn.zhengai.dashboards.grafana.Mapping;
import cn.zhengai.dashboards.publish.StandingPoints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One colour and one word per thing, on dashboards and in the console. */
class PaletteTest {

    @Test
    void everyColourIsOneOfTheConsoles() throws IOException {
        try (InputStream in = Objects.requireNonNull(Console.class.getResourceAsStream("assets/console.css"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains(Palette.all());
        }
    }

    /** A light and a dark one. */
    @Test
    void everyNameHasItsColours() throws IOException {
        try (InputStream in = Objects.requireNonNull(Console.class.getResourceAsStream("assets/console.css"))) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String color : Palette.all()) {
                String name = "--zg-" + Palette.name(color) + ": ";
                assertThat(css.split(name, -1)).as(name).hasSize(3);
            }
        }
    }

    @Test
    void bandsAndSeveritiesHaveTheirWords() {
        assertThat(Palette.BANDS)
                .extracting(Mapping::text)
                .containsExactly(Arrays.stream(Band.values()).map(Band::chinese).toArray(String[]::new));
        assertThat(Palette.BANDS)
                .extracting(Mapping::value)
                .containsExactly(Arrays.stream(Band.values())
                        .map(band -> String.valueOf(StandingPoints.rank(band)))
                        .toArray(String[]::new));
        assertThat(Palette.SEVERITIES)
                .extracting(Mapping::text)
                .containsExactlyInAnyOrder(
                        Arrays.stream(Severity.values()).map(Severity::chinese).toArray(String[]::new));
    }
}
