package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.warning.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notices in the order they were put. */
final class MemoryOutbox implements Outbox {
    private final Map<String, Kept> notices = new LinkedHashMap<>();
    private long routed;

    @Override
    public synchronized long routedUpTo() {
        return routed;
    }

    @Override
    public synchronized void put(long from, long to, List<Notice> added) {
        routed = Positions.moved("routing", routed, from, to);
        for (Notice one : added) {
            Notice.Standing waiting = new Notice.Standing(Notice.State.WAITING, 0, one.createdAt(), "");
            notices.putIfAbsent(one.id(), new Kept(one, waiting));
        }
    }

    @Override
    public synchronized List<Kept> due(Instant now, int most) {
        return notices.values().stream()
                .filter(one -> one.standing().state() == Notice.State.WAITING)
                .filter(one -> !one.standing().next().isAfter(now))
                .sorted(Comparator.comparing(one -> one.standing().next()))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void settle(String id, Notice.Standing standing) {
        Kept known = notices.get(id);
        if (known == null) {
            throw new PortException(Trouble.REFUSED, "没有编号为 " + id + " 的通知");
        }
        if (known.standing().state() != Notice.State.DELIVERED) {
            notices.put(id, new Kept(known.notice(), standing));
        }
    }

    @Override
    public synchronized List<Kept> recent(int most) {
        List<Kept> newestFirst = new ArrayList<>();
        notices.values().forEach(one -> newestFirst.add(0, one));
        return newestFirst.stream().limit(most).toList();
    }

    @Override
    public synchronized Map<Notice.State, Long> counts() {
        Map<Notice.State, Long> counts = new EnumMap<>(Notice.State.class);
        for (Notice.State state : Notice.State.values()) {
            counts.put(state, 0L);
        }
        notices.values().forEach(one -> counts.merge(one.standing().state(), 1L, Long::sum));
        return counts;
    }
}
