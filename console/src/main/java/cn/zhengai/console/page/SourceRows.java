package cn.zhengai.console.page;

import cn.zhengai.console.board.Records;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.OrgUnit;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.port.Intake.SourceStanding;
import cn.zhengai.core.reading.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the sources stand, declared ones first. */
public final class SourceRows {
    private final Records records;

    SourceRows(Records records) {
        this.records = records;
    }

    /** @param standing empty when nothing ever came */
    public record Row(String id, String name, String owner, Optional<SourceStanding> standing, List<Refused> refused) {
        public long rejected() {
            return refused.stream().mapToLong(Refused::count).sum();
        }
    }

    /** Rows refused for one reason. */
    public record Refused(Reason reason, long count) {}

    List<Row> all() {
        Catalogue catalogue = records.catalogue().get();
        Map<String, SourceStanding> standings = new HashMap<>();
        List<SourceStanding> known = records.ledger().intake().sources();
        known.forEach(s -> standings.put(s.source(), s));
        List<Row> rows = new ArrayList<>();
        for (SourceMapping mapping : catalogue.sources().values()) {
            String owner = mapping.owner()
                    .flatMap(catalogue.tree()::unit)
                    .map(OrgUnit::name)
                    .orElse("未指定责任单位");
            rows.add(row(mapping.id(), mapping.name(), owner, Optional.ofNullable(standings.get(mapping.id()))));
        }
        known.stream()
                .filter(s -> !catalogue.sources().containsKey(s.source()))
                .forEach(s -> rows.add(row(s.source(), s.source(), "目录中未登记", Optional.of(s))));
        return rows;
    }

    private static Row row(String id, String name, String owner, Optional<SourceStanding> standing) {
        List<Refused> refused = standing.map(SourceStanding::rejected).orElse(Map.of()).entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> new Refused(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(Refused::count).reversed())
                .toList();
        return new Row(id, name, owner, standing, refused);
    }
}
