package cn.zhengai.alerting.reason;

import cn.zhengai.core.catalogue.LinesVersion;
import cn.zhengai.core.catalogue.Patience;
import cn.zhengai.core.catalogue.Watch;
import cn.zhengai.core.measure.ThreeLines;
import cn.zhengai.core.reading.Logged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One pass over the readings in force of a series, in the order of their instants. Source: domain page, section 3: raised
 * at the first reading at least {@code hold} after the first of an unbroken run in warning; cleared at the first reading at
 * least {@code calm} after the first of an unbroken run on standard.
 *
 * @param versions lines of the series, oldest first, at least one
 */
record PlainPass(Watch watch, List<LinesVersion> versions, ZoneId zone) {

    /** The value in force of each instant, of everything that was logged. */
    static List<Logged> inForce(List<Logged> history) {
        TreeMap<Long, Logged> byInstant = new TreeMap<>();
        for (Logged logged : history) {
            byInstant.merge(logged.reading().at(), logged, PlainPass::better);
        }
        return List.copyOf(byInstant.values());
    }

    private static Logged better(Logged a, Logged b) {
        long mine = a.reading().revision();
        long other = b.reading().revision();
        if (mine != other) {
            return mine > other ? a : b;
        }
        return a.seq() > b.seq() ? a : b;
    }

    List<Passage> passages(List<Logged> readings) {
        List<Passage> found = new ArrayList<>();
        List<Logged> raising = new ArrayList<>();
        List<Logged> calm = new ArrayList<>();
        boolean open = false;
        for (Logged logged : readings) {
            boolean raises = raises(logged);
            if (!open) {
                grow(raising, logged, raises);
                open = raises && lasting(raising, watch(logged).hold());
            } else {
                grow(calm, logged, !raises && onStandard(logged));
                if (lasting(calm, watch(logged).calm())) {
                    found.add(new Passage(raising, calm));
                    raising.clear();
                    calm.clear();
                    open = false;
                }
            }
        }
        if (open) {
            found.add(new Passage(raising, List.of()));
        }
        return found;
    }

    private static void grow(List<Logged> run, Logged logged, boolean belongs) {
        if (belongs) {
            run.add(logged);
        } else {
            run.clear();
        }
    }

    private static boolean lasting(List<Logged> run, Patience patience) {
        if (run.isEmpty() || run.size() < patience.readings()) {
            return false;
        }
        long began = run.get(0).reading().at();
        return run.get(run.size() - 1).reading().at() - began >= patience.time().toMillis();
    }

    boolean raises(Logged logged) {
        ThreeLines lines = lines(logged);
        long position = logged.reading().position();
        return lines.warning().holds(position)
                || (watch(logged).raiseAtStandard() && !lines.standard().holds(position));
    }

    private boolean onStandard(Logged logged) {
        return lines(logged).standard().holds(logged.reading().position());
    }

    /** Those in force on the day of the reading. */
    ThreeLines lines(Logged logged) {
        return version(logged).lines();
    }

    /** How the point was watched on the day of the reading. */
    Watch watch(Logged logged) {
        return watch.on(day(logged));
    }

    private LocalDate day(Logged logged) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(logged.reading().at()), zone);
    }

    LinesVersion version(Logged logged) {
        LocalDate day = day(logged);
        LinesVersion held = versions.get(0);
        for (LinesVersion version : versions) {
            held = version.from().isAfter(day) ? held : version;
        }
        return held;
    }
}
