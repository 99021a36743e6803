package cn.zhengai.alerting.engine;

import cn.zhengai.core.reading.Series;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.time.Instant;
import java.util.Optional;

/** An episode written as a warning, and back; and which step leads from one warning to the next. */
public final class Shape {
    private Shape() {}

    /** The episode that an open warning stands for. Whether a live reading is in it is known only as far as told. */
    public static Episode episode(Warning open) {
        return new Episode(
                open.firstAt().toEpochMilli(),
                open.raisedAt().toEpochMilli(),
                open.raisedValue(),
                open.severity(),
                open.status() == Warning.Status.EASED,
                open.told(),
                Episode.OPEN);
    }

    static Warning of(String id, Series series, Episode e, boolean told) {
        return new Warning(
                id,
                WarningKind.THRESHOLD,
                series.point(),
                series.subject(),
                e.severity(),
                status(e),
                Instant.ofEpochMilli(e.firstAt()),
                Instant.ofEpochMilli(e.raisedAt()),
                e.raisedValue(),
                e.open() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(e.clearedAt())),
                told,
                Optional.empty());
    }

    private static Warning.Status status(Episode e) {
        if (!e.open()) {
            return Warning.Status.CLEARED;
        }
        return e.eased() ? Warning.Status.EASED : Warning.Status.OPEN;
    }

    /** The same warning, with the episode as it is now. */
    static Warning amended(Warning w, Episode e, boolean told) {
        return answered(of(w.id(), new Series(-1, w.point(), w.subject()), e, told), w.acknowledgement());
    }

    private static Warning answered(Warning w, Optional<Warning.Acknowledgement> acknowledgement) {
        return new Warning(
                w.id(),
                w.kind(),
                w.point(),
                w.subject(),
                w.severity(),
                w.status(),
                w.firstAt(),
                w.raisedAt(),
                w.raisedValue(),
                w.clearedAt(),
                w.told(),
                acknowledgement);
    }

    static Warning withdrawn(Warning w) {
        return ending(w, Warning.Status.WITHDRAWN, w.clearedAt());
    }

    /** As it stood when it was raised, should it be cleared by now. */
    static Warning opened(Warning w) {
        return w.status().open() ? w : ending(w, Warning.Status.OPEN, Optional.empty());
    }

    private static Warning ending(Warning w, Warning.Status status, Optional<Instant> clearedAt) {
        return new Warning(
                w.id(),
                w.kind(),
                w.point(),
                w.subject(),
                w.severity(),
                status,
                w.firstAt(),
                w.raisedAt(),
                w.raisedValue(),
                clearedAt,
                w.told(),
                w.acknowledgement());
    }

    /** What happened between two states of one warning; empty when nothing people are told of: easing, its first reading. */
    static Optional<Step> step(Warning before, Warning after) {
        boolean moved = !before.raisedAt().equals(after.raisedAt()) || before.raisedValue() != after.raisedValue();
        boolean ended = !before.status().open();
        int graver = after.severity().compareTo(before.severity());
        if (moved || graver < 0 || (ended && !before.clearedAt().equals(after.clearedAt()))) {
            return Optional.of(Step.CORRECTED);
        }
        if (graver > 0) {
            return Optional.of(after.status().open() ? Step.ESCALATED : Step.CORRECTED);
        }
        return !ended && !after.status().open() ? Optional.of(Step.CLEARED) : Optional.empty();
    }
}
