package cn.zhengai.collector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.PortException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
    @TempDir
    Path folder;

    @Test
    void anAbsentDriverSaysWhatToFetchAndWhereToPutIt() throws IOException {
        Drivers drivers = new Drivers(List.of(folder));
        assertThatThrownBy(() -> drivers.forUrl("jdbc:oracle:thin:@db:1521/jw"))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("没有能连接 Oracle 的驱动。请下载 ojdbc11.jar")
                .hasMessageContaining("放进 " + folder + "（那里现在没有 jar 文件）");
        Files.writeString(folder.resolve("broken.jar"), "no jar");
        assertThatThrownBy(() -> drivers.forUrl("jdbc:dm://db:5236"))
                .hasMessageContaining("没有能连接 达梦 的驱动。请下载 DmJdbcDriver18.jar")
                .hasMessageContaining("（那里现在有：broken.jar）");
    }

    @Test
    void aDriverPutThereIsFoundAndApartFromOurs() throws IOException, URISyntaxException {
        Drivers drivers = new Drivers(List.of(folder, folder.resolve("absent")));
        Path jar = Path.of(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(jar, folder.resolve("postgresql.jar"));
        Class<?> found = drivers.forUrl("jdbc:postgresql://db/jw").getClass();
        assertThat(found.getName()).isEqualTo("org.postgresql.Driver");
        assertThat(found).isNotEqualTo(org.postgresql.Driver.class);
    }
}
