package cn.zhengai.server.publish;

import cn.zhengai.assessment.AssessmentDesk;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Pace;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.dashboards.point.Point;
import cn.zhengai.dashboards.point.PointSink;
import cn.zhengai.dashboards.schema.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Publishes what changed: directory and lines when the catalogue changed, facts as they come, standings every minute,
 * shares every five, achievements when assessed; what asks for everything at the {@link Pace} it allows. Where it stands is not kept: a new process
 * publishes everything again, which changes nothing. For one thread.
 */
public final class Publisher {
    private static final int TOGETHER = 5_000;

    private final PointSink sink;
    private final InstantSource time;
    private final Supplier<List<Timed>> anew;
    private List<Timed> rounds;
    private long unsaid;
    private boolean whole;
    private volatile boolean stopping;

    /**
     * What results are read from.
     *
     * @param link makes an address of a path of the console
     */
    public record Ports(
            Supplier<Catalogue> catalogue,
            ReadingStore readings,
            WarningLedger warnings,
            AssessmentDesk assessments,
            UnaryOperator<String> link) {}

    /** @param history how far back standings and shares are published by a new process; 52 weeks and more for a comparison */
    public Publisher(Ports ports, PointSink sink, Duration history, InstantSource time) {
        this.sink = sink;
        this.time = time;
        this.anew = () -> List.of(
                new Timed(new DirectoryRound(ports.catalogue()), Duration.ofSeconds(5), time),
                new Timed(new FactRound(ports), Duration.ZERO, time),
                new Timed(new StandingRound(ports, history, sink.fresh()), Duration.ofMinutes(1), time),
                new Timed(new ShareRound(ports, history), Duration.ofMinutes(5), time),
                new Timed(new AssessmentRound(ports), Duration.ofMinutes(1), time));
        this.rounds = anew.get();
    }

    /** Another may have published meanwhile: all is published again. */
    public void startAnew() {
        rounds = anew.get();
        unsaid = 0;
        whole = false;
    }

    /** Ends a publication under way before its next point: it counts as not kept. From another thread. */
    public void stop() {
        stopping = true;
    }

    /**
     * Publishes what is due, unless it was stopped.
     *
     * @return there is more
     * @throws cn.zhengai.core.port.PortException when a port or the sink fails; what was not kept is published again
     */
    public boolean runOnce() {
        try {
            return !stopping && publishDue();
        } catch (Stopped asked) {
            return false;
        }
    }

    private boolean publishDue() {
        Instant now = time.instant();
        boolean more = false;
        for (Timed timed : rounds) {
            if (timed.due(now)) {
                long points = timed.run(() -> run(timed.round, now), now);
                unsaid += points;
                more |= timed.every.isZero() && points > 0;
            }
        }
        whole |= !more;
        if (whole && unsaid > 0) {
            told(now);
        }
        return more;
    }

    /** Not before all facts there are have been published once: who sees it may believe what is not there. */
    private void told(Instant now) {
        long millis = Duration.between(now, time.instant()).toMillis();
        sink.write(List.of(Point.of(Published.PUBLICATION)
                .whole("points", unsaid)
                .whole("millis", Math.max(0, millis))
                .whole("at", now.toEpochMilli())
                .at(now)));
        unsaid = 0;
    }

    private long run(Round round, Instant now) {
        List<Point> together = new ArrayList<>();
        long[] written = {0};
        round.publish(now, point -> {
            if (stopping) {
                throw new Stopped();
            }
            together.add(point);
            written[0]++;
            if (together.size() == TOGETHER) {
                sink.write(List.copyOf(together));
                together.clear();
            }
        });
        if (!together.isEmpty()) {
            sink.write(List.copyOf(together));
        }
        round.kept();
        return written[0];
    }

    /** Leaves a round in the middle. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /** A round and when it ran last. */
    private static final class Timed {
        private final Round round;
        private final Duration every;
        private final Pace pace;
        private Instant last = Instant.MIN;

        Timed(Round round, Duration every, InstantSource time) {
            this.round = round;
            this.every = every;
            this.pace = new Pace(time);
        }

        /** A clock that was set back makes it due as well. */
        boolean due(Instant now) {
            boolean due = last.equals(Instant.MIN) || now.isBefore(last) || !now.isBefore(last.plus(every));
            return due && (every.isZero() || pace.due());
        }

        /** @param work gives how many points it wrote */
        long run(LongSupplier work, Instant now) {
            long[] points = {0};
            pace.ask(() -> points[0] = work.getAsLong());
            last = now;
            return points[0];
        }
    }
}
