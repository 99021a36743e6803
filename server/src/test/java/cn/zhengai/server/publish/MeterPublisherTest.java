package cn.zhengai.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.dashboards.point.FieldValue;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.testkit.time.SettableTime;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterPublisherTest {
    private final SettableTime time = SettableTime.at("2026-11-23T01:00:00Z");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Point> said = new ArrayList<>();
    private boolean away;
    private final MeterPublisher publisher = new MeterPublisher(
            registry,
            "host:/data",
            source -> "来源 " + source,
            points -> {
                if (away) {
                    throw new PortException(Trouble.UNAVAILABLE, "不在");
                }
                said.addAll(points);
            },
            time);
    private final Counter moving = counter("a");
    private final Counter resting = counter("b");

    private Counter counter(String source) {
        return registry.counter("zhengai.intake.rejected", "source", source, "reason", "OUT_OF_RANGE");
    }

    private List<String> sourcesAfter(Duration more) {
        time.advance(more);
        said.clear();
        publisher.runOnce();
        return said.stream()
                .map(p -> p.tags().getOrDefault("source", ""))
                .sorted()
                .toList();
    }

    @Test
    void aCounterThatReadsAsBeforeIsSaidEveryFiveMinutes() {
        assertThat(sourcesAfter(Duration.ZERO)).containsExactly("a", "b");
        moving.increment();
        assertThat(sourcesAfter(Duration.ofSeconds(30))).containsExactly("a");
        assertThat(said.get(0).fields()).containsEntry("value", new FieldValue.Decimal(1));
        assertThat(sourcesAfter(Duration.ofSeconds(30))).isEmpty();
        assertThat(sourcesAfter(Duration.ofMinutes(4))).containsExactly("b");
        assertThat(sourcesAfter(Duration.ofSeconds(30))).containsExactly("a");
        resting.increment();
        assertThat(sourcesAfter(Duration.ofSeconds(1))).containsExactly("b");
    }

    /** What is summed up in a window must be there in each. */
    @Test
    void gaugesAreSaidEachTime() {
        registry.gauge("zhengai.source.age.seconds", Tags.of("source", "jwxt"), 5);
        publisher.runOnce();
        assertThat(sourcesAfter(Duration.ofSeconds(30))).containsExactly("jwxt");
    }

    @Test
    void whatWasNotKeptIsSaidAgain() {
        away = true;
        assertThatThrownBy(publisher::runOnce).isInstanceOf(PortException.class);
        away = false;
        assertThat(sourcesAfter(Duration.ofSeconds(30))).containsExactly("a", "b");
    }

    @Test
    void aClockThatWasSetBackSilencesNothing() {
        publisher.runOnce();
        assertThat(sourcesAfter(Duration.ofMinutes(-90))).containsExactly("a", "b");
    }

    @Test
    void aSourceIsCalledByItsName() {
        registry.gauge("zhengai.source.age.seconds", Tags.of("source", "jwxt"), 5);
        publisher.runOnce();
        assertThat(said)
                .filteredOn(p -> p.measurement().name().equals("zhengai_source_age_seconds"))
                .extracting(p -> p.fields().get("source_name"))
                .containsExactly(new FieldValue.Text("来源 jwxt"));
    }
}
