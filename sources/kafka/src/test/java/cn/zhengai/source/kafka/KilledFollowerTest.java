package cn.zhengai.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.collector.follow.FollowDesk;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.reading.Knowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ended between what is made durable, and two at once: nothing is lost, nothing is taken twice. */
@ExtendWith(OneBroker.class)
class KilledFollowerTest {
    @TempDir
    Path folder;

    /** Not an exception that anybody handles. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whoDiedBeforeTheCursorMovedIsFollowedByOneWhoGoesOnBehindTheReceipt() {
        Rig rig = rig(1);
        rig.write(0, mixed(0, 10));
        rig.afterReceipt = () -> {
            throw new Killed();
        };
        killed(rig.desk());
        assertThat(rig.rejections()).hasSize(2);
        rig.afterReceipt = () -> {};
        rig.write(0, mixed(10, 10));

        rig.desk().followNow("labs", false);

        assertThat(rig.taken()).hasSize(16);
        assertThat(rig.readings.end()).as("appended once").isEqualTo(Knowledge.in(0, 16));
        assertThat(rig.rejections())
                .extracting(one -> one.rejection().head().id())
                .as("rejected once, by the batch that took it")
                .containsExactlyInAnyOrder(batch(rig, 0), batch(rig, 0), batch(rig, 10), batch(rig, 10));
    }

    @Test
    void killsAtRandomPointsLoseNothingAndTakeNothingTwice() {
        Random chance = new Random(4);
        Rig rig = rig(4);
        int written = 0;
        for (int round = 0; round < 12; round++) {
            int more = 1 + chance.nextInt(40);
            rig.write(chance.nextInt(4), mixed(written, more));
            written += more;
            rig.afterReceipt = () -> {
                if (chance.nextBoolean()) {
                    throw new Killed();
                }
            };
            killed(rig.desk());
        }
        rig.afterReceipt = () -> {};
        rig.desk().followNow("labs", false);

        demandEachOnce(rig, written);
    }

    @Test
    void twoAtOnceTakeEverythingOnce() {
        Rig rig = rig(3);
        for (int partition = 0; partition < 3; partition++) {
            rig.write(partition, mixed(1000L * partition, 1000));
        }

        IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    try (FollowDesk desk = rig.desk()) {
                        desk.runOnce();
                    }
                }))
                .toList()
                .forEach(CompletableFuture::join);
        rig.desk().followNow("labs", false);

        demandEachOnce(rig, 3000);
    }

    private static void demandEachOnce(Rig rig, int written) {
        long poison =
                IntStream.range(0, written).filter(KilledFollowerTest::isPoison).count();
        assertThat(rig.taken()).hasSize((int) (written - poison));
        assertThat(rig.rejections()).hasSize((int) poison);
    }

    private static void killed(FollowDesk desk) {
        try (desk) {
            desk.runOnce();
        } catch (Killed end) {
            assertThat(end).isNotNull();
        }
    }

    private static boolean isPoison(long number) {
        return number % 5 == 3;
    }

    /** Every fifth is poison. */
    private static List<String> mixed(long from, int count) {
        List<String> values = new ArrayList<>(Rig.changes(from, count));
        for (int i = 0; i < count; i++) {
            if (isPoison(from + i)) {
                values.set(i, "poison " + (from + i));
            }
        }
        return values;
    }

    private static String batch(Rig rig, int offset) {
        return "labs:" + rig.topic + "-0@" + offset;
    }

    private Rig rig(int partitions) {
        String topic = folder.getFileName() + ".labs";
        Rig rig = new Rig(topic, College.nested(Rig.follow(topic, new Follow.Format.Json())));
        rig.create(partitions);
        return rig;
    }
}
