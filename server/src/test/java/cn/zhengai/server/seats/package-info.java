/**
 * The example {@code examples/seats}, run for real: 2.4 million rows of one summer's course registration, as they came, against
 * a plain calculation over the same file. Start at {@link cn.zhengai.server.seats.SeatsTest}; the hours in which the source
 * was silent are {@link cn.zhengai.server.seats.SilentHoursTest}.
 */
@NullMarked
package cn.zhengai.server.seats;

import org.jspecify.annotations.NullMarked;
