package cn.zhengai.collector.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.PortException;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private final SettableTime time = SettableTime.at("2026-09-01T00:00:00Z");

    @TempDir
    Path dir;

    private KeyRing open() {
        return KeyRing.open(dir.resolve("keys.yaml"), time);
    }

    @Test
    void aKeyBelongsToItsSource() throws IOException {
        KeyRing ring = open();
        String lms = ring.create("lms", "学习平台，张老师");
        String office = ring.create("office");
        assertThat(lms).startsWith("zg_").hasSize(46).isNotEqualTo(office);
        assertThat(ring.sourceOf(lms)).contains("lms");
        assertThat(ring.sourceOf(office)).contains("office");
        assertThat(ring.sourceOf(lms + "x")).isEmpty();
        assertThat(ring.sourceOf("")).isEmpty();
        String file = Files.readString(dir.resolve("keys.yaml"));
        assertThat(file).doesNotContain(lms).contains("学习平台，张老师").contains("2026-09-01T00:00:00Z");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("keys.yaml"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keysMadeByAnotherProcessCountAndThoseTakenOutDoNot() throws IOException {
        KeyRing ring = open();
        String key = open().create("lms");
        assertThat(ring.sourceOf(key)).contains("lms");
        Files.writeString(dir.resolve("keys.yaml"), "keys: []\n");
        assertThat(ring.sourceOf(key)).isEmpty();
    }

    @Test
    void aBrokenFileKeepsTheKeysReadBeforeAndIsRefusedAtTheStart() throws IOException {
        KeyRing ring = open();
        String key = ring.create("lms");
        Files.writeString(dir.resolve("keys.yaml"), "keys:\n  - source: lms\n   sha256: [");
        assertThat(ring.sourceOf(key)).contains("lms");
        assertThatThrownBy(this::open).isInstanceOf(PortException.class).hasMessageContaining("keys.yaml");
    }
}
