package cn.zhengai.collector.follow;

import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.RowMapper;
import cn.zhengai.collector.mapping.RowSource;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.collector.mapping.SpokenVerdicts;
import cn.zhengai.collector.pull.Trial.Tried;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.reading.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Shows what the first records of a topic would become; nothing is kept. */
public final class TopicTrial {
    private final Follow follow;
    private final MappingPlan plan;
    private final ZoneId zone;

    /** @param zone the college's */
    public TopicTrial(MappingPlan plan, ZoneId zone) {
        this.follow = plan.mapping().follow().orElseThrow();
        this.plan = plan;
        this.zone = zone;
    }

    /**
     * The first records of the partitions, in turn.
     *
     * @throws cn.zhengai.core.port.PortException when the topic fails
     */
    public List<Tried> run(Topic topic, Instant now, int most) {
        List<Tried> tried = new ArrayList<>();
        try (Topic.Session session = topic.open()) {
            for (Topic.Reach reach : session.reaches()) {
                long from = Beginning.of(session, reach, follow, zone);
                while (from < reach.end() && tried.size() < most) {
                    Topic.Portion some = session.read(reach.partition(), from, reach.end(), most - tried.size());
                    tried.addAll(tried(Page.of(reach.partition(), from, some), now));
                    from = some.next();
                }
            }
        }
        return tried;
    }

    private List<Tried> tried(Page page, Instant now) {
        SpokenVerdicts spoken = new SpokenVerdicts();
        Into into = new Into(plan.mapper(now, spoken), spoken);
        new RecordRows(follow, page).read(plan.columns(), into);
        return into.tried;
    }

    /** Hands rows to the mapper, and notes what was said of each. */
    private static final class Into implements RowSource.Rows {
        private final RowMapper mapper;
        private final SpokenVerdicts spoken;
        private final List<Tried> tried = new ArrayList<>();

        Into(RowMapper mapper, SpokenVerdicts spoken) {
            this.mapper = mapper;
            this.spoken = spoken;
        }

        @Override
        public void row(Row row) {
            mapper.map(row);
            tried.add(new Tried(row.raw(), spoken.taken()));
        }

        @Override
        public void unreadable(int number, Reason reason, String detail, String raw) {
            spoken.rejected(number, reason, detail);
            tried.add(new Tried(raw, spoken.taken()));
        }

        @Override
        public void skipped(Skip why, long count) {
            tried.add(new Tried("", List.of("略过：" + why.chinese() + "。")));
        }
    }
}
