package cn.zhengai.alerting.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Step;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactPlaceTest {
    private static final Series SERIES = Series.named("p", "s");
    private static final String WARNING = Ids.warning(SERIES, 0, id -> false, cause(7));

    private static Cause cause(long seq) {
        BatchHead head = new BatchHead("b", "source", Instant.EPOCH, false);
        return Cause.reading(new Logged(seq, head, Reading.plain(SERIES, 0, Micros.ONE, 1)), false, true);
    }

    @Test
    void isReadFromTheIdsThatTheEngineGives() {
        String id = Ids.fact(WARNING, Step.RAISED, cause(123));

        FactPlace place = FactPlace.of(id).orElseThrow();

        assertThat(place).isEqualTo(new FactPlace(WARNING + "-RAISED", 123, Optional.empty()));
        assertThat(place.id()).isEqualTo(id);
        assertThat(place.at(5).id()).isEqualTo(Ids.fact(WARNING, Step.RAISED, cause(5)));
    }

    @Test
    void rulesAndAnswersHaveNone() {
        String rules = Ids.fact(WARNING, Step.RAISED, Cause.rules("abc", Instant.ofEpochMilli(99)));

        assertThat(FactPlace.of(rules)).isEmpty();
        assertThat(FactPlace.of(WARNING + "#ACKNOWLEDGED#1789084800000#李主任")).isEmpty();
    }

    @Test
    void aCauseThatDidNotMoveKeepsItsFormerNumberForGood() {
        String here = Ids.fact(WARNING, Step.CLEARED, cause(123));

        FactPlace moved = FactPlace.of(here).orElseThrow().after(40);
        FactPlace again = FactPlace.of(moved.id()).orElseThrow();

        assertThat(moved.id()).isEqualTo(WARNING + "-CLEARED-40.123");
        assertThat(again).isEqualTo(moved);
        assertThat(again.at(88).id()).isEqualTo(WARNING + "-CLEARED-88.123");
        assertThat(again.after(88).id()).isEqualTo(WARNING + "-CLEARED-88.123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "w-RAISED-", "w-RAISED-1.", "w-RAISED-1.2.3", "w-RAISED-12345678901234567890"})
    void otherFormsAreNone(String id) {
        assertThat(FactPlace.of(id)).isEmpty();
    }
}
