package cn.zhengai.testkit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who of a group has which partition: each member its share, in turn. For use under the lock of the log. */
final class MemoryGroup {
    private final int partitions;
    private final List<Object> members = new ArrayList<>();
    private final Map<Integer, Object> owners = new HashMap<>();

    MemoryGroup(int partitions) {
        this.partitions = partitions;
    }

    void join(Object member) {
        members.add(member);
    }

    void leave(Object member) {
        members.remove(member);
    }

    /** Should this member have it? */
    boolean isFor(int partition, Object member) {
        return members.get(partition % members.size()) == member;
    }

    void free(Collection<Integer> given) {
        owners.keySet().removeAll(given);
    }

    /** Those it should have that nobody has any more are its own now. */
    List<Integer> take(Object member) {
        List<Integer> taken = IntStream.range(0, partitions)
                .filter(partition -> isFor(partition, member) && !owners.containsKey(partition))
                .boxed()
                .toList();
        taken.forEach(partition -> owners.put(partition, member));
        return taken;
    }
}
