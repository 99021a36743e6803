package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.influx.Forwarder;
import cn.zhengai.testkit.influx.Forwarder.Answer;
import cn.zhengai.testkit.influx.Forwarder.Call;
import cn.zhengai.testkit.influx.Forwarder.Weather;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A writer may end or be held up between any two of its writes, and a second one may do the same work meanwhile: nothing
 * is lost and nothing counts twice.
 */
class CrashPointsTest {
    private static final int MOST = 25;

    @TempDir
    Path home;

    private final Forwarder way = Forwarder.before(Servers.host());
    private int databases;

    @AfterEach
    void end() {
        way.close();
    }

    /** Each write in turn does not arrive, or arrives and is not acknowledged; another writer then does it again. */
    @ParameterizedTest
    @ValueSource(ints = {503, Answer.LOST})
    void aWriterEndsAtEachOfItsWrites(int fate) {
        Twins twins = new Twins(7).grow(20);
        try (InfluxReadings readings = open()) {
            Fates fates = new Fates(fate);
            way.set(fates);
            int crashes = 0;
            for (int partition = 0; partition < Twins.TWO.partitions(); partition++) {
                crashes += carryOn(readings, twins, partition, fates);
            }
            assertThat(crashes).isGreaterThan(14);
            twins.compare(readings.store());
        }
    }

    /** Writes everything; each write fails once. */
    private static int carryOn(InfluxReadings readings, Twins twins, int partition, Fates fates) {
        int crashes = 0;
        while (true) {
            ReadingWriter writer = readings.writer();
            try {
                writer.assigned(partition);
                // other portions after a crash than before
                for (Delivery delivery : twins.deliveries(partition, writer.position(partition), MOST - crashes % 7)) {
                    fates.again();
                    writer.write(delivery);
                    fates.done();
                }
                return crashes;
            } catch (PortException failed) {
                assertThat(failed.trouble()).isEqualTo(Trouble.UNAVAILABLE);
                crashes++;
            }
        }
    }

    /** An owner is held up before each of its writes while another takes over and goes on to the end. */
    @Test
    void anOwnerThatWasHeldUpWritesOn() {
        for (int heldUp = 0; heldUp < 14; heldUp++) {
            Twins twins = new Twins(100 + heldUp).grow(5);
            try (InfluxReadings readings = open()) {
                List<Delivery> early = new ArrayList<>(twins.deliveries(0, 0, MOST));
                twins.grow(4);
                Late late = new Late(heldUp, () -> twins.takeOver(readings, MOST));
                ReadingWriter old = readings.writer();
                old.assigned(0);
                way.set(late);
                early.forEach(old::write);
                way.set(call -> Optional.empty());
                twins.takeOver(readings, MOST);
                twins.compare(readings.store());
            }
        }
    }

    /** Between the two questions of a new owner, how far it is and what stands there, the old one ends what it was at. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOldOwnerWritesOnWhileTheNewOneBegins(long seed) {
        Twins twins = new Twins(300 + seed).grow(6);
        try (InfluxReadings readings = open()) {
            List<Delivery> early = twins.deliveries(0, 0, MOST);
            ReadingWriter old = readings.writer();
            old.assigned(0);
            early.subList(0, early.size() - 1).forEach(old::write);
            AtomicInteger questions = new AtomicInteger();
            way.set(call -> {
                if (!call.writes() && questions.getAndIncrement() == 1) {
                    old.write(early.get(early.size() - 1));
                }
                return Optional.empty();
            });
            ReadingWriter next = readings.writer();
            next.assigned(0);
            way.set(call -> Optional.empty());
            assertThat(questions).hasValueGreaterThan(1);
            twins.grow(6);
            twins.deliveries(0, next.position(0), MOST).forEach(next::write);
            twins.takeOver(readings, MOST);
            twins.compare(readings.store());
        }
    }

    private InfluxReadings open() {
        InfluxAccess access = Servers.of(home.resolve("crash-" + databases++), way.url());
        return InfluxReadings.open(access, new SeriesIndex(), Twins.TWO, Duration.ofSeconds(1));
    }

    /** Within a delivery the first write fails, when it is written again the second, and so on. */
    private static final class Fates implements Weather {
        private final int fate;
        private int survived;
        private int writes;

        Fates(int fate) {
            this.fate = fate;
        }

        synchronized void again() {
            writes = 0;
        }

        synchronized void done() {
            survived = 0;
        }

        @Override
        public synchronized Optional<Answer> of(Call call) {
            if (!call.writes() || writes++ < survived) {
                return Optional.empty();
            }
            survived++;
            return Optional.of(new Answer(fate, ""));
        }
    }

    /** Before one of the first writes something else happens, whose own writes pass. */
    private static final class Late implements Weather {
        private final int which;
        private final Runnable meanwhile;
        private int writes;

        Late(int which, Runnable meanwhile) {
            this.which = which;
            this.meanwhile = meanwhile;
        }

        private synchronized boolean isTime(Call call) {
            return call.writes() && writes++ == which;
        }

        @Override
        public Optional<Answer> of(Call call) {
            if (isTime(call)) {
                meanwhile.run();
            }
            return Optional.empty();
        }
    }
}
