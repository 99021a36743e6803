package cn.zhengai.benchmarks.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** README's sizing table is what its figures give, and the figures that are called measured stand in RESULTS. */
class SizingTableTest {
    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("benchmarks/sizing.properties"))) {
                return folder;
            }
        }
        throw new AssertionError("not in a checkout");
    }

    private static Rates rates() throws IOException {
        return Rates.read(root().resolve("benchmarks/sizing.properties"));
    }

    @Test
    void theTableInTheReadmeIsComputed() throws IOException {
        String readme = Files.readString(root().resolve("README.md"));
        assertThat(new SizingTable(rates()).within(readme))
                .as("run cn.zhengai.benchmarks.sizing.SizingTable in the checkout")
                .isEqualTo(readme);
    }

    @Test
    void whatIsCalledMeasuredStandsInTheResults() throws IOException {
        String results = Files.readString(root().resolve("benchmarks/RESULTS.md"));
        rates().all().forEach((name, rate) -> {
            if (rate.known() == Rates.Known.MEASURED) {
                assertThat(results)
                        .as(name)
                        .containsPattern("\\b" + String.format(Locale.ROOT, "%,d", rate.figure()) + "\\b");
            }
        });
    }

    /** The figures that are computed by hand in the comment of {@link Need}. */
    @Test
    void workedByHand() throws IOException {
        Map<String, Rates.Rate> all = new TreeMap<>(rates().all());
        all.putAll(Map.of(
                "college.series", assumed(1_000_000),
                "college.readings-per-series-and-day", assumed(1),
                "college.hours", assumed(2),
                "warner.series", assumed(1_000_000),
                "warner.readings-per-second", assumed(300_000),
                "influxdb.series", assumed(10_000_000),
                "kafka.bytes-per-reading", assumed(34),
                "kafka.days", assumed(30),
                "kafka.copies", assumed(3)));
        Need province = Need.of(100, new Rates(all));
        assertThat(province.series()).isEqualTo(100_000_000);
        assertThat(province.busiest()).isEqualTo(13_889);
        assertThat(province.warners()).isEqualTo(100);
        assertThat(province.servers()).isEqualTo(10);
        assertThat(province.logGigabytes()).isEqualTo(306);
    }

    private static Rates.Rate assumed(long figure) {
        return new Rates.Rate(figure, Rates.Known.ASSUMED);
    }

    @Test
    void moreCollegesNeverNeedLess() throws IOException {
        Rates rates = rates();
        Need before = Need.of(1, rates);
        for (long colleges = 2; colleges <= 200; colleges++) {
            Need now = Need.of(colleges, rates);
            assertThat(now.warners()).isGreaterThanOrEqualTo(before.warners());
            assertThat(now.recorders()).isGreaterThanOrEqualTo(before.recorders());
            assertThat(now.storeGigabytes()).isGreaterThan(before.storeGigabytes());
            before = now;
        }
    }
}
