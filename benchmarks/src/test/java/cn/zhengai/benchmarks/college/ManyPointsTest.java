package cn.zhengai.benchmarks.college;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.testkit.defect.Defect;
import cn.zhengai.testkit.defect.Defects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated catalogue has nothing wrong with it, and what is put into it is found. */
class ManyPointsTest {
    private static final int DEFECTS = 200;
    private static final long SEED = 7;
    /** Told elsewhere: weights at the first of several files of a level; no year comes before the first. */
    private static final Set<String> ELSEWHERE = Set.of("level-weights", "cycles-overlap");

    @TempDir
    Path folder;

    @Test
    void twoHundredDefectsAreFound() throws IOException {
        new ManyPoints(200).write(folder);
        assertThat(CatalogueFolder.read(folder).findings()).isEmpty();
        Defects defects = Defects.in(folder);
        List<Defect> drawn = defects.drawn(2 * DEFECTS, SEED).stream()
                .filter(defect -> !ELSEWHERE.contains(defect.code()))
                .limit(DEFECTS)
                .toList();
        assertThat(defects.missed(drawn, ManyPointsTest::found)).isEmpty();
        Set<String> codes = drawn.stream().map(Defect::code).collect(Collectors.toSet());
        assertThat(codes).hasSizeGreaterThanOrEqualTo(25);
        assertThat(drawn).hasSize(DEFECTS);
    }

    private static List<Defects.Spot> found(Path folder) {
        return CatalogueFolder.read(folder).findings().stream()
                .map(finding -> new Defects.Spot(finding.code().label(), finding.file(), finding.line()))
                .toList();
    }
}
