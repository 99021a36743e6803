package cn.zhengai.storage.jdbc;

import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A warning as columns, in {@code warning} and in {@code fact}. */
final class WarningRow {
    /** Of the warner; an upsert writes these. */
    static final String OWN_COLUMNS =
            "id, kind, point, subject, severity, status, first_at, raised_at, raised_value," + " cleared_at, told";
    /** Of the people. */
    static final String ANSWER_COLUMNS = "ack_by, ack_at, ack_note";

    static final String COLUMNS = OWN_COLUMNS + ", " + ANSWER_COLUMNS;

    private WarningRow() {}

    static @Nullable Object[] own(Warning one) {
        return new @Nullable Object[] {
            one.id(),
            one.kind().name(),
            one.point(),
            one.subject(),
            one.severity().name(),
            one.status().name(),
            Millis.of(one.firstAt()),
            Millis.of(one.raisedAt()),
            one.raisedValue(),
            Millis.orNull(one.clearedAt()),
            one.told() ? 1 : 0
        };
    }

    static @Nullable Object[] answer(Optional<Warning.Acknowledgement> given) {
        if (given.isEmpty()) {
            return new @Nullable Object[] {null, null, null};
        }
        Warning.Acknowledgement one = given.get();
        return new @Nullable Object[] {one.by(), Millis.of(one.at()), one.note()};
    }

    static Warning read(Row row) throws SQLException {
        return new Warning(
                row.getString("id"),
                Rows.constant(WarningKind.class, row, "kind"),
                row.getString("point"),
                row.getString("subject"),
                Rows.constant(Severity.class, row, "severity"),
                Rows.constant(Warning.Status.class, row, "status"),
                Rows.instant(row, "first_at"),
                Rows.instant(row, "raised_at"),
                row.getLong("raised_value"),
                Rows.maybeInstant(row, "cleared_at"),
                row.getInt("told") != 0,
                readAnswer(row));
    }

    private static Optional<Warning.Acknowledgement> readAnswer(Row row) throws SQLException {
        @Nullable String by = row.maybeString("ack_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Warning.Acknowledgement(by, Rows.instant(row, "ack_at"), row.getString("ack_note")));
    }
}
