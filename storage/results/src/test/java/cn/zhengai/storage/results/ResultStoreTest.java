package cn.zhengai.storage.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.PortException;
import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.schema.Published;
import cn.zhengai.dashboards.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
    private static final String GOALS =
            "SELECT \"achievement\", \"weight\", \"name\" FROM \"goal\" WHERE \"unit\" = 'u'";

    @TempDir
    private Path folder;

    private ResultStore store;

    @BeforeEach
    void open() {
        store = new ResultStore(folder.resolve("overflow"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Point.Draft goal(String unit) {
        return Point.of(Published.GOAL).tag("cycle", "2026").tag("unit", unit).tag("goal", "g");
    }

    private List<List<@Nullable Object>> rows(String query) {
        return store.ask(query).stream().map(Answer::rows).flatMap(List::stream).toList();
    }

    @Test
    void aPointOfTheSameTagsAndTimeGoesOverFieldByField() {
        store.write(List.of(
                goal("u").decimal("achievement", 50).decimal("weight", 2).at(1000),
                goal("v").decimal("achievement", 1).at(1000)));
        store.write(List.of(
                goal("u").text("name", "开课").at(2000),
                goal("u").decimal("achievement", 75).text("name", "任务").at(1000)));
        store.write(List.of(
                goal("u").decimal("weight", 3).at(500),
                goal("u").decimal("weight", 4).at(500),
                goal("u").text("name", "早").at(500)));
        assertThat(rows(GOALS))
                .containsExactly(row(500L, null, 4.0, "早"), row(1000L, 75.0, 2.0, "任务"), row(2000L, null, null, "开课"));
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return java.util.Arrays.asList(values);
    }

    @Test
    void theSameAgainChangesNothing() {
        List<Point> points = IntStream.range(0, 3_000)
                .mapToObj(i -> goal("u" + i % 7).decimal("achievement", i).at(i / 3))
                .toList();
        store.write(points);
        List<Answer> before = store.ask("SELECT \"achievement\" FROM \"goal\" GROUP BY \"unit\"");
        store.write(points);
        assertThat(store.ask("SELECT \"achievement\" FROM \"goal\" GROUP BY \"unit\""))
                .isEqualTo(before);
        assertThat(before)
                .extracting(Answer::tags)
                .contains(Map.of("unit", "u3"))
                .hasSize(7);
    }

    @Test
    void whatAnEarlierProcessLeftIsNoHindrance() throws IOException {
        store.close();
        Path overflow = Files.createDirectories(folder.resolve("overflow"));
        Path left = Files.writeString(overflow.resolve("duckdb_temp_storage_DEFAULT-0.tmp"), "broken");
        store = new ResultStore(overflow);
        assertThat(store.ask(GOALS)).isEmpty();
        store.write(List.of(goal("u").decimal("weight", 1).at(0)));
        assertThat(left).doesNotExist();
        assertThat(rows(GOALS)).hasSize(1);
    }

    @Test
    void aWeekOfMetricsIsKept() {
        var lag = Schema.named("zhengai_warner_lag_seconds").orElseThrow();
        for (int hour = 0; hour <= 24 * 9; hour += 6) {
            long at = Duration.ofHours(hour).toMillis();
            store.write(List.of(
                    Point.of(lag)
                            .tag("metric_type", "gauge")
                            .tag("instance", "embedded")
                            .decimal("value", hour)
                            .at(at),
                    goal("u").decimal("weight", hour).at(at),
                    Point.of(Published.PUBLICATION).whole("points", 2).at(at)));
        }
        List<List<@Nullable Object>> kept = rows("SELECT \"value\" FROM \"zhengai_warner_lag_seconds\"");
        assertThat(kept)
                .hasSizeBetween(28, 33)
                .last()
                .satisfies(row -> assertThat(row.get(1)).isEqualTo(216.0));
        assertThat(rows(GOALS)).hasSize(37);
    }

    @Test
    void onceClosedItIsUnavailable() {
        store.close();
        assertThatThrownBy(() -> store.ask(GOALS))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("已关闭");
        assertThatThrownBy(
                        () -> store.write(List.of(goal("u").decimal("weight", 1).at(0))))
                .isInstanceOf(PortException.class);
    }

    @Test
    void whoAsksWhileOthersWriteSeesWholeBatches() throws InterruptedException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread asking = new Thread(() -> {
            try {
                Object last = 0L;
                while (!last.equals(100L)) {
                    List<List<@Nullable Object>> rows =
                            rows("SELECT count(\"weight\") AS \"n\", max(\"weight\") AS \"m\" FROM \"goal\"");
                    Object count = rows.isEmpty() ? 0L : rows.get(0).get(1);
                    assertThat((Long) count % 20).isZero();
                    last = count;
                }
            } catch (RuntimeException | AssertionError failed) {
                failure.set(failed);
            }
        });
        asking.start();
        for (int batch = 0; batch < 5; batch++) {
            int from = 20 * batch;
            store.write(IntStream.range(from, from + 20)
                    .mapToObj(i -> goal("u" + i % 3).decimal("weight", i).at(i))
                    .toList());
        }
        asking.join(TimeUnit.SECONDS.toMillis(60));
        assertThat(failure.get()).isNull();
        assertThat(asking.isAlive()).isFalse();
    }
}
