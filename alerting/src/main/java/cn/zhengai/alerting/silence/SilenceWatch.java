package cn.zhengai.alerting.silence;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.port.Intake;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.ReadingStore;
import cn.zhengai.core.port.Trouble;
import cn.zhengai.core.port.WarningLedger;
import cn.zhengai.core.port.WarningLedger.Query;
import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.reading.Knowledge;
import cn.zhengai.core.reading.SeriesIndex;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for series and sources that have fallen silent, and keeps the warnings of kind {@link WarningKind#NO_DATA}. What
 * is open is a function of readings, catalogue and instant, not of the order in which readings came; ids are made of
 * their cause and the turns are fenced, so a restart or a second instance tells nobody twice. One thread calls {@link
 * #runOnce}; any may ask for the {@link #report}.
 */
public final class SilenceWatch {
    /** Name of the position in the ledger. */
    public static final String CONSUMER = "silence";
    /**
     * After a start the sources get this long to catch up before anyone is told that they are silent; after an outage its
     * source does.
     */
    public static final Duration SETTLING = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
    private static final int PAGE = 1000;

    private final Supplier<Catalogue> catalogue;
    private final WarningLedger ledger;
    private final InstantSource time;
    private final Instant quietUntil;
    private final Listening listening;
    private final Map<String, Instant> recoveredAt = new HashMap<>();
    private @Nullable Map<String, Warning> open;
    private long position;
    private volatile SilenceReport report = SilenceReport.NONE;

    /**
     * What it listens to.
     *
     * @param index the table whose series {@code store} hands out
     * @param end where the log stands that the store is filled from
     */
    public record Ports(
            SeriesIndex index, ReadingStore store, Supplier<Knowledge> end, Intake intake, WarningLedger ledger) {}

    /** @param settling see {@link #SETTLING} */
    public SilenceWatch(Supplier<Catalogue> catalogue, Ports ports, InstantSource time, Duration settling) {
        this.catalogue = catalogue;
        this.ledger = ports.ledger();
        this.time = time;
        this.quietUntil = time.instant().plus(settling);
        this.listening = new Listening(ports, time);
    }

    /**
     * Looks once.
     *
     * @return whether warnings changed; false also when another instance was faster, and when the store is behind the
     *     log, or so slow that it is not asked again yet: nobody is called silent who was not listened to
     * @throws PortException of store or ledger; nothing is lost, call again
     */
    public boolean runOnce() {
        try {
            return look();
        } catch (PortException failed) {
            open = null;
            if (failed.trouble() != Trouble.STALE) {
                throw failed;
            }
            LOG.info("无数据检查的位置已被另一个实例推进，下次重新读取：{}", failed.getMessage());
            return false;
        } catch (RuntimeException | Error defect) {
            open = null;
            throw defect;
        }
    }

    /** How the sources stood at the last look. */
    public SilenceReport report() {
        return report;
    }

    private boolean look() {
        Catalogue current = catalogue.get();
        Instant now = time.instant();
        if (!listening.listen(current)) {
            return false;
        }
        List<SourceSilence> standing = listening.standing(current, now);
        boolean ends = current.calendar().runsOutBefore(LocalDate.ofInstant(now, current.zone()));
        report = new SilenceReport(now, ends, standing, listening.points());
        Map<String, Warning> known = loaded();
        Names names = new Names(id -> ledger.warning(id).isPresent(), position);
        recoveredAt.values().removeIf(at -> !at.plus(SETTLING).isAfter(now));
        Changes changes = new Judgement(known.values(), now, names, !now.isBefore(quietUntil), recoveredAt.keySet())
                .judge(standing, new LastHeard(listening, current, standing));
        if (changes.isEmpty()) {
            return false;
        }
        ledger.keep(new Turn(
                CONSUMER, 0, position, position + 1, List.of(), changes.warnings(), changes.facts(), Map.of()));
        position++;
        for (Warning changed : changes.warnings()) {
            if (changed.status().open()) {
                known.put(changed.id(), changed);
                continue;
            }
            known.remove(changed.id());
            if (changed.point().equals(Warning.WHOLE_SOURCE)) {
                recoveredAt.put(changed.subject(), now);
            }
        }
        return true;
    }

    /** Open warnings of silence by id. */
    private Map<String, Warning> loaded() {
        Map<String, Warning> known = open;
        if (known == null) {
            position = ledger.position(CONSUMER, 0);
            known = new HashMap<>();
            List<Warning> page;
            do {
                page = ledger.find(new Query(
                        Optional.of(true),
                        Optional.of(WarningKind.NO_DATA),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        known.size(),
                        PAGE));
                for (Warning warning : page) {
                    known.put(warning.id(), warning);
                }
            } while (page.size() == PAGE);
            open = known;
        }
        return known;
    }
}
