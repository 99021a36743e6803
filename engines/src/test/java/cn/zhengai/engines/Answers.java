package cn.zhengai.engines;

import cn.zhengai.alerting.routing.Router;
import cn.zhengai.alerting.routing.RoutingMeter;
import cn.zhengai.core.port.Ledger;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Series;
import cn.zhengai.core.reading.Summary;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.server.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything a run answers, in words that say nothing of places in a log: those are others in a log of several
 * partitions.
 */
record Answers(
        Map<String, List<String>> facts,
        Map<String, List<String>> warnings,
        Map<String, List<String>> notices,
        Map<String, List<String>> readings,
        Map<String, String> sums,
        String assessment) {
    private static final int SERIES_AT_ONCE = 1000;

    /** Of a run that has evaluated everything; routes what is not routed yet. */
    static Answers of(Run run) {
        Ledger ledger = run.stores().ledger();
        Router router = new Router(
                run.rules()::catalogue,
                ledger.warnings(),
                ledger.outbox(),
                "https://zhengai.example.edu.cn",
                RoutingMeter.NONE);
        while (router.runOnce()) {
            // until nothing is left
        }
        Map<String, Warning> byId = new TreeMap<>();
        Map<String, List<String>> facts = new TreeMap<>();
        for (Fact fact : ledger.warnings().facts(0, Integer.MAX_VALUE)) {
            Warning w = fact.warning();
            byId.put(w.id(), w);
            facts.computeIfAbsent(key(w), k -> new ArrayList<>())
                    .add(fact.step() + " " + fact.tell() + " " + fact.recordedAt() + " " + said(w));
        }
        return new Answers(
                facts,
                warnings(ledger, byId),
                notices(ledger.outbox()),
                readings(run),
                sums(run),
                run.assessments().assess("2026").digest());
    }

    private static Map<String, List<String>> warnings(Ledger ledger, Map<String, Warning> byId) {
        return byId.keySet().stream()
                .map(id -> ledger.warnings().warning(id).orElseThrow())
                .collect(Collectors.groupingBy(
                        Answers::key, TreeMap::new, Collectors.mapping(Answers::said, Collectors.toList())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().stream().sorted().toList()));
    }

    private static Map<String, List<String>> notices(Outbox outbox) {
        return outbox.recent(Integer.MAX_VALUE).stream()
                .map(Outbox.Kept::notice)
                .collect(Collectors.groupingBy(
                        Notice::address, TreeMap::new, Collectors.mapping(Answers::said, Collectors.toList())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().stream().sorted().toList()));
    }

    /** By series, everything ever logged, in its order. */
    private static Map<String, List<String>> readings(Run run) {
        ReadingStore store = run.stores().readings().store();
        List<Series> all = new ArrayList<>();
        store.latest(
                run.catalogue().points().keySet(),
                ReadingStore.NOW,
                latest -> all.add(latest.reading().series()));
        Map<String, List<String>> found = new TreeMap<>();
        for (int from = 0; from < all.size(); from += SERIES_AT_ONCE) {
            List<Series> some = all.subList(from, Math.min(all.size(), from + SERIES_AT_ONCE));
            for (Logged logged : store.history(some, ReadingStore.NOW)) {
                found.computeIfAbsent(logged.reading().series().key(), k -> new ArrayList<>())
                        .add(logged.head() + " " + said(logged.reading()));
            }
        }
        return found;
    }

    private static Map<String, String> sums(Run run) {
        Map<String, String> found = new TreeMap<>();
        run.stores()
                .readings()
                .store()
                .summarise(
                        run.catalogue().points().keySet(),
                        Long.MIN_VALUE,
                        Long.MAX_VALUE,
                        ReadingStore.NOW,
                        (Summary sum) -> found.put(sum.series().key(), said(sum)));
        return found;
    }

    private static String said(Reading r) {
        return r.at() + " " + r.position() + " " + r.numerator() + " " + r.denominator() + " " + r.revision() + " "
                + r.row();
    }

    private static String said(Summary sum) {
        return sum.count() + " " + sum.sum() + " " + sum.min() + " " + sum.max() + " " + sum.numerators() + " "
                + sum.denominators() + " " + said(sum.last());
    }

    private static String key(Warning warning) {
        return warning.point() + "/" + warning.subject();
    }

    private static String said(Warning w) {
        return w.kind() + " " + w.severity() + " " + w.status() + " " + w.firstAt() + " " + w.raisedAt() + " "
                + w.raisedValue() + " " + w.clearedAt() + " " + w.told();
    }

    private static String said(Notice notice) {
        return notice.unit() + " " + notice.channel() + " " + notice.createdAt() + " " + notice.title() + "\n"
                + notice.text().replaceAll("http\\S+", "…").replaceAll("编号：\\w+", "编号：…");
    }
}
