package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.testkit.defect.Defect;
import cn.zhengai.testkit.defect.Defects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred defects, each put alone into the starter catalogue at a place drawn by lot, are found where they stand. */
class DefectsTest {
    private static final int DEFECTS = 200;
    private static final long SEED = 2026;

    @TempDir
    Path folder;

    @Test
    void allAreFound() throws IOException {
        StarterCatalogue.unpackTo(folder);
        assertThat(CatalogueFolder.read(folder).findings()).isEmpty();
        Defects defects = Defects.in(folder);
        assertThat(defects.withoutPlace())
                .as("kinds for catalogues with goals")
                .allMatch(code -> code.contains("goal"));
        List<Defect> drawn = defects.drawn(DEFECTS, SEED);
        assertThat(defects.missed(drawn, DefectsTest::found)).isEmpty();
        Set<String> codes = drawn.stream().map(Defect::code).collect(Collectors.toSet());
        assertThat(codes).hasSizeGreaterThanOrEqualTo(40);
        assertThat(drawn).doesNotHaveDuplicates().hasSize(DEFECTS);
    }

    private static List<Defects.Spot> found(Path folder) {
        return CatalogueFolder.read(folder).findings().stream()
                .map(finding -> new Defects.Spot(finding.code().label(), finding.file(), finding.line()))
                .toList();
    }
}
