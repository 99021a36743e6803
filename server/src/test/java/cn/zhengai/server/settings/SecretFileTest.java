package cn.zhengai.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets that a container engine puts into files. */
class SecretFileTest {
    @TempDir
    private Path folder;

    private String secret(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), text);
        return SecretFile.content("mail.password", file.toString());
    }

    @Test
    void oneLineBreakAtTheEndIsNotPartOfIt() throws IOException {
        assertThat(secret("a b\n")).isEqualTo("a b");
        assertThat(secret("a b\r\n")).isEqualTo("a b");
        assertThat(secret("a b")).isEqualTo("a b");
        assertThat(secret(" a\n\n")).isEqualTo(" a\n");
    }

    @Test
    void everySettingThatMayBeASecretTakesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "geheim\n");
        String from = "\"${file:" + file + "}\"";
        Path written = Files.writeString(folder.resolve("zhengai.yaml"), """
                mail: {host: smtp.example.edu.cn, password: %1$s}
                webhooks: {duty: {url: "https://duty.example", secret: %1$s}}
                ledger: {url: "jdbc:postgresql://postgres:5432/zhengai", user: zhengai, password: %1$s}
                distributed:
                  kafka: {servers: "kafka:9092", settings: {sasl.jaas.config: %1$s}}
                  influxdb: {url: "http://influxdb:8086", token: %1$s}
                """.formatted(from));
        Settings settings = Settings.read(written, Map.of());
        assertThat(settings.mail().orElseThrow().password()).hasValue("geheim");
        assertThat(settings.webhooks().get("duty").secret()).hasValue("geheim");
        assertThat(settings.ledger().orElseThrow().password()).hasValue("geheim");
        Distributed distributed = settings.distributed().orElseThrow();
        assertThat(distributed.kafka().settings()).containsEntry("sasl.jaas.config", "geheim");
        assertThat(distributed.influx().token()).hasValue("geheim");
        assertThat(settings.toString() + distributed).doesNotContain("jaas");
    }

    @ParameterizedTest
    @CsvSource({"missing,不存在", "empty,是空的", "blank,是空的", "folder,无法读取", "binary,UTF-8"})
    void whatCannotBeASecretIsSaid(String name, String fault) throws IOException {
        Files.writeString(folder.resolve("empty"), "");
        Files.writeString(folder.resolve("blank"), " \n");
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("binary"), "密".getBytes(StandardCharsets.UTF_16BE));
        Path file = folder.resolve(name);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SecretFile.content("ledger.password", file.toString()))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(Refusal.Cause.SETTINGS))
                .withMessageContaining("ledger.password")
                .withMessageContaining(file.toString())
                .withMessageContaining(fault);
    }

    @Test
    void aPathBeginsAtTheRoot() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SecretFile.content("ledger.password", "secret"))
                .withMessageContaining("从根目录写起");
    }
}
