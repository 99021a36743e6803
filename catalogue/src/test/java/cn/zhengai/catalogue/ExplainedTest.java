package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Explanations;
import cn.zhengai.catalogue.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every check is explained, and its example is one: what is wrong yields that finding at that place, what is mended
 * yields none. To write {@code docs/lint.md} anew: {@code mvn -pl catalogue -am test -Dtest=ExplainedTest -Dlint.write=true}.
 */
class ExplainedTest {
    private static final Path PAGE = Path.of("../docs/lint.md");

    @TempDir
    Path folder;

    static Stream<Explained> entries() {
        return Explained.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void theExampleShowsTheFaultAndOnlyIt(Explained entry) {
        List<Finding> found = entry.readWrong(folder).findings();
        List<Code> expected = new ArrayList<>(entry.others());
        expected.add(entry.code());
        assertThat(found).extracting(Finding::code).containsExactlyInAnyOrderElementsOf(expected);
        Finding shown = found.stream()
                .filter(finding -> finding.code() == entry.code())
                .findFirst()
                .orElseThrow();
        assertThat(shown.toString()).startsWith(entry.place() + ": ").endsWith("。");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void theMendedExampleIsSound(Explained entry) {
        assertThat(entry.readMended(folder).findings()).isEmpty();
    }

    @Test
    void everyCheckHasItsEntry() {
        assertThat(entries()).extracting(Explained::code).containsExactlyInAnyOrder(Code.values());
        assertThat(entries())
                .allSatisfy(entry -> assertThat(entry.words().values()).allMatch(words -> !words.isBlank()));
    }

    @Test
    void thePageIsWrittenFromTheEntries() throws IOException {
        String page = new LintPage(folder).text(Explained.all());
        if (Boolean.getBoolean("lint.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("stale: write it anew, see this class")
                .isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyCheckIsExplainedAtTheTerminal(Code code) {
        assertThat(Explanations.of(code))
                .startsWith(code.label() + " ")
                .contains(code.severity().chinese())
                .contains("[" + code.label() + "]")
                .doesNotContain("### ");
    }
}
