package cn.zhengai.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeTest {
    @Test
    void ofAPartitionNothingElseIsKnown() {
        Knowledge known = Knowledge.in(2, 7);

        assertThat(known.through(0)).isZero();
        assertThat(known.through(2)).isEqualTo(7);
        assertThat(known.through(9)).isZero();
        assertThat(Knowledge.in(3, 0)).isEqualTo(Knowledge.NONE);
    }

    @Test
    void everythingIsKnownOfEveryPartition() {
        assertThat(Knowledge.ALL.through(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(Knowledge.ALL.through(63)).isEqualTo(Long.MAX_VALUE);
        assertThat(Knowledge.ALL.chinese()).isEqualTo("全部采集记录");
    }

    @Test
    void oneNumberIsTheTextOfALogOfOnePartition() {
        assertThat(Knowledge.in(0, 12).text()).isEqualTo("12");
        assertThat(Knowledge.parse("12")).isEqualTo(Knowledge.in(0, 12));
        assertThat(Knowledge.NONE.text()).isEqualTo("0");
        assertThat(Knowledge.in(0, 12).chinese()).isEqualTo("采集记录第 12 条及以前");
        assertThat(new Knowledge(List.of(3L, 5L)).chinese()).isEqualTo("各分区采集记录第 3、5 条及以前");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsWrittenIsReadAgain(long seed) {
        Random random = new Random(seed);
        List<Long> places = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            places.add(random.nextInt(3) == 0 ? 0 : random.nextLong(Long.MAX_VALUE));
        }
        Knowledge known = new Knowledge(places);

        assertThat(Knowledge.parse(known.text())).isEqualTo(known);
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        for (String wrong : List.of("", "-1", "1,,2", "1,", "x", "1;2")) {
            assertThatThrownBy(() -> Knowledge.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
