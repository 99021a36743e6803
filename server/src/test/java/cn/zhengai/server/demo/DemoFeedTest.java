package cn.zhengai.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFeedTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final LocalDate LIVE = LocalDate.parse("2026-11-16");

    @TempDir
    private Path folder;

    private DemoFeed feed(LocalDate today) throws IOException {
        return DemoFeed.open(folder.resolve("demo-until"), today);
    }

    @Test
    void twoYearsByMonthsAndTheLastWeekLive() throws IOException {
        List<DemoFeed.Span> spans = feed(TODAY).spans();
        assertThat(spans.get(0))
                .isEqualTo(new DemoFeed.Span(LocalDate.parse("2024-11-23"), LocalDate.parse("2024-12-01"), true));
        assertThat(spans.get(spans.size() - 1)).isEqualTo(new DemoFeed.Span(LIVE, TODAY, false));
        assertThat(spans.subList(0, spans.size() - 1)).hasSize(25).allMatch(DemoFeed.Span::history);
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).until());
        }
    }

    @Test
    void stoppedInTheMiddleOfHistoryTheRestIsHistoryStill() throws IOException {
        DemoFeed first = feed(TODAY);
        first.reached(first.spans().get(0).until());

        assertThat(feed(TODAY).spans())
                .isEqualTo(first.spans().subList(1, first.spans().size()));
        assertThat(feed(TODAY.plusDays(3)).spans())
                .endsWith(new DemoFeed.Span(LIVE, TODAY.plusDays(3), false))
                .hasSize(first.spans().size() - 1);
    }

    @Test
    void laterTheDaysSinceAreLive() throws IOException {
        feed(TODAY).reached(TODAY);
        assertThat(feed(TODAY).spans()).isEmpty();
        assertThat(feed(TODAY.plusDays(2)).spans()).containsExactly(new DemoFeed.Span(TODAY, TODAY.plusDays(2), false));
    }

    @Test
    void aPlaceOfOneDayAloneIsGoneOnFromLive() throws IOException {
        Files.writeString(folder.resolve("demo-until"), "2026-11-20\n");
        assertThat(feed(TODAY).spans()).containsExactly(new DemoFeed.Span(LocalDate.parse("2026-11-20"), TODAY, false));
    }
}
