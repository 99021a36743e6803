package cn.zhengai.messaging.kafka.client;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** What a failure of a client means to whoever called the port. */
public final class Failures {
    private Failures() {}

    /**
     * As a trouble.
     *
     * @param doing in Chinese, e.g. 写入
     */
    public static PortException of(String doing, Throwable failed) {
        Throwable cause =
                failed instanceof ExecutionException && failed.getCause() != null ? failed.getCause() : failed;
        if (cause instanceof PortException known) {
            return known;
        }
        return new PortException(trouble(cause), "Kafka " + doing + "失败：" + sentence(cause), cause);
    }

    private static Trouble trouble(Throwable cause) {
        if (cause instanceof OffsetOutOfRangeException) {
            return Trouble.CORRUPT;
        }
        return cause instanceof AuthenticationException
                        || cause instanceof AuthorizationException
                        || cause instanceof InvalidConfigurationException
                        || cause instanceof UnsupportedVersionException
                        || cause instanceof RecordTooLargeException
                ? Trouble.REFUSED
                : Trouble.UNAVAILABLE;
    }

    private static String sentence(Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return "登录未通过，请检查连接设置中的账号。（" + cause.getMessage() + "）";
        }
        if (cause instanceof AuthorizationException) {
            return "账号没有所需的权限。（" + cause.getMessage() + "）";
        }
        if (cause instanceof OffsetOutOfRangeException) {
            return "读取的位置上已没有消息：没有处理的采集值已按主题的保留期删除，或主题被重建。（" + cause.getMessage() + "）";
        }
        if (cause instanceof NotEnoughReplicasException) {
            return "同步副本数不足，等待其他节点恢复。（" + cause.getMessage() + "）";
        }
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return "在限定时间内没有得到答复，集群可能未启动、正在切换或网络不通。（" + cause.getMessage() + "）";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
