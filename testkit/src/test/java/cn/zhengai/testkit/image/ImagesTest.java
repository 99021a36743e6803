package cn.zhengai.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests on images name the very versions that are run. */
class ImagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"postgres", "apache/kafka", "influxdb"})
    void areThoseOfTheCompositionWithAVersion(String repository) {
        assertThat(Images.pinned(repository)).matches(repository + ":\\d+\\.\\d+\\S*");
    }

    @Test
    void othersAreNotRun() {
        assertThatThrownBy(() -> Images.pinned("kafka")).hasMessageContaining("runs no kafka");
    }

    @Test
    void releaseThreeHasAVersionToo() {
        assertThat(Images.influxdb3()).matches("influxdb:3\\.\\d+\\.\\d+-core");
    }
}
