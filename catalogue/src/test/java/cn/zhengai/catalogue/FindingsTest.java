package cn.zhengai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.finding.Code;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check finds its fault, at the right place, and nothing else besides. */
class FindingsTest {
    /** Faults of the folder rather than of a text in it, see {@link CatalogueFolderTest}. */
    private static final Set<Code> OF_THE_FOLDER = EnumSet.of(
            Code.NOT_A_FOLDER,
            Code.EMPTY_FOLDER,
            Code.MISSING_FILE,
            Code.UNREADABLE,
            Code.WRONG_ENCODING,
            Code.NO_ROOT,
            Code.NO_CONTACT,
            Code.NO_POINTS,
            Code.MASTER_NOT_ALLOWED);

    @TempDir
    Path folder;

    static Stream<Fault> faults() {
        return Stream.of(
                        FileFaults.all(),
                        LifeFaults.all(),
                        CollegeFaults.all(),
                        CalendarFaults.all(),
                        PointFaults.all(),
                        UseFaults.all())
                .flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isFoundWhereItStands(Fault fault) {
        fault.isFoundIn(folder);
    }

    @Test
    void everyCheckHasAFault() {
        Set<Code> shown =
                faults().map(Fault::code).collect(Collectors.toCollection(() -> EnumSet.copyOf(OF_THE_FOLDER)));
        assertThat(shown).containsExactlyInAnyOrder(Code.values());
    }
}
