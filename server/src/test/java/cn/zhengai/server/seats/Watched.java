package cn.zhengai.server.seats;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.alerting.routing.Router;
import cn.zhengai.alerting.routing.RoutingMeter;
import cn.zhengai.alerting.scorecard.Scorecard;
import cn.zhengai.alerting.scorecard.Scorecards;
import cn.zhengai.alerting.silence.SilenceWatch;
import cn.zhengai.collector.file.FileImport;
import cn.zhengai.collector.file.FileOutcome;
import cn.zhengai.collector.file.FileOutcome.Status;
import cn.zhengai.collector.file.Progress;
import cn.zhengai.core.port.Outbox;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Stores;
import cn.zhengai.server.seats.RawFile.Row;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product over one data folder, with the minutes of a server put in by hand: take files, listen, route. */
final class Watched implements AutoCloseable {
    private static final int ALL = 10_000;

    private final SettableTime time;
    private final Run run;
    private final FileImport files;
    private final SilenceWatch silence;
    private final Scorecards scorecards;
    private final Router router;
    private final Path incoming;
    private Instant handedOver;
    private int taken;

    Watched(Path data, Instant start) throws IOException {
        time = new SettableTime(start);
        handedOver = start;
        DataFolder folder = DataFolder.open(data);
        run = Run.open(folder, Settings.read(folder.settings(), Map.of()), time);
        files = run.files();
        Stores stores = run.stores();
        silence = new SilenceWatch(
                run::catalogue,
                new SilenceWatch.Ports(
                        stores.index(),
                        stores.readings().store(),
                        stores.readings().log()::end,
                        stores.ledger().intake(),
                        stores.ledger().warnings()),
                time,
                SilenceWatch.SETTLING);
        scorecards = new Scorecards(
                run::catalogue,
                silence::report,
                stores.readings().provenance(),
                stores.ledger().intake(),
                time);
        router = new Router(
                run::catalogue,
                stores.ledger().warnings(),
                stores.ledger().outbox(),
                "http://127.0.0.1",
                RoutingMeter.NONE);
        incoming = Files.createTempDirectory(data.toAbsolutePath().getParent(), "incoming");
    }

    /** What the registrar's system exports at this moment. */
    void take(List<Row> rows) throws IOException {
        Path file = incoming.resolve("Summer-" + ++taken + ".csv");
        List<String> lines = new ArrayList<>(List.of(RawFile.header()));
        rows.forEach(row -> lines.add(row.line()));
        Files.write(file, lines);
        FileOutcome outcome =
                files.run(file, Optional.empty(), false, Progress.UNSEEN).get(0);
        assertThat(outcome.status()).as(outcome.sentence()).isEqualTo(Status.TAKEN);
        handedOver = rows.get(rows.size() - 1).instant();
    }

    /** Instant of the last row taken; the beginning when there is none. */
    Instant handedOver() {
        return handedOver;
    }

    /** One minute's look at an instant. */
    void look(Instant now) {
        time.set(now);
        silence.runOnce();
        while (router.runOnce()) {
            // until nothing is left
        }
    }

    Scorecard card() {
        return scorecards.renewed().of("registrar").orElseThrow();
    }

    List<Warning> silences() {
        return run.stores()
                .ledger()
                .warnings()
                .find(new Query(
                        Optional.empty(),
                        Optional.of(WarningKind.NO_DATA),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        ALL));
    }

    List<Notice> notices() {
        return run.stores().ledger().outbox().recent(ALL).stream()
                .map(Outbox.Kept::notice)
                .toList();
    }

    @Override
    public void close() {
        run.close();
    }
}
