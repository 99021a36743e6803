package cn.zhengai.server.migrate;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Batch;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Appends readings one after the other, those with one head that follow each other as one batch. For one thread. */
final class Pouring {
    private static final int AT_ONCE = 40_000;

    private final MessageLog log;
    private final List<Batch> batches = new ArrayList<>();
    private List<Reading> readings = new ArrayList<>();
    private Optional<BatchHead> head = Optional.empty();
    private int waiting;

    Pouring(MessageLog log) {
        this.log = log;
    }

    void add(Logged logged) {
        if (!head.equals(Optional.of(logged.head()))) {
            close();
            head = Optional.of(logged.head());
        }
        readings.add(logged.reading());
        waiting++;
        if (waiting >= AT_ONCE) {
            flush();
        }
    }

    private void close() {
        head.filter(any -> !readings.isEmpty()).ifPresent(of -> batches.add(new Batch(of, readings)));
        readings = new ArrayList<>();
    }

    /** When it returns, everything is durable. */
    void flush() {
        close();
        if (!batches.isEmpty()) {
            log.append(batches);
        }
        batches.clear();
        waiting = 0;
    }

    /** @throws PortException when the log does not stand where it must: somebody else writes into it */
    static void demandEnd(MessageLog log, Knowledge expected) {
        if (!log.end().equals(expected)) {
            throw new PortException(
                    Trouble.STALE,
                    "写入的采集值与日志的末尾不符（应为 " + expected.chinese() + "，实为 "
                            + log.end().chinese() + "）：迁移期间有别的进程写入。请停止它们，清空目标后重新迁移。");
        }
    }
}
