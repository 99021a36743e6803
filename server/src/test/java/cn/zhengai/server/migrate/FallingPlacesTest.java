package cn.zhengai.server.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.reading.Knowledge;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FallingPlacesTest {
    private static final Knowledge EARLY = Knowledge.parse("2,0,1");
    private static final Knowledge LATE = Knowledge.parse("5,3,1");

    @Test
    void eachStageHasWhatTheOneBeforeHas() {
        FallingPlaces places = new FallingPlaces(Set.of(LATE, EARLY, Knowledge.ALL));

        assertThat(places.widened()).isZero();
        assertThat(List.of(places.stage(0, 2), places.stage(0, 3), places.stage(0, 6)))
                .containsExactly(0, 1, 2);
        assertThat(places.stage(1, 1)).isEqualTo(1);
        assertThat(places.stage(2, 1)).isZero();
        assertThat(places.stage(3, 1)).isEqualTo(2);
    }

    @Test
    void aResultKnowsTheBeginningThatHasItsReadings() {
        FallingPlaces places = new FallingPlaces(Set.of(EARLY, LATE));
        places.wrote(0, 1);
        places.wrote(0, 3);
        places.wrote(1, 9);
        places.wrote(2, 20);
        places.finish();

        assertThat(places.translated(EARLY)).isEqualTo(Knowledge.in(0, 3));
        assertThat(places.translated(LATE)).isEqualTo(Knowledge.in(0, 9));
        assertThat(places.translated(Knowledge.ALL)).isEqualTo(Knowledge.ALL);
    }

    /** Erased since, or never any: then it knows what the stage before knows. */
    @Test
    void aStageWithoutReadingsOfItsOwnEndsWhereTheOneBeforeEnds() {
        FallingPlaces places = new FallingPlaces(Set.of(Knowledge.NONE, EARLY, LATE));
        places.wrote(1, 3);
        places.finish();

        assertThat(places.translated(Knowledge.NONE)).isEqualTo(Knowledge.NONE);
        assertThat(places.translated(LATE)).isEqualTo(Knowledge.in(0, 3));
    }

    @Test
    void ofTwoThatLackSomethingOfEachOtherTheLaterGetsBothAndIsCounted() {
        Knowledge one = Knowledge.parse("2,0");
        Knowledge other = Knowledge.parse("1,4");

        FallingPlaces places = new FallingPlaces(Set.of(one, other));

        assertThat(places.widened()).isEqualTo(1);
        assertThat(places.stage(0, 2)).isZero();
        assertThat(places.stage(1, 4)).isEqualTo(1);
    }
}
