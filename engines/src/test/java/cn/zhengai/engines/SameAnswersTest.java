package cn.zhengai.engines;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.reading.Batch;
import cn.zhengai.server.run.Role;
import cn.zhengai.server.run.Run;
import cn.zhengai.server.run.Service;
import cn.zhengai.server.settings.DataFolder;
import cn.zhengai.server.settings.Settings;
import cn.zhengai.testkit.time.SettableTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand recorded logs through the embedded run, and through a distributed one whose instances come and go: equal
 * answers one by one.
 */
class SameAnswersTest {
    private static final int SEEDS = 1000;
    private static final int PARTITIONS = 6;
    private static final int APPENDS = 40;

    @TempDir
    private Path home;

    private final InstantSource time = SettableTime.at("2026-11-26T00:00:00Z");
    private final ThousandLogs logs = new ThousandLogs(SEEDS);
    private int folders;

    @Test
    void ofAThousandLogsAreTheSameEmbeddedAndDistributed() throws IOException {
        List<Batch> batches = logs.batches();
        Answers embedded = embedded(batches);
        Answers distributed = distributed(batches);

        assertThat(embedded.facts()).hasSizeGreaterThan(SEEDS);
        assertThat(distributed.readings()).isEqualTo(embedded.readings());
        assertThat(distributed.sums()).isEqualTo(embedded.sums());
        assertThat(distributed.facts()).isEqualTo(embedded.facts());
        assertThat(distributed.warnings()).isEqualTo(embedded.warnings());
        assertThat(distributed.notices()).isEqualTo(embedded.notices());
        assertThat(distributed.assessment()).isEqualTo(embedded.assessment());
    }

    private Answers embedded(List<Batch> batches) throws IOException {
        Path data = home.resolve("embedded");
        logs.catalogue(data);
        try (Run run = Run.open(DataFolder.open(data), Settings.read(data.resolve("none"), Map.of()), time)) {
            for (List<Batch> some : parts(batches)) {
                run.stores().readings().log().append(some);
                run.evaluateAll();
            }
            return Answers.of(run);
        }
    }

    private Answers distributed(List<Batch> batches) throws IOException {
        try (Engines engines = Engines.start(home.resolve("engines"), 1, PARTITIONS)) {
            Path data = folder(engines);
            logs.catalogue(data);
            try (Run collector = open(data)) {
                Random random = new Random(SEEDS);
                List<Service> instances = new ArrayList<>();
                instances.add(instance(engines));
                for (List<Batch> some : parts(batches)) {
                    collector.stores().readings().log().append(some);
                    comeAndGo(engines, instances, random);
                }
                collector.evaluateAll();
                instances.forEach(Service::close);
                return Answers.of(collector);
            }
        }
    }

    /** Now and then one starts, or one of several ends. */
    private void comeAndGo(Engines engines, List<Service> instances, Random random) {
        int dice = random.nextInt(12);
        if (dice == 0 && instances.size() < 3) {
            instances.add(instance(engines));
        } else if (dice == 1 && instances.size() > 1) {
            instances.remove(random.nextInt(instances.size())).close();
        }
    }

    private static List<List<Batch>> parts(List<Batch> batches) {
        List<List<Batch>> parts = new ArrayList<>();
        int size = batches.size() / APPENDS + 1;
        for (int from = 0; from < batches.size(); from += size) {
            parts.add(batches.subList(from, Math.min(batches.size(), from + size)));
        }
        return parts;
    }

    private Path folder(Engines engines) {
        Path data = home.resolve("instance-" + folders++);
        engines.settings(data, 0);
        return data;
    }

    private Service instance(Engines engines) {
        return Service.start(open(folder(engines)), Set.of(Role.RECORDER, Role.WARNER, Role.NOTIFIER));
    }

    private Run open(Path data) {
        DataFolder folder = DataFolder.open(data);
        return Run.open(folder, Settings.read(folder.settings(), Map.of()), time);
    }
}
