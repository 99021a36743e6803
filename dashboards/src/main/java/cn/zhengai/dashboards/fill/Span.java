package cn.zhengai.dashboards.fill;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** From when until when, both included. */
public record Span(Instant from, Instant until) {
    private static final int FEWEST = 100;
    private static final int MOST = 3_000;
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Grafana's: a step shorter than the key becomes the value; never below a minute, as often as metrics are kept. */
    private static final NavigableMap<Duration, Duration> STEPS = steps();

    public Span {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins: " + from + " " + until);
        }
    }

    public static Span back(Duration length, Instant until) {
        return new Span(until.minus(length), until);
    }

    private static NavigableMap<Duration, Duration> steps() {
        NavigableMap<Duration, Duration> steps = new TreeMap<>();
        steps.put(Duration.ofSeconds(90), Duration.ofMinutes(1));
        steps.put(Duration.ofSeconds(210), Duration.ofMinutes(2));
        steps.put(Duration.ofSeconds(450), Duration.ofMinutes(5));
        steps.put(Duration.ofSeconds(750), Duration.ofMinutes(10));
        steps.put(Duration.ofSeconds(1_050), Duration.ofMinutes(15));
        steps.put(Duration.ofMinutes(25), Duration.ofMinutes(20));
        steps.put(Duration.ofMinutes(45), Duration.ofMinutes(30));
        steps.put(Duration.ofMinutes(90), Duration.ofHours(1));
        steps.put(Duration.ofMinutes(150), Duration.ofHours(2));
        steps.put(Duration.ofMinutes(270), Duration.ofHours(3));
        steps.put(Duration.ofHours(9), Duration.ofHours(6));
        steps.put(Duration.ofDays(1), Duration.ofHours(12));
        steps.put(Duration.ofDays(7), Duration.ofDays(1));
        steps.put(Duration.ofDays(21), Duration.ofDays(7));
        steps.put(Duration.ofDays(42), Duration.ofDays(30));
        return steps;
    }

    /** {@code $__interval}: about a point a pixel of a panel so wide. */
    public Duration interval(int pixels) {
        int points = Math.max(FEWEST, Math.min(MOST, pixels));
        Duration raw = Duration.between(from, until).dividedBy(points);
        var step = STEPS.higherEntry(raw);
        return step == null ? LONGEST : step.getValue();
    }

    /** {@code $timeFilter}. */
    String clause() {
        return "time >= " + from.toEpochMilli() + "ms and time <= " + until.toEpochMilli() + "ms";
    }
}
