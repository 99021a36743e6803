package cn.zhengai.server.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.reading.Series;
import org.junit.jupiter.api.Test;

class CausePlacesTest {
    private static final Series A = Series.named("p", "a");
    private static final Series B = Series.named("p", "b");

    @Test
    void aCauseThatMovesHasItsNewNumber() {
        CausePlaces places = asked(A, "w-RAISED-7", "w-CLEARED-9", "w-RAISED-9");
        places.moved(A, 3, 1);
        places.moved(A, 7, 2);
        places.moved(A, 9, 5);

        assertThat(places.translated(A, "w-RAISED-7")).isEqualTo("w-RAISED-2");
        assertThat(places.translated(A, "w-CLEARED-9")).isEqualTo("w-CLEARED-5");
    }

    /** What said nothing new is gone; of several the ids still differ. */
    @Test
    void aCauseThatIsGoneStandsBehindTheLastThatWasBefore() {
        CausePlaces places = asked(A, "w-RAISED-2", "w-CLEARED-8", "w-CLEARED-9", "w-RAISED-30");
        places.moved(A, 4, 1);
        places.moved(A, 7, 2);
        places.moved(A, 12, 3);

        assertThat(places.translated(A, "w-RAISED-2")).isEqualTo("w-RAISED-0.2");
        assertThat(places.translated(A, "w-CLEARED-8")).isEqualTo("w-CLEARED-2.8");
        assertThat(places.translated(A, "w-CLEARED-9")).isEqualTo("w-CLEARED-2.9");
        assertThat(places.translated(A, "w-RAISED-30")).isEqualTo("w-RAISED-3.30");
    }

    @Test
    void eachSeriesHasItsOwn() {
        CausePlaces places = asked(A, "w-RAISED-5");
        places.ask(B, "v-RAISED-5");
        places.moved(A, 5, 40);
        places.moved(B, 5, 1);

        assertThat(places.translated(A, "w-RAISED-5")).isEqualTo("w-RAISED-40");
        assertThat(places.translated(B, "v-RAISED-5")).isEqualTo("v-RAISED-1");
    }

    @Test
    void whatNoReadingCausedStaysAsItIs() {
        CausePlaces places = asked(A, "w-RAISED-rules-abc-5");
        places.moved(A, 5, 40);

        assertThat(places.translated(A, "w-RAISED-rules-abc-5")).isEqualTo("w-RAISED-rules-abc-5");
        assertThat(places.translated(A, "w#ACKNOWLEDGED#5#x")).isEqualTo("w#ACKNOWLEDGED#5#x");
    }

    private static CausePlaces asked(Series series, String... facts) {
        CausePlaces places = new CausePlaces();
        for (String fact : facts) {
            places.ask(series, fact);
        }
        return places;
    }
}
