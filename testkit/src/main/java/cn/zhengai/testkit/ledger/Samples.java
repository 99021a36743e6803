package cn.zhengai.testkit.ledger;

import cn.zhengai.core.port.WarningLedger.Turn;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.KeptRow;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.SeriesState;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small things to keep. Instants are whole hours after a fixed day. */
final class Samples {
    static final String WARNER = "warner";
    private static final Instant DAY = Instant.parse("2026-09-01T00:00:00Z");
    private static final long SECONDS_PER_HOUR = 3600;

    private Samples() {}

    static Instant hour(long hours) {
        return DAY.plusSeconds(hours * SECONDS_PER_HOUR);
    }

    static SeriesState state(String point, String subject, long lastHour, int runCount) {
        return new SeriesState(point, subject, hour(lastHour).toEpochMilli(), 'W', 7, runCount, "w-" + point);
    }

    /** An open one nobody was told of. */
    static Warning warning(String id, String point, String subject, long raisedHour) {
        return new Warning(
                id,
                WarningKind.THRESHOLD,
                point,
                subject,
                Severity.ORANGE,
                Warning.Status.OPEN,
                hour(raisedHour - 1),
                hour(raisedHour),
                -5_000_001,
                Optional.empty(),
                false,
                Optional.empty());
    }

    static Warning told(Warning one) {
        return changed(one, one.status(), one.clearedAt(), true, one.acknowledgement());
    }

    static Warning answered(Warning one, Warning.Acknowledgement by) {
        return changed(one, one.status(), one.clearedAt(), one.told(), Optional.of(by));
    }

    static Warning status(Warning one, Warning.Status status) {
        Optional<Instant> clearedAt = status == Warning.Status.CLEARED ? Optional.of(hour(90)) : Optional.empty();
        return changed(one, status, clearedAt, one.told(), one.acknowledgement());
    }

    private static Warning changed(
            Warning one,
            Warning.Status status,
            Optional<Instant> clearedAt,
            boolean told,
            Optional<Warning.Acknowledgement> acknowledgement) {
        return new Warning(
                one.id(),
                one.kind(),
                one.point(),
                one.subject(),
                one.severity(),
                status,
                one.firstAt(),
                one.raisedAt(),
                one.raisedValue(),
                clearedAt,
                told,
                acknowledgement);
    }

    static Fact fact(String id, Step step, Warning warning) {
        return new Fact(id, 0, step, warning, step == Step.RAISED, hour(100), "");
    }

    static Notice notice(String id, long fact, long createdHour) {
        return new Notice(
                id, fact, "w1", "jwc", "mail", "jwc@example.edu.cn", "课程出勤率预警", "第一行\n第二行", "{}", hour(createdHour));
    }

    static Notice.Standing standing(Notice.State state, int attempts, long nextHour) {
        return new Notice.Standing(state, attempts, hour(nextHour), "对方答复：" + attempts);
    }

    static BatchHead head(String id, String source, long recordedHour) {
        return new BatchHead(id, source, hour(recordedHour), false);
    }

    static Rejection rejection(BatchHead head, int row, Reason reason) {
        return new Rejection(head, row, reason, "第 " + row + " 行", kept(row));
    }

    static KeptRow kept(int row) {
        return new KeptRow("csv", "a,b," + row, Map.of("课程", "a", "数值", "b,\"" + row));
    }

    static Draft turn(long from, long to) {
        return new Draft(WARNER, 0, from, to);
    }

    static Draft turn(String consumer, int partition, long from, long to) {
        return new Draft(consumer, partition, from, to);
    }

    /** A turn in the making. */
    static final class Draft {
        private final String consumer;
        private final int partition;
        private final long from;
        private final long to;
        private final List<SeriesState> states = new ArrayList<>();
        private final List<Warning> warnings = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private final Map<String, String> marks = new HashMap<>();

        private Draft(String consumer, int partition, long from, long to) {
            this.consumer = consumer;
            this.partition = partition;
            this.from = from;
            this.to = to;
        }

        Draft state(SeriesState one) {
            states.add(one);
            return this;
        }

        Draft warning(Warning one) {
            warnings.add(one);
            return this;
        }

        Draft fact(Fact one) {
            facts.add(one);
            return this;
        }

        /** The warning with the fact that it was raised. */
        Draft raised(Warning one) {
            return warning(one).fact(Samples.fact("raised-" + one.id(), Step.RAISED, one));
        }

        Draft mark(String name, String remark) {
            marks.put(name, remark);
            return this;
        }

        Turn end() {
            return new Turn(consumer, partition, from, to, states, warnings, facts, marks);
        }
    }
}
