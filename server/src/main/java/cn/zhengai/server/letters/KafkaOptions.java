package cn.zhengai.server.letters;

import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.rejected.LetterAccess;
import cn.zhengai.messaging.kafka.topic.TopicPlan;
import cn.zhengai.server.command.FolderOption;
import cn.zhengai.server.settings.Distributed;
import cn.zhengai.server.settings.Refusal;
import cn.zhengai.server.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which Kafka: named here, or by the settings of a data folder. */
public final class KafkaOptions {
    private static final String SETTINGS = "zhengai.yaml";

    @Option(
            names = "--kafka",
            paramLabel = "地址",
            description = "Kafka 的地址，主机:端口，多个用逗号分开；不写时取自数据目录 zhengai.yaml 的 distributed.kafka")
    private String servers = "";

    @Option(
            names = "--kafka-setting",
            paramLabel = "名称=值",
            description = "Kafka 客户端的设置，可写多次，例如 --kafka-setting security.protocol=SSL")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--topics", paramLabel = "前缀", defaultValue = "zhengai", description = "主题名称的前缀（默认 zhengai）")
    private String prefix = "zhengai";

    @Mixin
    private final FolderOption data = new FolderOption();

    /**
     * Connects.
     *
     * @throws Refusal when nothing says where
     * @throws cn.zhengai.core.port.PortException as {@link LetterAccess#open}
     */
    LetterAccess open() {
        return LetterAccess.open(connection(), TopicPlan.Names.under(prefix));
    }

    private Connection connection() {
        if (!servers.isBlank()) {
            return Connection.to(servers.replace(" ", "")).with(settings);
        }
        Path file = data.folder().resolve(SETTINGS);
        Distributed.Kafka kafka = Settings.read(file, System.getenv())
                .distributed()
                .map(Distributed::kafka)
                .orElseThrow(() -> new Refusal(
                        Refusal.Cause.SETTINGS,
                        "没有说明 Kafka 在哪里：请写 --kafka 主机:端口，或用 --data 指定数据目录，并在 " + file + " 中写明 distributed.kafka。"));
        Map<String, String> all = new LinkedHashMap<>(kafka.settings());
        all.putAll(settings);
        return Connection.to(kafka.servers()).with(all);
    }
}
