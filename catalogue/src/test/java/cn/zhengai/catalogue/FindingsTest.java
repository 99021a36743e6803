package cn.zhengai.catalogue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks find their faults, at the right place, and nothing else besides; each also has its example, see {@link ExplainedTest}. */
class FindingsTest {
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
}
