package cn.zhengai.messaging.kafka.topic;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.client.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates what is missing and refuses what would lose or move readings. */
public final class Topics {
    /** A letter holds a whole record, whatever its size, and more. */
    private static final int LARGEST_LETTER = 16 << 20;

    /** Who reads warnings may be away for long; the ledger, not the topic, is where they are kept. */
    private static final Duration WARNINGS_STAY = Duration.ofDays(365);

    private static final int PAUSE_MILLIS = 50;

    private final TopicPlan plan;

    private Topics(TopicPlan plan) {
        this.plan = plan;
    }

    /**
     * Sees to it that the topics are there as planned; repeating it, also at the same time elsewhere, is harmless.
     *
     * @return the id of the cluster
     * @throws PortException {@link Trouble#REFUSED} when one is there otherwise; {@link Trouble#UNAVAILABLE}
     */
    public static String prepare(Connection connection, TopicPlan plan) {
        try (Admin admin = Admin.create(connection.admin())) {
            Topics topics = new Topics(plan);
            topics.createMissing(admin);
            topics.checkWhenKnown(
                    admin, System.nanoTime() + connection.patience().toNanos());
            return admin.describeCluster().clusterId().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failures.of("主题检查", interrupted);
        } catch (ExecutionException | KafkaException failed) {
            throw Failures.of("主题检查", failed);
        }
    }

    private void createMissing(Admin admin) throws InterruptedException, ExecutionException {
        Set<String> there = admin.listTopics().names().get();
        List<NewTopic> missing = new ArrayList<>();
        if (!there.contains(plan.readings())) {
            missing.add(topic(plan.readings(), plan.partitions(), plan.keep().toMillis()));
        }
        if (!there.contains(plan.rejected())) {
            missing.add(topic(plan.rejected(), 1, -1));
        }
        if (!there.contains(plan.warnings())) {
            missing.add(topic(plan.warnings(), 1, WARNINGS_STAY.toMillis()));
        }
        for (NewTopic topic : missing) {
            try {
                admin.createTopics(List.of(topic)).all().get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
    }

    private NewTopic topic(String name, int partitions, long keepMillis) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(keepMillis));
        settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(plan.inSync()));
        if (name.equals(plan.rejected())) {
            settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_LETTER));
        }
        settings.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return new NewTopic(name, partitions, (short) plan.copies()).configs(settings);
    }

    /** A topic just created is known to every broker a moment later. */
    private void checkWhenKnown(Admin admin, long deadline) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                check(admin);
                return;
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)
                        || System.nanoTime() - deadline > 0) {
                    throw failed;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void check(Admin admin) throws InterruptedException, ExecutionException {
        TopicDescription readings = admin.describeTopics(List.of(plan.readings()))
                .allTopicNames()
                .get()
                .get(plan.readings());
        int found = readings == null ? 0 : readings.partitions().size();
        if (found != plan.partitions()) {
            throw refused("主题 " + plan.readings() + " 有 " + found + " 个分区，而台账的读取位置按 " + plan.partitions()
                    + " 个分区记录。分区数一变，序列就会换分区，位置也不再对应。请把主题恢复为 " + plan.partitions()
                    + " 个分区，或改用新的主题并迁移数据。");
        }
        for (String name : List.of(plan.readings(), plan.rejected(), plan.warnings())) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
            Config settings =
                    admin.describeConfigs(List.of(resource)).all().get().get(resource);
            if (settings != null) {
                check(name, settings);
            }
        }
    }

    private void check(String name, Config settings) {
        String inSync = settings.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value();
        if (Integer.parseInt(inSync) < plan.inSync()) {
            throw refused("主题 " + name + " 的 min.insync.replicas 是 " + inSync + "，应不小于 " + plan.inSync()
                    + "，否则一台节点损坏就会丢失已确认的消息。请用 kafka-configs 改正后再启动。");
        }
        String policy = settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        // of warnings, the newest fact of each may be all that somebody wants to keep
        if (policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT) && !name.equals(plan.warnings())) {
            throw refused("主题 " + name + " 的 cleanup.policy 是 " + policy + "：压实会删去同一序列较早的采集值。请改为 delete。");
        }
    }

    private static PortException refused(String sentence) {
        return new PortException(Trouble.REFUSED, sentence);
    }
}
