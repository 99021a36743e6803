package cn.zhengai.collector.pull;

import cn.zhengai.core.catalogue.SourceMapping;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Pulls one source, as its mapping was when this was made. For one thread. */
final class Puller {
    private final SourceMapping mapping;
    private final Source source;
    private final PullPorts ports;
    private @Nullable Known known;

    Puller(SourceMapping mapping, PullPorts ports) {
        this.mapping = mapping;
        this.ports = ports;
        this.source = ports.sources().of(mapping, ports.desk().catalogue().zone());
    }

    SourceMapping mapping() {
        return mapping;
    }

    /**
     * Goes on from the cursor.
     *
     * @param history what it brings is backfill and tells nobody
     * @param enough asked between pages of old rows: end here
     * @throws cn.zhengai.core.port.PortException when the source, the log or the ledger fails; calling again goes on from
     *     the last page that was kept
     */
    PullCount round(boolean history, BooleanSupplier enough) {
        Known memory = known == null ? Known.load(ports.cursors(), mapping.id()) : known;
        known = null;
        PullCount count;
        try (Source.Session session = source.open()) {
            HandIn handIn = new HandIn(ports.desk(), mapping, history);
            Round round = new Round(mapping, ports.cursors(), memory, handIn, source.start(), session.now());
            count = round.run(session, ports.readAhead(), enough);
        }
        known = memory;
        return count;
    }

    /** Compares what was taken with the source; throws as {@link #round}. */
    Compared compare(Instant at) {
        try (Source.Session session = source.open()) {
            HandIn handIn = new HandIn(ports.desk(), mapping, false);
            Compared found = new Comparison(mapping, ports.cursors(), handIn, source.start(), at)
                    .run(session, ports.readAhead());
            ports.cursors().compared(mapping.id(), at);
            return found;
        }
    }
}
