package cn.zhengai.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.scorecard.Lag;
import cn.zhengai.alerting.scorecard.PointSupply;
import cn.zhengai.alerting.scorecard.Scorecard;
import cn.zhengai.alerting.scorecard.Scorecards.Sheet;
import cn.zhengai.alerting.scorecard.Share;
import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.collector.keys.KeyRing;
import cn.zhengai.collector.pull.Compared;
import cn.zhengai.collector.pull.PullCount;
import cn.zhengai.collector.rejection.DeskRefused;
import cn.zhengai.collector.rejection.Words;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/metrics.md} lists every metric that a running service shows, with its type and labels, and no other. */
class MetricsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile(
            "\\| `([a-z0-9_]+)` \\| (counter|gauge|summary|histogram) \\| ([^|]*) \\| [^|]+ \\| [^|]+ \\|");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(\\{[^}]*})? .*");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
    private static final Pattern NAME = Pattern.compile("\"(zhengai\\.[a-z0-9.]*[a-z0-9.])\"");
    /** Names in the program that are none of a metric. */
    private static final Set<String> OTHERS = Set.of("zhengai.yaml", "zhengai.route");

    private final SettableTime time = SettableTime.at("2026-11-23T01:00:00Z");

    @TempDir
    Path folder;

    @Test
    void thePageListsWhatAServiceShowsAndNothingElse() throws Exception {
        Map<String, Shown> shown = shown();
        Map<String, Shown> documented = documented();
        Map<String, Shown> missing = new TreeMap<>(shown);
        missing.entrySet().removeAll(documented.entrySet());
        assertThat(missing).as("shown by /metrics and not so in %s", PAGE).isEmpty();
        Set<String> vain = new TreeSet<>(documented.keySet());
        vain.removeAll(shown.keySet());
        assertThat(vain)
                .as("listed in %s and not shown by /metrics", PAGE)
                .allMatch(name -> name.startsWith("jvm_gc_"), "depends on the collector");
    }

    /** Whatever the program names and no test makes happen. */
    @Test
    void everyNameInTheProgramIsListed() throws IOException {
        Set<String> documented = documented().keySet();
        Set<String> unlisted = new TreeSet<>();
        for (String name : named()) {
            String prefix = name.replace('.', '_');
            if (documented.stream().noneMatch(one -> one.startsWith(prefix))) {
                unlisted.add(name);
            }
        }
        assertThat(unlisted).isEmpty();
        assertThat(named()).hasSizeGreaterThan(20);
    }

    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : sources()) {
            Matcher name = NAME.matcher(Files.readString(file));
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        names.removeAll(OTHERS);
        return names;
    }

    /** Of the product's modules, not of the benchmarks. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.find(Path.of(".."), 4, (path, is) -> path.endsWith("src/main/java"))) {
            for (Path module :
                    modules.filter(m -> !m.startsWith("../benchmarks")).toList()) {
                try (Stream<Path> files = Files.walk(module)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static Map<String, Shown> documented() throws IOException {
        Map<String, Shown> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            Set<String> labels = Stream.of(row.group(3).split("、"))
                    .map(label -> label.replace("`", "").strip())
                    .filter(label -> !label.isEmpty() && !label.equals("无"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(rows.put(row.group(1), new Shown(row.group(2), labels)))
                    .as("listed twice: %s", row.group(1))
                    .isNull();
        }
        assertThat(rows).hasSizeGreaterThan(30);
        return rows;
    }

    private Map<String, Shown> shown() throws Exception {
        DataFolder data = DataFolder.open(folder.resolve("data"));
        StarterCatalogue.unpackTo(data.catalogue());
        String key = KeyRing.open(data.keys(), time).create("push");
        Run run = Run.open(data, Settings.read(data.settings(), Map.of()).onPort(0), time);
        try (Service service = Service.start(run)) {
            goodAndBadRows(service, key);
            badWeather(run);
            return parsed(get(service, "/metrics"));
        }
    }

    /** What a service counts in ordinary life. */
    private static void goodAndBadRows(Service service, String key) throws Exception {
        Run run = service.run();
        String row = "{\"point\":\"school.bandwidth\",\"subject\":\"school\",\"at\":\"2026-11-20\",\"value\":8000}";
        push(service, key, "[" + row + "," + row.replace("8000", "\"many\"") + "]");
        push(service, key, "[" + row + "," + row.replace("8000", "\"many\"") + "]");
        push(service, key, "[" + row + "]");
        push(service, key, "{");
        untilMerged(run);
        Intake.Kept rejected =
                run.stores().ledger().intake().find(Intake.Query.all(1)).get(0);
        dismiss(run, rejected);
        System.gc();
    }

    /** Readings are merged once every consumer is done with them. */
    private static void untilMerged(Run run) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (run.registry().find("zhengai.readings.repeated").counter() == null && System.nanoTime() < until) {
            run.stores().inFolder().orElseThrow().settle();
            Thread.onSpinWait();
        }
    }

    private static void dismiss(Run run, Intake.Kept rejected) throws DeskRefused {
        run.rejections().dismiss(rejected.id(), Words.of("王芳", "重复"));
    }

    /** What would take a broken database, a mail server that refuses, and weeks of readings: told to the same meters. */
    private void badWeather(Run run) {
        new KafkaMeters(run.registry()).rejected("warner", Reason.MISPLACED);
        PullMeters pulls = new PullMeters(run.registry(), time);
        pulls.pulled("jw", new PullCount(3, 2, 2, 0, true));
        pulls.compared("jw", new Compared(24, 1, 1, 1));
        pulls.failed("jw", Trouble.UNAVAILABLE);
        NoticeMeters notices = new NoticeMeters(run.registry());
        notices.routed(1);
        notices.unaddressed(1);
        notices.delivered("mail", Duration.ofMillis(5));
        notices.postponed("mail");
        notices.refused("mail");
        Sheet sheet = run.scorecards().renewed();
        new SourceMeters(run.registry())
                .show(new Sheet(sheet.at(), sheet.catalogue(), sheet.silence(), List.of(card()), List.of()));
    }

    private static Scorecard card() {
        Instant at = Instant.parse("2026-11-20T00:00:00Z");
        return new Scorecard(
                "jw",
                LocalDate.of(2026, 10, 1),
                Optional.of(at),
                Optional.of(at),
                2,
                1,
                Optional.of(at),
                Optional.of(at),
                Optional.of(new Lag(Duration.ofHours(1), Duration.ofHours(9))),
                new Share(9, 10),
                1,
                List.of(new PointSupply("p", new Share(1, 2), new Share(1, 2))),
                List.of());
    }

    private static void push(Service service, String key, String body) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.link() + "/api/v1/readings"))
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "k" + body.length())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private static String get(Service service, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.link() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static Map<String, Shown> parsed(String scrape) {
        Map<String, Shown> metrics = new TreeMap<>();
        String name = "";
        Set<String> labels = new TreeSet<>();
        for (String line : scrape.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            if (type.matches()) {
                name = type.group(1);
                labels = new TreeSet<>();
                metrics.put(name, new Shown(type.group(2), labels));
            } else if (!line.startsWith("#")) {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(sample.group(1)).startsWith(name);
                labels.addAll(labels(Optional.ofNullable(sample.group(2)).orElse("")));
            }
        }
        return metrics;
    }

    private static List<String> labels(String text) {
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            if (!Set.of("le", "quantile").contains(label.group(1))) {
                labels.add(label.group(1));
            }
        }
        return labels;
    }

    /** A metric's type and labels. */
    private record Shown(String type, Set<String> labels) {}
}
