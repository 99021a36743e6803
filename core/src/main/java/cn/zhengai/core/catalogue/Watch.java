package cn.zhengai.core.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a point warns. A reading is judged by what was in force on its own day in the college's zone; the reading that
 * completes a run decides how long the run had to be.
 *
 * @param hold an unbroken run in warning this long raises
 * @param calm an unbroken run on standard this long clears
 * @param raiseAtStandard also raise (YELLOW) when merely below standard
 * @param veto 一票否决: in warning is RED
 * @param former what was in force before, oldest first; the first holds from the beginning
 */
public record Watch(Patience hold, Patience calm, boolean raiseAtStandard, boolean veto, List<Former> former) {
    public static final Watch DEFAULT = new Watch(Patience.NONE, Patience.NONE, false, false);

    public Watch {
        former = List.copyOf(former);
        for (int i = 1; i < former.size(); i++) {
            if (!former.get(i - 1).until().isBefore(former.get(i).until())) {
                throw new IllegalArgumentException("not in order of time: " + former);
            }
        }
    }

    /** Always the same. */
    public Watch(Patience hold, Patience calm, boolean raiseAtStandard, boolean veto) {
        this(hold, calm, raiseAtStandard, veto, List.of());
    }

    /**
     * One that is in force no more.
     *
     * @param until the first day on which it was not
     * @param watch without former ones of its own
     */
    public record Former(LocalDate until, Watch watch) {
        public Former {
            if (!watch.former().isEmpty()) {
                throw new IllegalArgumentException("former ones stand side by side: " + watch);
            }
        }
    }

    /** What was in force on a day. */
    public Watch on(LocalDate day) {
        Optional<Former> then =
                former.stream().filter(f -> day.isBefore(f.until())).findFirst();
        return then.map(Former::watch).orElseGet(this::alone);
    }

    /** As it is today, as if it had always been so. */
    public Watch alone() {
        return former.isEmpty() ? this : new Watch(hold, calm, raiseAtStandard, veto);
    }

    /** With what was in force before; what went on unchanged is one. */
    public Watch after(List<Former> earlier) {
        List<Former> joined = new ArrayList<>();
        for (Former one : earlier) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).watch().equals(one.watch())) {
                joined.set(last, one);
            } else {
                joined.add(one);
            }
        }
        int last = joined.size() - 1;
        if (last >= 0 && joined.get(last).watch().equals(alone())) {
            joined.remove(last);
        }
        return new Watch(hold, calm, raiseAtStandard, veto, joined);
    }
}
