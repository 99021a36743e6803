package cn.zhengai.server.migrate;

import cn.zhengai.core.port.MessageLog;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Series;
import cn.zhengai.storage.jdbc.LedgerCopy;
import cn.zhengai.storage.jdbc.LedgerRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** From a log of one partition into one of several. The order of all readings is kept, so everything moves exactly. */
final class Up {
    private static final String GROUP = "migrate";
    private static final int READINGS_AT_ONCE = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** So many readings may wait for the recorder. */
    private static final int RECORD_EVERY = 200_000;

    private final Side from;
    private final Side to;
    private final Recording recording;
    private final Progress progress;
    private final long[] counts;

    Up(Side from, Side to, Recording recording, Progress progress) {
        this.from = from;
        this.to = to;
        this.recording = recording;
        this.progress = progress;
        this.counts = new long[to.partitioning().partitions()];
    }

    /** Fills the other side. What binds the ledger there to its home, and says that it is not complete, stays. */
    void run() {
        progress.begin("查找台账中的日志位置", 0);
        Referred referred = Referred.in(from.ledger(), from.index());
        RisingPlaces places = new RisingPlaces(referred.knowledge());
        pour(referred.causes(), places);
        places.finish(counts);
        Pouring.demandEnd(to.log(), ends());
        progress.begin("写入采集值库", 0);
        recording.catchUp(to.log().end());
        progress.begin("复制台账", 0);
        List<LedgerRow> own = new ArrayList<>(Homely.places(ends().places()));
        for (Homely.Rules rules : referred.rules()) {
            IntStream.range(0, counts.length)
                    .mapToObj(partition -> new Homely.Rules(partition, rules.point(), rules.digest()).row())
                    .forEach(own::add);
        }
        own.addAll(recording.home());
        LedgerCopy.run(
                from.ledger(),
                to.ledger(),
                new Translation(referred.causes(), places::translated, to.partitioning()::of),
                own);
    }

    private Knowledge ends() {
        return new Knowledge(IntStream.range(0, counts.length)
                .mapToObj(partition -> counts[partition])
                .toList());
    }

    private void pour(CausePlaces causes, RisingPlaces places) {
        long end = from.log().end().through(0);
        progress.begin("采集值", end);
        Pouring pouring = new Pouring(to.log());
        long unrecorded = 0;
        try (MessageLog.Subscription all = from.log().subscribe(GROUP, new FromTheBeginning())) {
            long at = 0;
            while (at < end) {
                MessageLog.Delivery next = all.poll(READINGS_AT_ONCE, PATIENCE);
                for (Logged logged : next.readings()) {
                    Series series = logged.reading().series();
                    int partition = to.partitioning().of(series);
                    places.reach(logged.seq(), counts);
                    counts[partition]++;
                    causes.moved(series, logged.seq(), counts[partition]);
                    pouring.add(logged);
                }
                at = next.upTo();
                unrecorded += next.readings().size();
                if (unrecorded >= RECORD_EVERY) {
                    pouring.flush();
                    recording.catchUp(to.log().end());
                    unrecorded = 0;
                }
                progress.at(at);
            }
        }
        pouring.flush();
    }

    private static final class FromTheBeginning implements MessageLog.Assignment {
        @Override
        public long assigned(int partition) {
            return 0;
        }

        @Override
        public void revoked(int partition) {
            // there is one, and it stays
        }
    }

    /** How the store of the other side is filled, and what its ledger has of its own. */
    interface Recording {
        /** Returns when the store knows this. */
        void catchUp(Knowledge end);

        /** Rows by which the ledger there knows its home. */
        List<LedgerRow> home();
    }
}
