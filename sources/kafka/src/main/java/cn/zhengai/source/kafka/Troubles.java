package cn.zhengai.source.kafka;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/** What a cluster failed at, in words; translated once, here. */
record Troubles(String source) {

    PortException translate(String topic, Throwable failed) {
        Throwable cause =
                (failed instanceof ExecutionException || failed.getClass().equals(KafkaException.class))
                                && failed.getCause() != null
                        ? failed.getCause()
                        : failed;
        if (cause instanceof PortException known) {
            return known;
        }
        if (cause instanceof InterruptedException || cause instanceof InterruptException) {
            Thread.currentThread().interrupt();
            return trouble(Trouble.UNAVAILABLE, "读取被中断。", cause);
        }
        String said = "（" + cause.getMessage() + "）";
        if (cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException) {
            return refused("对方没有主题“" + topic + "”。请核对 kafka.topic。");
        }
        if (cause instanceof AuthenticationException) {
            return trouble(
                    Trouble.REFUSED,
                    "Kafka 不接受这个用户名、口令或证书。请核对 kafka.user、kafka.password、kafka.mechanism 和 kafka.tls。" + said,
                    cause);
        }
        if (cause instanceof AuthorizationException) {
            return trouble(Trouble.REFUSED, "这个用户没有读主题“" + topic + "”的权限。请对方授予 Read 和 Describe。" + said, cause);
        }
        if (cause instanceof ConfigException || cause instanceof UnsupportedVersionException) {
            return trouble(Trouble.REFUSED, "连接设置不能用。请核对 kafka.bootstrap 和 kafka.settings。" + said, cause);
        }
        if (cause instanceof OffsetOutOfRangeException) {
            return trouble(Trouble.UNAVAILABLE, "要读的消息刚被对方删除，稍后从剩下的第一条继续。" + said, cause);
        }
        if (cause instanceof TimeoutException) {
            return trouble(
                    Trouble.UNAVAILABLE,
                    "Kafka 没有答复。请核对 kafka.bootstrap，以及网络、防火墙和对方是否在运行；要求加密的集群请写 tls: true。" + said,
                    cause);
        }
        return trouble(Trouble.UNAVAILABLE, "读取 Kafka 失败，稍后自动重试。" + said, cause);
    }

    PortException refused(String sentence) {
        return trouble(Trouble.REFUSED, sentence, null);
    }

    PortException unavailable(String sentence) {
        return trouble(Trouble.UNAVAILABLE, sentence, null);
    }

    private PortException trouble(Trouble trouble, String sentence, @Nullable Throwable cause) {
        return new PortException(trouble, "来源“" + source + "”：" + sentence, cause);
    }
}
