package cn.zhengai.storage.duckdb.log;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Who reads the log, as far as this process knows: positions of truth are the consumers' own. The one partition of a
 * group belongs to the member that came first; when it leaves, to the next that polls.
 */
final class Groups {
    private final Map<String, Object> owners = new HashMap<>();
    private final Map<String, Long> committed = new HashMap<>();

    /** True when the partition becomes this member's by this call. */
    synchronized boolean takeOver(String group, Object member) {
        return owners.putIfAbsent(group, member) == null;
    }

    /** True when the partition was this member's. */
    synchronized boolean leave(String group, Object member) {
        return owners.remove(group, member);
    }

    synchronized void commit(String group, long upTo) {
        committed.merge(group, upTo, Math::max);
    }

    /** Up to where every group is done; empty without groups. */
    synchronized OptionalLong done() {
        return committed.values().stream().mapToLong(Long::longValue).min();
    }
}
