package cn.zhengai.storage.influxdb.store;

import cn.zhengai.core.port.Provenance;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Partitioning;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.storage.influxdb.client.Connection;
import cn.zhengai.storage.influxdb.write.Places;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The measurements as provenance: readings in force are read once through; disputes are all in the history. */
public final class InfluxProvenance implements Provenance {
    private static final Comparator<Dispute> OLDEST_FIRST =
            Comparator.comparingLong(dispute -> dispute.inForce().reading().at());

    private final Scan scan;
    private final Recorded recorded;

    public InfluxProvenance(Connection connection, SeriesIndex index, Partitioning partitioning) {
        this.scan = new Scan(connection, index, partitioning);
        this.recorded = new Recorded(new Places(connection), Duration.ZERO);
    }

    @Override
    public void supplied(long from, long until, long offset, Consumer<Supplied> sink) {
        if (from < until) {
            Supplies supplies = new Supplies(offset);
            scan.inForce(Scopes.span(from, until), recorded.pin(ReadingStore.NOW), supplies::add);
            supplies.each(sink);
        }
    }

    @Override
    public List<Dispute> disputes(long from, long until, int most) {
        PriorityQueue<Dispute> newest = new PriorityQueue<>(OLDEST_FIRST);
        if (from < until) {
            scan.eachOfHistory(Scopes.span(from, until), recorded.pin(ReadingStore.NOW), chain -> {
                List<Logged> said = lastWords(chain);
                if (said.stream().map(InfluxProvenance::value).distinct().count() > 1) {
                    newest.add(new Dispute(said));
                }
                if (newest.size() > most) {
                    newest.remove();
                }
            });
        }
        List<Dispute> all = new ArrayList<>(newest);
        all.sort(OLDEST_FIRST.reversed());
        return all;
    }

    /** Of each source; the one in force first, and so on. */
    private static List<Logged> lastWords(List<Logged> chain) {
        Map<String, Logged> bySource = new LinkedHashMap<>();
        chain.forEach(one -> bySource.merge(one.head().source(), one, (a, b) -> b.prevailsOver(a) ? b : a));
        return bySource.values().stream()
                .sorted((a, b) -> a.prevailsOver(b) ? -1 : 1)
                .toList();
    }

    private static List<Long> value(Logged logged) {
        Reading reading = logged.reading();
        return List.of(reading.position(), reading.numerator(), reading.denominator());
    }
}
