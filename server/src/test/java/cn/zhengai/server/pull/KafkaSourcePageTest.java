package cn.zhengai.server.pull;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueReading;
import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.collector.follow.Topic;
import cn.zhengai.collector.follow.TopicRecord;
import cn.zhengai.collector.follow.TopicTrial;
import cn.zhengai.collector.mapping.MappingPlan;
import cn.zhengai.collector.pull.Trial;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.reading.SeriesIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/kafka-source.md: its mappings are sound, and the messages it shows become the readings it promises. */
class KafkaSourcePageTest {
    private static final Path PAGE = Path.of("../docs/kafka-source.md");
    private static final Instant NOW = Instant.parse("2026-09-09T00:00:00Z");
    private static final String COURSES = """
            level: course
            unit: jwc
            subjects: [{id: C001, name: 高等数学}]
            """;

    @TempDir
    Path folder;

    @Test
    void theDebeziumMessageBecomesAReading() throws IOException {
        assertThat(tried("labs", blocks("json").get(0)))
                .singleElement()
                .satisfies(row -> assertThat(row.outcomes())
                        .containsExactly("采集值：质控点 course.attendance，主体 C001，时间 2026-09-07T16:00:00Z，值 312 ÷ 480"));
    }

    @Test
    void theLineBecomesAReading() throws IOException {
        assertThat(Files.readString(PAGE)).contains("`C001;2026-09-08;312;480`");
        assertThat(tried("gates", "C001;2026-09-08;312;480"))
                .singleElement()
                .satisfies(row -> assertThat(row.outcomes())
                        .containsExactly("采集值：质控点 course.attendance，主体 C001，时间 2026-09-07T16:00:00Z，值 312 ÷ 480"));
    }

    @Test
    void whatCannotBeReadIsSaidInATrialToo() throws IOException {
        assertThat(tried("labs", "nonsense")).singleElement().satisfies(row -> {
            assertThat(row.raw()).isEqualTo("nonsense");
            assertThat(row.outcomes()).singleElement().asString().startsWith("拒收：这一行无法读取。");
        });
    }

    private List<Trial.Tried> tried(String source, String message) throws IOException {
        Catalogue catalogue = catalogue();
        MappingPlan plan =
                new MappingPlan(Objects.requireNonNull(catalogue.sources().get(source)), catalogue, new SeriesIndex());
        byte[] value = message.getBytes(StandardCharsets.UTF_8);
        return new TopicTrial(plan, catalogue.zone()).run(() -> new OneRecord(value), NOW, 10);
    }

    /** The starter catalogue with a course and the page's sources. */
    private Catalogue catalogue() throws IOException {
        StarterCatalogue.unpackTo(folder);
        Files.writeString(folder.resolve("subjects/courses.yaml"), COURSES);
        List<String> written = blocks("yaml");
        assertThat(written).hasSize(2);
        for (int i = 0; i < written.size(); i++) {
            Files.writeString(folder.resolve("sources/page-" + i + ".yaml"), written.get(i));
        }
        CatalogueReading reading = CatalogueFolder.read(folder);
        assertThat(reading.findings())
                .filteredOn(finding -> finding.toString().contains("page-"))
                .isEmpty();
        return reading.catalogue().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** A topic of one record. */
    private static final class OneRecord implements Topic.Session {
        private final byte[] value;

        OneRecord(byte[] value) {
            this.value = value;
        }

        @Override
        public String identity() {
            return "one";
        }

        @Override
        public List<Topic.Reach> reaches() {
            return List.of(new Topic.Reach(0, 0, 1));
        }

        @Override
        public long firstSince(int partition, Instant at) {
            return 0;
        }

        @Override
        public Topic.Portion read(int partition, long from, long end, int most) {
            return new Topic.Portion(List.of(new TopicRecord(0, NOW.toEpochMilli(), null, value)), 1);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
