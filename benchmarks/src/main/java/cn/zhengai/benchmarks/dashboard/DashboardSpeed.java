package cn.zhengai.benchmarks.dashboard;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.dashboards.board.Boards;
import cn.zhengai.dashboards.fill.Choice;
import cn.zhengai.dashboards.fill.Span;
import cn.zhengai.dashboards.grafana.Dashboard;
import cn.zhengai.dashboards.grafana.Look;
import cn.zhengai.dashboards.grafana.Panel;
import cn.zhengai.dashboards.view.Asking;
import cn.zhengai.dashboards.view.PanelView;
import cn.zhengai.server.publish.InfluxResults;
import cn.zhengai.storage.influxdb.InfluxAccess;
import cn.zhengai.testkit.influx.InfluxServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Every panel of every board, and every board as a whole, asked of a real InfluxDB with a big college's results: the panel's
 * queries and what the console makes of them. A look by hand, no row of the table.
 */
public final class DashboardSpeed {
    private static final String DATABASE = "zhengai-results";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int TURNS = 3;
    private static final int WIDTH = 600;
    /** As many requests as a browser has under way to one host. */
    private static final int TOGETHER = 6;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final InfluxResults results;

    private DashboardSpeed(InfluxServer server) {
        this.results = new InfluxResults(access(server));
    }

    private static InfluxAccess access(InfluxServer server) {
        return InfluxAccess.of(server.url(), "any:thing", "any", DATABASE);
    }

    /** @param args folder to keep the database in (filled when it is not there); courses (15,000), readings a series (100) */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Path folder = Path.of(args[0]);
        int courses = args.length > 1 ? Integer.parseInt(args[1]) : 15_000;
        int instants = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        Path filled = folder.resolve("filled");
        try (InfluxServer server = InfluxServer.start(folder)) {
            if (Files.notExists(filled)) {
                server.create(DATABASE);
                new FillingUp(access(server), new BigResults(courses, instants)).run();
                Files.createFile(filled);
            }
            new DashboardSpeed(server).run();
        }
    }

    private void run() throws InterruptedException, ExecutionException {
        for (Dashboard board : Boards.all()) {
            Span span = Span.back(
                    board.from().equals("now-24h") ? Duration.ofDays(1) : Duration.ofDays(365), BigResults.NOW);
            long start = System.nanoTime();
            Choice choice = Choice.of(board, Map.of(), span, results);
            double choosing = seconds(start);
            out.printf(Locale.ROOT, "%s: %s; variables %.3f s%n", board.title(), choice.values(), choosing);
            panels(board, choice, span);
            whole(board, span);
        }
    }

    private void panels(Dashboard board, Choice choice, Span span) {
        for (Panel panel : asking(board)) {
            List<Double> runs = new ArrayList<>();
            Counting counting = new Counting(results);
            for (int turn = 0; turn < TURNS; turn++) {
                long start = System.nanoTime();
                show(board, panel, choice, span, counting);
                runs.add(seconds(start));
            }
            runs.sort(Comparator.naturalOrder());
            out.printf(
                    Locale.ROOT,
                    "    %.3f s (slowest %.3f), %,d rows: %s%n",
                    runs.get(TURNS / 2),
                    runs.get(TURNS - 1),
                    counting.rows / TURNS,
                    panel.title());
        }
    }

    /** From the first variable to the last panel. */
    private void whole(Dashboard board, Span span) throws InterruptedException, ExecutionException {
        List<Double> runs = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            long start = System.nanoTime();
            Choice choice = Choice.of(board, Map.of(), span, results);
            ExecutorService pool = Executors.newFixedThreadPool(TOGETHER);
            List<Future<?>> asked = new ArrayList<>();
            asking(board).forEach(panel -> asked.add(pool.submit(() -> show(board, panel, choice, span, results))));
            for (Future<?> one : asked) {
                one.get();
            }
            pool.shutdown();
            runs.add(seconds(start));
        }
        out.printf(Locale.ROOT, "  whole board: %s s%n", runs);
    }

    private static List<Panel> asking(Dashboard board) {
        return board.panels().stream()
                .filter(p -> !(p.look() instanceof Look.Text))
                .toList();
    }

    private static void show(Dashboard board, Panel panel, Choice choice, Span span, ResultSource source) {
        PanelView.of(
                panel,
                board.annotations(),
                new Asking(source, choice.filling(span.interval(panel.steps(WIDTH))), ZONE));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static final class Counting implements ResultSource {
        private final ResultSource inner;
        private long rows;

        Counting(ResultSource inner) {
            this.inner = inner;
        }

        @Override
        public List<Answer> ask(String influxQl) {
            List<Answer> answers = inner.ask(influxQl);
            rows += answers.stream().mapToLong(a -> a.rows().size()).sum();
            return answers;
        }
    }
}
