package cn.zhengai.messaging.kafka.read;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.messaging.kafka.client.Connection;
import cn.zhengai.messaging.kafka.client.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Who reads the log at the moment, as the brokers know it: a member that was killed counts until its absence is noticed. */
public final class Presence {
    private final Connection connection;

    public Presence(Connection connection) {
        this.connection = connection;
    }

    /**
     * Those of these groups, by their ids, that have members.
     *
     * @throws PortException {@link Trouble#UNAVAILABLE}
     */
    public List<String> joined(List<String> groups) {
        try (Admin admin = Admin.create(connection.admin())) {
            List<String> joined = new ArrayList<>();
            for (String group : groups) {
                if (members(admin, group) > 0) {
                    joined.add(group);
                }
            }
            return joined;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failures.of("查询消费者", interrupted);
        } catch (ExecutionException | KafkaException failed) {
            throw Failures.of("查询消费者", failed);
        }
    }

    private static int members(Admin admin, String id) throws InterruptedException, ExecutionException {
        try {
            return admin.describeConsumerGroups(List.of(id)).all().get().values().stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw failed;
        }
    }
}
