package cn.zhengai.dashboards.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.fill.Filling;
import cn.zhengai.dashboards.fill.Span;
import cn.zhengai.dashboards.grafana.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaysTest {
    private final Ways ways = new Ways(new Filling(
            Map.of("unit", List.of("jwc")),
            Map.of(),
            Span.back(Duration.ofDays(1), Instant.EPOCH),
            Duration.ofMinutes(1)));

    @Test
    void dashboardsAreBoards() {
        Link link =
                Link.to("看", "/d/zhengai-${__data.fields.level}?var-unit=${unit}&var-subject=${__data.fields.subject}");
        assertThat(ways.way(link, Map.of("level", "course", "subject", "a&b=1 #2")::get))
                .hasValue(
                        new View.Way("看", "/boards/zhengai-course?var-unit=jwc&var-subject=a%26b%3D1%20%232#subject"));
    }

    @Test
    void theSpanGoesAlong() {
        Link link = Link.to("看", "/d/zhengai-course?${__url_time_range}&var-subject=${__data.fields.subject}");
        assertThat(ways.way(link, field -> "c1"))
                .hasValue(new View.Way("看", "/boards/zhengai-course?var-subject=c1#subject"));
        Ways within = new Ways(
                new Filling(Map.of(), Map.of(), Span.back(Duration.ofDays(1), Instant.EPOCH), Duration.ofMinutes(1))
                        .with(Link.TIME_RANGE, "span=30d"));
        assertThat(within.way(link, field -> "c1"))
                .hasValue(new View.Way("看", "/boards/zhengai-course?span=30d&var-subject=c1#subject"));
        assertThat(within.way(Link.to("看", "/d/zhengai-course?${__url_time_range}"), field -> ""))
                .hasValue(new View.Way("看", "/boards/zhengai-course?span=30d"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://zg.example.edu.cn/warnings/1a?x=y#z, /warnings/1a?x=y#z",
        "http://127.0.0.1:0/series/a.b/c, /series/a.b/c",
        "/assessments/2026, /assessments/2026",
        "//evil.example/x, /x",
        "http://evil.example//evil.example/x, /evil.example/x"
    })
    void ofAnAddressOnlyThePathIsKept(String address, String path) {
        assertThat(ways.way(Link.to("看", "${__data.fields.link}"), field -> address))
                .hasValue(new View.Way("看", path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "",
                "mailto:a@b",
                "\\\\evil",
                "warnings/1",
                "/\\evil.example"
            })
    void whatIsNoPageLeadsNowhere(String address) {
        assertThat(ways.way(Link.to("看", "${__data.fields.link}"), field -> address))
                .isEmpty();
    }
}
