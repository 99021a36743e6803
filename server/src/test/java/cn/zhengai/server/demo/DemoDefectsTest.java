package cn.zhengai.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.testkit.defect.Defect;
import cn.zhengai.testkit.defect.Defects;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred defects, each put alone into the catalogue of the demo college, with its people and goals, are found. */
class DemoDefectsTest {
    private static final int DEFECTS = 200;
    private static final long SEED = 1958;

    @TempDir
    Path room;

    @Test
    void allAreFound() {
        DataFolder data = DataFolder.open(room.resolve("data"));
        assertThat(new Demo(data, LocalDate.of(2026, 11, 20)).prepare()).isTrue();
        Path folder = data.catalogue();
        assertThat(CatalogueFolder.read(folder).findings()).allMatch(finding -> finding.code() == Code.GOAL_WEIGHTS);
        Defects defects = Defects.in(folder);
        List<Defect> drawn = defects.drawn(DEFECTS, SEED);
        assertThat(defects.missed(drawn, DemoDefectsTest::found)).isEmpty();
        Set<String> codes = drawn.stream().map(Defect::code).collect(Collectors.toSet());
        assertThat(codes).hasSizeGreaterThanOrEqualTo(40);
        assertThat(drawn).anyMatch(defect -> defect.file().startsWith("goals/demo-"));
        assertThat(drawn).doesNotHaveDuplicates().hasSize(DEFECTS);
    }

    private static List<Defects.Spot> found(Path folder) {
        return CatalogueFolder.read(folder).findings().stream()
                .map(finding -> new Defects.Spot(finding.code().label(), finding.file(), finding.line()))
                .toList();
    }
}
