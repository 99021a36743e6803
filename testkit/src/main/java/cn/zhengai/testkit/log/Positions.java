package cn.zhengai.testkit.log;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog.Assignment;
import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.reading.Logged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a ledger keeps of one group: where it stands in each partition, and what it has dealt with. Demands of every
 * delivery that it begins where the partition stands and comes from the one member that owns it. For one thread.
 */
final class Positions {
    private final Map<Integer, Long> positions = new HashMap<>();
    private final Map<Integer, Owner> owners = new HashMap<>();
    private final List<Logged> kept = new ArrayList<>();

    /** A member's side of it. */
    Owner member(String name) {
        return new Owner(name);
    }

    /** Everything dealt with, in the order in which it was. */
    List<Logged> kept() {
        return kept;
    }

    /** Where it stands in a partition. */
    long of(int partition) {
        return positions.getOrDefault(partition, 0L);
    }

    Set<Integer> partitions() {
        return Set.copyOf(positions.keySet());
    }

    /** One member of the group. */
    final class Owner implements Assignment {
        private final String name;
        private final Set<Integer> own = new HashSet<>();

        private Owner(String name) {
            this.name = name;
        }

        @Override
        public long assigned(int partition) {
            assertThat(owners)
                    .as("%s gets partition %d, which another still has", name, partition)
                    .doesNotContainKey(partition);
            owners.put(partition, this);
            own.add(partition);
            return positions.getOrDefault(partition, 0L);
        }

        @Override
        public void revoked(int partition) {
            assertThat(owners.remove(partition))
                    .as("who had partition %d", partition)
                    .isSameAs(this);
            own.remove(partition);
        }

        /** Partitions it has now. */
        Set<Integer> own() {
            return Set.copyOf(own);
        }

        /** Deals with a delivery: readings and position in one step. */
        void keep(Delivery delivery) {
            if (delivery.upTo() == delivery.after()) {
                assertThat(delivery.readings()).isEmpty();
                return;
            }
            assertThat(own).as("partitions of %s", name).contains(delivery.partition());
            assertThat(delivery.after()).isEqualTo(positions.getOrDefault(delivery.partition(), 0L));
            kept.addAll(delivery.readings());
            positions.put(delivery.partition(), delivery.upTo());
        }
    }
}
