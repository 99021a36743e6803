package cn.zhengai.collector.follow;

import java.util.ArrayList;
import java.util.List;

/** Records of one partition that are handed in together. */
final class Page {
    /** As many as share a few syncs of the disk, and as a few seconds suffice for. */
    static final int RECORDS = 20_000;

    static final long BYTES = 8_000_000;

    private final int partition;
    private final long from;
    private final long missed;
    private final List<TopicRecord> records = new ArrayList<>();
    private long next;
    private long bytes;

    /**
     * An empty one.
     *
     * @param from where reading goes on
     * @param missed so many offsets from there on are gone
     */
    Page(int partition, long from, long missed) {
        this.partition = partition;
        this.from = from;
        this.missed = missed;
        this.next = from + missed;
    }

    /** Reads until it is full or the partition's end is reached. */
    static Page read(Topic.Session session, Topic.Reach reach, long from) {
        Page page = new Page(reach.partition(), from, Math.max(0, reach.begin() - from));
        while (page.next < reach.end() && page.records.size() < RECORDS && page.bytes < BYTES) {
            page.add(session.read(reach.partition(), page.next, reach.end(), RECORDS - page.records.size()));
        }
        return page;
    }

    /** Of one portion, whatever its size. */
    static Page of(int partition, long from, Topic.Portion portion) {
        Page page = new Page(partition, from, 0);
        page.add(portion);
        return page;
    }

    private void add(Topic.Portion portion) {
        for (TopicRecord record : portion.records()) {
            records.add(record);
            bytes += record.size();
        }
        next = portion.next();
    }

    int partition() {
        return partition;
    }

    long from() {
        return from;
    }

    long missed() {
        return missed;
    }

    /** Offset to go on from. */
    long next() {
        return next;
    }

    List<TopicRecord> records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return records.isEmpty() && missed == 0;
    }

    /** Of a row. */
    int number(TopicRecord record) {
        return (int) Math.min(Integer.MAX_VALUE, record.offset() - from + 1);
    }
}
