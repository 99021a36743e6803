package cn.zhengai.collector.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of whatever a way in brings. May be a window that moves on with the next row: valid during the call that hands
 * it over, for one thread.
 */
public interface Row {
    /** The way in says nothing about the instant; read the time column. */
    long NO_INSTANT = Long.MIN_VALUE;

    /** Where it stands in its batch, from 1. */
    int number();

    /** The text in one of {@link MappingPlan#columns}, by its place there; null when the row lacks the column. */
    @Nullable
    String cell(int slot);

    /** The instant that the way in itself brought, epoch milliseconds; {@link #NO_INSTANT}: read the time column. */
    long instant();

    /** The row as it came, for people; asked for rejected rows only. */
    String raw();

    /** All its cells by column, those that are not read too, in order; asked for rejected rows only. */
    Map<String, String> columns();
}
