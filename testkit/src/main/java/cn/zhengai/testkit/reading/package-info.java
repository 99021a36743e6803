/** Readings for tests: made by hand or from a seed. Knows core alone. Start at {@link cn.zhengai.testkit.reading.SeededReadings}. */
@NullMarked
package cn.zhengai.testkit.reading;

import org.jspecify.annotations.NullMarked;
