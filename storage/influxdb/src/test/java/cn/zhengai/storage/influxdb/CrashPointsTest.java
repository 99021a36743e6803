package cn.zhengai.storage.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.port.MessageLog.Delivery;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingWriter;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.influx.Forwarder.Answer;
import cn.zhengai.testkit.influx.Forwarder.Call;
import cn.zhengai.testkit.influx.Forwarder.Weather;
import cn.zhengai.testkit.influx.InfluxServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A writer may end, be held up, or lose its server between any two of its writes, and a second one may do the same work
 * meanwhile: nothing is lost and nothing counts twice.
 */
class CrashPointsTest {
    private static final int MOST = 25;

    @TempDir
    Path home;

    private InfluxServer server;
    private int databases;

    @BeforeEach
    void begin() {
        server = InfluxServer.start(home);
    }

    @AfterEach
    void end() {
        server.close();
    }

    /** Each write in turn does not arrive, or arrives and is not acknowledged; another writer then does it again. */
    @ParameterizedTest
    @ValueSource(ints = {503, Answer.LOST})
    void aWriterEndsAtEachOfItsWrites(int fate) {
        Twins twins = new Twins(7).grow(20);
        try (InfluxReadings readings = open()) {
            Fates fates = new Fates(fate);
            server.forwarder().set(fates);
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
                Late late = new Late(heldUp, () -> takeOver(readings, twins));
                ReadingWriter old = readings.writer();
                old.assigned(0);
                server.forwarder().set(late);
                early.forEach(old::write);
                server.forwarder().set(call -> Optional.empty());
                takeOver(readings, twins);
                twins.compare(readings.store());
            }
        }
    }

    private static void takeOver(InfluxReadings readings, Twins twins) {
        for (int partition = 0; partition < Twins.TWO.partitions(); partition++) {
            ReadingWriter writer = readings.writer();
            writer.assigned(partition);
            twins.deliveries(partition, writer.position(partition), MOST).forEach(writer::write);
        }
    }

    /** The server is killed again and again while it is written to. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theServerIsKilled(long seed) {
        Random random = new Random(seed);
        Twins twins = new Twins(seed).grow(8);
        try (InfluxReadings readings = open()) {
            int[] left = {random.nextInt(6)};
            server.forwarder().set(call -> {
                if (call.writes() && left[0]-- == 0) {
                    server.kill();
                }
                return Optional.empty();
            });
            for (int round = 0; round < 6; round++) {
                try {
                    takeOver(readings, twins);
                } catch (PortException failed) {
                    assertThat(failed.trouble()).isEqualTo(Trouble.UNAVAILABLE);
                    server.restart();
                    left[0] = random.nextInt(6);
                }
            }
            left[0] = -1;
            takeOver(readings, twins);
            server.kill();
            server.restart();
            twins.compare(readings.store());
        }
    }

    private InfluxReadings open() {
        String database = "crash-" + databases++;
        server.create(database);
        return InfluxReadings.open(
                Servers.access(server.url(), database), new SeriesIndex(), Twins.TWO, Duration.ofSeconds(1));
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
