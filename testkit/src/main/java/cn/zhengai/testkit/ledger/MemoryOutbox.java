package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.warning.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notices in the order they were put. */
final class MemoryOutbox implements Outbox {
    private final InstantSource clock;
    private final Map<String, Kept> notices = new LinkedHashMap<>();
    private final Map<String, Hold> holds = new HashMap<>();
    private long routed;

    /** @param clock that holds are measured by */
    MemoryOutbox(InstantSource clock) {
        this.clock = clock;
    }

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
                .filter(MemoryOutbox::waits)
                .filter(one -> !one.standing().next().isAfter(now))
                .sorted(Comparator.comparing(one -> one.standing().next()))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Kept> take(String dispatcher, Instant now, Duration hold, int most) {
        Instant here = clock.instant();
        List<Kept> taken = due(now, Integer.MAX_VALUE).stream()
                .filter(one -> free(one.notice().id(), dispatcher, here))
                .limit(most)
                .toList();
        taken.forEach(one -> holds.put(one.notice().id(), new Hold(dispatcher, here.plus(hold))));
        return taken;
    }

    private boolean free(String notice, String dispatcher, Instant now) {
        Hold hold = holds.getOrDefault(notice, new Hold("", now));
        return hold.by().equals(dispatcher) || !hold.until().isAfter(now);
    }

    private record Hold(String by, Instant until) {}

    @Override
    public synchronized void settle(String id, Notice.Standing standing) {
        Kept known = notices.get(id);
        holds.remove(id);
        if (known == null) {
            throw new PortException(Trouble.REFUSED, "没有编号为 " + id + " 的通知");
        }
        if (known.standing().state() != Notice.State.DELIVERED) {
            notices.put(id, new Kept(known.notice(), standing));
        }
    }

    @Override
    public synchronized void hasten(String channel, Instant to) {
        notices.replaceAll((id, one) -> {
            Notice.Standing now = one.standing();
            boolean later = waits(one)
                    && one.notice().channel().equals(channel)
                    && now.next().isAfter(to);
            return later
                    ? new Kept(one.notice(), new Notice.Standing(now.state(), now.attempts(), to, now.answer()))
                    : one;
        });
    }

    @Override
    public synchronized Map<String, Long> waiting() {
        Map<String, Long> byChannel = new HashMap<>();
        notices.values().stream()
                .filter(MemoryOutbox::waits)
                .forEach(one -> byChannel.merge(one.notice().channel(), 1L, Long::sum));
        return byChannel;
    }

    private static boolean waits(Kept one) {
        return one.standing().state() == Notice.State.WAITING;
    }

    @Override
    public synchronized List<Kept> recent(int most) {
        List<Kept> newestFirst = new ArrayList<>();
        notices.values().forEach(one -> newestFirst.add(0, one));
        return newestFirst.stream().limit(most).toList();
    }

    synchronized void removeOf(Set<String> warnings) {
        notices.values().removeIf(one -> warnings.contains(one.notice().warning()));
    }

    @Override
    public synchronized List<Kept> ofWarning(String warning) {
        return notices.values().stream()
                .filter(one -> one.notice().warning().equals(warning))
                .toList();
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
