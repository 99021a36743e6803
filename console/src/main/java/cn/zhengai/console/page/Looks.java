package cn.zhengai.console.page;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.measure.Band;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.Step;
import cn.zhengai.core.warning.Warning;
import java.util.Locale;

/** Icons and style classes; nothing is told by colour alone, so each has a sign of its own beside its word. */
public final class Looks {
    private Looks() {}

    public static String icon(Level level) {
        return switch (level) {
            case SCHOOL -> "bi-bank";
            case PROGRAM -> "bi-diagram-3";
            case COURSE -> "bi-journal-bookmark";
            case TEACHER -> "bi-person-workspace";
            case STUDENT -> "bi-mortarboard";
        };
    }

    public static String icon(Band band) {
        return switch (band) {
            case ON_TARGET -> "bi-star-fill";
            case ON_STANDARD -> "bi-check-circle-fill";
            case BELOW_STANDARD -> "bi-dash-circle-fill";
            case IN_WARNING -> "bi-exclamation-triangle-fill";
            case UNKNOWN -> "bi-question-circle";
        };
    }

    public static String icon(Severity severity) {
        return switch (severity) {
            case BLUE -> "bi-info-circle-fill";
            case YELLOW -> "bi-exclamation-circle-fill";
            case ORANGE -> "bi-exclamation-triangle-fill";
            case RED -> "bi-exclamation-octagon-fill";
        };
    }

    public static String icon(Step step) {
        return switch (step) {
            case RAISED -> "bi-bell-fill";
            case ESCALATED -> "bi-arrow-up-circle-fill";
            case CLEARED -> "bi-check-circle-fill";
            case CORRECTED -> "bi-pencil-fill";
            case WITHDRAWN -> "bi-x-circle-fill";
            case ACKNOWLEDGED -> "bi-chat-left-text-fill";
        };
    }

    public static String icon(Warning.Status status) {
        return switch (status) {
            case OPEN -> "bi-record-circle";
            case EASED -> "bi-arrow-down-right-circle";
            case CLEARED -> "bi-check-circle";
            case WITHDRAWN -> "bi-x-circle";
        };
    }

    /** {@code in-warning}: what style classes are made of. */
    public static String style(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
