package cn.zhengai.storage.duckdb.log;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Logged;
import java.time.Duration;
import java.util.List;

/** One member of a group of consumers. */
final class Member implements MessageLog.Subscription {
    private final DuckDbLog log;
    private final String group;
    private final MessageLog.Assignment assignment;
    private volatile boolean woken;
    private boolean assigned;
    /** What the consumer was told last; not before {@link #assigned}. */
    private long position;

    private final Ahead ahead;

    Member(DuckDbLog log, String group, MessageLog.Assignment assignment) {
        this.log = log;
        this.group = group;
        this.assignment = assignment;
        this.ahead = new Ahead(log);
    }

    @Override
    public MessageLog.Delivery poll(int most, Duration patience) {
        log.demandOpen();
        if (log.groups().takeOver(group, this)) {
            begin(assignment.assigned(0));
        }
        try {
            log.tail().await(this::enough, patience.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return nothing();
        }
        log.demandOpen();
        woken = false;
        return next(most);
    }

    /** Steps over numbers of which nothing is left; at the end of the log without a reading. */
    private MessageLog.Delivery next(int most) {
        List<Logged> readings = List.of();
        while (assigned && readings.isEmpty() && ahead.more()) {
            readings = ahead.next(most);
        }
        long after = position;
        position = assigned ? ahead.scanned() : position;
        return new MessageLog.Delivery(0, after, position, readings);
    }

    private void begin(long start) {
        if (start > log.tail().last()) {
            log.groups().leave(group, this);
            throw new PortException(
                    Trouble.CORRUPT,
                    "消费者 " + group + " 记录的位置 " + start + " 超过了采集值日志的末尾 "
                            + log.tail().last() + "：采集值库可能被换成了旧的备份。请恢复与台账同时备份的采集值库。");
        }
        position = start;
        ahead.start(start);
        assigned = true;
        log.groups().commit(group, start);
    }

    private boolean enough() {
        return woken || log.closed() || (assigned && ahead.more());
    }

    private MessageLog.Delivery nothing() {
        return new MessageLog.Delivery(0, position, position, List.of());
    }

    @Override
    public void commit(int partition, long upTo) {
        log.groups().commit(group, upTo);
    }

    @Override
    public void wake() {
        woken = true;
        log.tail().stir();
    }

    @Override
    public void close() {
        if (log.groups().leave(group, this)) {
            assigned = false;
            log.tail().stir();
            assignment.revoked(0);
        }
    }
}
