package cn.zhengai.collector.file;

import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.RowMapper;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.collector.mapping.Verdicts;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an earlier version of a workbook said, a new version no longer says, and is still in force by this source's word.
 * Nothing is done about it: a row may be gone by mistake or on purpose, and only a person knows.
 */
final class LeftOut {
    private final IntakeDesk desk;
    private final SourceMapping mapping;
    private final MappingPlan plan;
    private final ReadingStore known;

    LeftOut(IntakeDesk desk, SourceMapping mapping, ReadingStore known) {
        this.desk = desk;
        this.mapping = mapping;
        this.plan = desk.plan(mapping);
        this.known = known;
    }

    /**
     * By series and instant; asked before the new version is taken in.
     *
     * @throws IOException when the disk fails
     * @throws SheetRows.Stopped when either has no header, or not that of the mapping as it is now
     */
    List<Logged> between(Path earlier, Path now) throws IOException {
        Set<Spot> gone = said(earlier);
        gone.removeAll(said(now));
        Map<Series, TreeSet<Long>> bySeries = gone.stream()
                .collect(Collectors.groupingBy(
                        Spot::series, Collectors.mapping(Spot::at, Collectors.toCollection(TreeSet::new))));
        List<Logged> found = new ArrayList<>();
        bySeries.forEach((series, instants) ->
                known.read(series, instants.first(), instants.last() + 1, ReadingStore.NOW).stream()
                        .filter(one -> instants.contains(one.reading().at()))
                        .filter(one -> one.head().source().equals(mapping.id()))
                        .forEach(found::add));
        found.sort(Comparator.comparing((Logged one) -> one.reading().series().key())
                .thenComparingLong(one -> one.reading().at()));
        return found;
    }

    private Set<Spot> said(Path file) throws IOException {
        Spots spots = new Spots();
        RowMapper mapper = plan.mapper(desk.now(), spots);
        new SheetRows(file, mapping, plan, desk.catalogue().zone()).read(plan.columns(), new RowSource.Rows() {
            @Override
            public void row(Row row) {
                mapper.map(row);
            }

            @Override
            public void unreadable(int number, Reason reason, String detail, String raw) {
                // says nothing that could be gone
            }

            @Override
            public void skipped(Skip why, long count) {
                // no rows
            }
        });
        return spots.all;
    }

    /** What readings speak about. */
    private record Spot(Series series, long at) {}

    /** Hears readings alone. */
    private static final class Spots implements Verdicts {
        private final Set<Spot> all = new HashSet<>();

        @Override
        public void accepted(Reading reading, Optional<String> reason) {
            all.add(new Spot(reading.series(), reading.at()));
        }

        @Override
        public void rejected(int row, Reason reason, String detail) {
            // no reading, then or now
        }

        @Override
        public void empty(int row) {
            // says nothing
        }
    }
}
