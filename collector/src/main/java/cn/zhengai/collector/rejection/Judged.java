package cn.zhengai.collector.rejection;

import cn.zhengai.collector.intake.Precedence;
import cn.zhengai.collector.mapping.Verdicts;
import cn.zhengai.core.port.Intake.Kept;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.RejectionId;
import cn.zhengai.core.reading.RejectionStanding;
import cn.zhengai.core.reading.RejectionStanding.Answer;
import cn.zhengai.core.reading.RejectionStanding.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a row sent again turned out to be. For one thread. */
final class Judged implements Verdicts {
    private final List<Reading> readings = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private Optional<String> reason = Optional.empty();

    @Override
    public void accepted(Reading reading, Optional<String> why) {
        readings.add(reading);
        reason = why;
    }

    @Override
    public void rejected(int row, Reason reason, String detail) {
        found.add(new Found(reason, detail));
    }

    @Override
    public void empty(int row) {
        // an empty optional cell says nothing, now as before
    }

    List<Reading> readings() {
        return readings;
    }

    /** What the row itself says. */
    Optional<String> reason() {
        return reason;
    }

    /** What the point's master has settled is no reading, here as on every way in. */
    void yieldTo(Precedence precedence, String source) {
        List<Reading> all = List.copyOf(readings);
        readings.clear();
        for (Reading one : all) {
            Reading free = precedence.judge(source, one);
            if (free == null) {
                found.add(new Found(Reason.NOT_MASTER, precedence.why(one)));
            } else {
                readings.add(free);
            }
        }
    }

    /** A row without any value is not settled by being emptied. */
    void end() {
        if (readings.isEmpty() && found.isEmpty()) {
            found.add(new Found(Reason.NO_VALUE, "这一行没有任何数值。不需要这一行时，请忽略它并写明理由。"));
        }
    }

    /**
     * How the row's open rejections stand now. As many stay open as were found this time, at least one when any was, so
     * that a row with something left to do is never settled; the last takes what is over.
     */
    Map<RejectionId, RejectionStanding> standings(List<Kept> open, Map<String, String> columns, Answer answer) {
        Map<RejectionId, RejectionStanding> standings = new LinkedHashMap<>();
        for (int i = 0; i < open.size(); i++) {
            boolean last = i == open.size() - 1;
            List<Found> mine = i >= found.size() ? List.of() : found.subList(i, last ? found.size() : i + 1);
            RejectionStanding before = open.get(i).standing();
            Status status = mine.isEmpty() ? Status.REPAIRED : Status.OPEN;
            Reason reason = mine.isEmpty() ? before.reason() : mine.get(0).reason;
            String detail = mine.isEmpty()
                    ? before.detail()
                    : mine.stream().map(Found::detail).collect(Collectors.joining());
            standings.put(
                    open.get(i).id(), new RejectionStanding(status, reason, detail, columns, Optional.of(answer)));
        }
        return standings;
    }

    /** Why something of the row is no reading. */
    private record Found(Reason reason, String detail) {}
}
