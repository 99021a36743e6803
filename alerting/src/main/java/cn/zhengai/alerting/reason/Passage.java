package cn.zhengai.alerting.reason;

import cn.zhengai.core.reading.Logged;
import java.util.List;
import java.util.Optional;

/**
 * One episode as the plain pass over the readings finds it.
 *
 * @param raising the unbroken run that raised it; the last of them is the reading it was raised by
 * @param clearing the unbroken run on standard that cleared it; empty while open
 */
record Passage(List<Logged> raising, List<Logged> clearing) {
    Passage {
        raising = List.copyOf(raising);
        clearing = List.copyOf(clearing);
    }

    long firstAt() {
        return raising.get(0).reading().at();
    }

    Logged raisedBy() {
        return raising.get(raising.size() - 1);
    }

    /** The reading that cleared it; empty while open. */
    Optional<Logged> clearedBy() {
        return clearing.isEmpty() ? Optional.empty() : Optional.of(clearing.get(clearing.size() - 1));
    }
}
