package cn.zhengai.catalogue.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("jwc", "rsc", "course.attendance", "教务处", "unit");

    @ParameterizedTest
    @CsvSource({
        "jcw, jwc",
        "jwcc, jwc",
        "course.atendence, course.attendance",
        "教务出, 教务处",
        "untis, unit",
    })
    void isTheWordThatWasMeant(String written, String meant) {
        assertThat(Nearest.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"xyz", "course", "质量管理委员会", "''", "a"})
    void isNoneWhenNothingIsNear(String written) {
        assertThat(Nearest.of(written, KNOWN)).isEmpty();
    }

    @Test
    void saysSoInASentence() {
        assertThat(Nearest.suggestion("rcs", KNOWN)).isEqualTo("，是不是想写 rsc");
        assertThat(Nearest.suggestion("xyz", KNOWN)).isEmpty();
    }
}
