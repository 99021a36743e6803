package cn.zhengai.server.migrate;

import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.storage.jdbc.LedgerCopy;
import cn.zhengai.storage.jdbc.LedgerRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From a log of several partitions into one of one. The order between partitions was nowhere kept, and the log may have
 * dropped old readings; so they come from the store and are put in an order in which every series has its own, and every
 * kept result finds what it knew as the beginning of the log.
 */
final class Down {
    /** A digest no rules have: the warner judges the point anew. */
    private static final String UNLIKE_ANY = "-";

    private final Side from;
    private final Side to;
    private final Path scratch;
    private final Progress progress;
    private long written;

    /** @param scratch folder for what is being sorted; empty afterwards */
    Down(Side from, Side to, Path scratch, Progress progress) {
        this.from = from;
        this.to = to;
        this.scratch = scratch;
        this.progress = progress;
    }

    /**
     * Fills the other side.
     *
     * @return how many kept results were given more than they knew, see {@link FallingPlaces}
     */
    int run() {
        progress.begin("查找台账中的日志位置", 0);
        Referred referred = Referred.in(from.ledger(), from.index());
        FallingPlaces places = new FallingPlaces(referred.knowledge());
        try {
            Files.createDirectories(scratch);
            Sorting sorting = new Sorting(scratch, to.index());
            gather(places, sorting);
            pour(referred.causes(), places, sorting);
            Files.delete(scratch);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Pouring.demandEnd(to.log(), Knowledge.in(0, written));
        progress.begin("复制台账", 0);
        List<LedgerRow> own = new ArrayList<>(Homely.places(List.of(written)));
        merged(referred.rules(), from.partitioning().partitions()).stream()
                .map(Homely.Rules::row)
                .forEach(own::add);
        LedgerCopy.run(
                from.ledger(),
                to.ledger(),
                new Translation(referred.causes(), places::translated, to.partitioning()::of),
                own);
        return places.widened();
    }

    private void gather(FallingPlaces places, Sorting sorting) {
        Chunks chunks = new Chunks(from.store());
        progress.begin("读取采集值（序列）", chunks.series());
        long[] done = new long[1];
        chunks.each((series, history) -> {
            Map<Series, Long> takenIn = new HashMap<>();
            for (Logged logged : history) {
                Reading reading = logged.reading();
                int partition = from.partitioning().of(reading.series());
                long at = takenIn.merge(
                        reading.series(), logged.head().recordedAt().toEpochMilli(), Math::max);
                add(
                        sorting,
                        new Entry(
                                places.stage(partition, logged.seq()),
                                at,
                                partition,
                                new Logged(logged.seq(), logged.head(), reading.of(ours(reading.series())))));
            }
            done[0] += series.size();
            progress.at(done[0]);
        });
    }

    private Series ours(Series series) {
        return to.index().of(series.point(), series.subject());
    }

    private static void add(Sorting sorting, Entry entry) {
        try {
            sorting.add(entry);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void pour(CausePlaces causes, FallingPlaces places, Sorting sorting) throws IOException {
        progress.begin(
                "采集值", from.store().counts().inForce() + from.store().counts().superseded());
        Pouring pouring = new Pouring(to.log());
        sorting.each(entry -> {
            written++;
            pouring.add(entry.logged());
            causes.moved(entry.logged().reading().series(), entry.logged().seq(), written);
            places.wrote(entry.stage(), written);
            progress.at(written);
        });
        pouring.flush();
        places.finish();
    }

    /** Of one partition when all agree; else unlike any rules. */
    static List<Homely.Rules> merged(List<Homely.Rules> rules, int partitions) {
        Map<String, List<Homely.Rules>> byPoint = new TreeMap<>();
        rules.forEach(one ->
                byPoint.computeIfAbsent(one.point(), p -> new ArrayList<>()).add(one));
        List<Homely.Rules> merged = new ArrayList<>();
        byPoint.forEach((point, all) -> {
            boolean agreed = all.size() == partitions
                    && all.stream().map(Homely.Rules::digest).distinct().count() == 1;
            merged.add(new Homely.Rules(0, point, agreed ? all.get(0).digest() : UNLIKE_ANY));
        });
        return merged;
    }
}
