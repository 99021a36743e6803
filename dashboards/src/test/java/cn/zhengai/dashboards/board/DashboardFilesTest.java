package cn.zhengai.dashboards.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.lint.DashboardLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DashboardFilesTest {
    private static final Path KEPT = Path.of("grafana");
    private static final String RENEW =
            "renew with: mvn -q -pl dashboards -am compile && java -cp dashboards/target/classes:core/target/classes:$(find ~/.m2 -name 'jackson-*2.22*.jar' | tr '\\n' ':') cn.zhengai.dashboards.board.DashboardFiles";

    @Test
    void theFilesUnderVersionControlAreWhatTheSourcesWrite() throws IOException {
        Map<String, String> kept = new TreeMap<>();
        try (Stream<Path> files = Files.walk(KEPT)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                kept.put(KEPT.relativize(file).toString(), Files.readString(file));
            }
        }
        assertThat(kept).as(RENEW).isEqualTo(new TreeMap<>(DashboardFiles.all()));
    }

    @Test
    void thereAreSevenAndNothingIsWrongWithThem() {
        assertThat(Boards.all())
                .extracting(Dashboard::title)
                .containsExactly("学校总览", "学校层面", "专业层面", "课程层面", "教师层面", "学生层面", "平台健康");
        assertThat(DashboardLint.of(Boards.all(), Palette.all())).isEmpty();
    }

    @Test
    void noNumberOfALineIsTypedIn() {
        assertThat(Boards.all().stream().flatMap(d -> d.panels().stream()))
                .allSatisfy(panel -> assertThat(panel.field().steps()).hasSize(1));
    }

    @Test
    void dashboardsOfPersonsAskForNoSubject() {
        for (Dashboard dashboard : Boards.all()) {
            if (dashboard.uid().matches("zhengai-(teacher|student)")) {
                assertThat(DashboardFiles.text(dashboard)).doesNotContain("subject", "standing", "series_now");
            }
        }
    }
}
