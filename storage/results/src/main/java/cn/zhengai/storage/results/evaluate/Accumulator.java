package cn.zhengai.storage.results.evaluate;

import cn.zhengai.storage.results.evaluate.Table.Row;
import cn.zhengai.storage.results.question.Column.Function;
import cn.zhengai.storage.results.table.Bytes;
import org.jspecify.annotations.Nullable;

/** Makes one value of many. For one thread. */
final class Accumulator {
    private final Function function;
    private long count;
    private double sum;
    private long wholeSum;
    private @Nullable Object value;
    private @Nullable Row row;

    Accumulator(Function function) {
        this.function = function;
    }

    /** @param from where the value was found */
    void add(Object given, Row from) {
        count++;
        if (given instanceof Long whole) {
            wholeSum += whole;
            sum += whole;
        } else if (given instanceof Double decimal) {
            sum += decimal;
        }
        if (value == null || row == null || better(given, from, value, row)) {
            value = given;
            row = from;
        }
    }

    private boolean better(Object given, Row from, Object before, Row at) {
        int order = order(given, before);
        return switch (function) {
            case LAST -> from.time() > at.time() || (from.time() == at.time() && order > 0);
            case MIN -> order < 0 || (order == 0 && from.time() < at.time());
            case MAX -> order > 0 || (order == 0 && from.time() < at.time());
            default -> false;
        };
    }

    private static int order(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Double x && b instanceof Double y) {
            return Double.compare(x, y);
        }
        return a instanceof Boolean x && b instanceof Boolean y
                ? Boolean.compare(x, y)
                : Bytes.ORDER.compare(String.valueOf(a), String.valueOf(b));
    }

    /** Null when there was nothing. */
    @Nullable
    Object result() {
        if (value == null) {
            return null;
        }
        return switch (function) {
            case LAST, MIN, MAX -> value;
            case COUNT -> count;
            case MEAN -> sum / count;
            case SUM -> value instanceof Long ? (Object) wholeSum : (Object) sum;
        };
    }

    /** Where the one that was selected was found. */
    @Nullable
    Row row() {
        return row;
    }
}
