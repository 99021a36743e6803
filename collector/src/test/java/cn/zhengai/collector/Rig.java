package cn.zhengai.collector;

import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.port.Intake.Query;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.testkit.ledger.MemoryLedger;
import cn.zhengai.testkit.store.MemoryReadings;
import cn.zhengai.testkit.time.SettableTime;
import java.util.List;

/** A desk over log and ledger in memory, at noon of 1 September 2026 in the college. */
public final class Rig {
    public final SettableTime time = SettableTime.at("2026-09-01T04:00:00Z");
    public final SeriesIndex index = new SeriesIndex();
    public final MemoryReadings readings = new MemoryReadings(index);
    public final TroubledLog log = new TroubledLog(readings);
    public final Intake intake = new MemoryLedger().intake();
    public Catalogue catalogue;
    public final IntakeDesk desk;

    public Rig() {
        this(SmallCollege.catalogue());
    }

    public Rig(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.desk = new IntakeDesk(() -> this.catalogue, index, log, intake, time);
    }

    /** How many readings were appended, the same one as often as it came. */
    public int appended() {
        return log.sizes().stream().mapToInt(Integer::intValue).sum();
    }

    /** Every reading logged, in order; the same one once. */
    public List<Logged> logged() {
        return readings.history(index.since(0), ReadingStore.NOW);
    }

    /** The only reading logged. */
    public Reading only() {
        List<Logged> all = logged();
        if (all.size() != 1) {
            throw new AssertionError("one reading expected: " + all);
        }
        return all.get(0).reading();
    }

    public List<Rejection> rejections() {
        return kept().stream().map(Kept::rejection).toList();
    }

    /** As {@link #rejections}, with how they stand. */
    public List<Kept> kept() {
        return intake.find(Query.all(Integer.MAX_VALUE));
    }
}
